command-poin = your points and where they come from
command-peringkat = where you and your office stand this season
command-lencana = the badges you have earned
command-hadiah = rewards you can ask for

incentives-only-staff = Points and badges are for employees who are linked. Link yourself first with the code from BKPSDM.
incentives-only-admins = This is for programme admins to decide.

points-title = *{ NUMBER($points) } points* in quarter { $quarter } of { $year }
points-season-end = This season runs until { DATETIME($at, dateStyle: "long") }; then everybody starts anew.
points-total = Altogether since the start: { NUMBER($points) } points
points-streak =
    { $months ->
        [0] No months of learning in a row yet.
        [one] One month of learning.
       *[other] { $months } months of learning in a row.
    } { $freezes ->
        [0] { "" }
        [one] Saved for a pause: one month.
       *[other] Saved for a pause: { $freezes } months.
    }
points-latest = *Latest entries*
points-entry = • { DATETIME($at, dateStyle: "medium") }: { NUMBER($points) } – { $cause }
points-none-yet = No points yet. They are entered by themselves when you attend a training, pass a course, or answer an invitation in time.
points-cause-attended = attended a training
points-cause-passed = passed a course
points-cause-answered-in-time = answered an invitation in time
points-cause-helped-unit = helped the office reach its goal
points-cause-taken-back = attendance corrected
points-new-badge = 🎖 New badge: *{ $badge }*
points-see = My points
points-to-board = Board
points-to-badges = Badges

board-title = *This season's board*
board-not-in = Here you see a few colleagues above and below you, and they see you. Only those who join are shown; there is no list of the lowest.
board-no-points-yet = You are in. As soon as your first points of the season are entered, your place appears here.
board-join = Count me in
board-leave = Leave the board
board-line = { $place } { $name } · { NUMBER($points, maximumFractionDigits: 1) }
board-line-you = { $place } *{ $name } (you)* · *{ NUMBER($points, maximumFractionDigits: 1) }*
team-title = *Your office: { $unit }*
team-goal = { $learners } of { $staff } employees have learnt something this season; the goal is { $percent } in 100.
team-no-points-yet = No office has points this season yet.
team-goal-reached = Your office has reached its goal. Thank you!
team-too-small = Offices with fewer than five employees are not on the board, so that nobody's own points can be read from it.
team-leaders = The top three: { $names }

badges-title =
    { $count ->
        [0] *Badges:* none yet
       *[other] *Your badges:* { $count }
    }
badges-held = 🎖 *{ $badge }* – { DATETIME($at, dateStyle: "medium") }
badges-open = *Still to be earned*
badges-how = • { $badge }: { $how }
badge-first-training = First Step
badge-first-training-how = attend one training
badge-first-course = First Course
badge-first-course-how = pass one course
badge-steady = Steady
badge-steady-how = learn in three months in a row
badge-year-complete = Full Year
badge-year-complete-how = reach 20 JP in a year
badge-many-ways = Many Ways
badge-many-ways-how = learn in three different forms
badge-team-player = For the Office
badge-team-player-how = help the office reach its goal

reward-title = *Rewards*
reward-see = Rewards
reward-letter-of-appreciation = a letter of appreciation
reward-priority-for-next-training = priority for the next training
reward-claim-letter-of-appreciation = Ask for a letter ({ $season })
reward-claim-priority-for-next-training = Ask for priority ({ $season })
reward-none-yet = From { $priority } points in a season you can ask for priority in the next training, from { $letter } points for a letter of appreciation. Asking costs no points.
reward-line = • { $reward }, { $season }: { $state }
reward-state-claimed = waiting for a decision
reward-state-granted = granted
reward-state-refused = not granted
reward-state-used = used
reward-claimed = Your request for { $reward } has gone to the programme's admins. You will be told.
reward-asked = *{ $name }* ({ $unit }) asks for *{ $reward }*: { $points } points in { $season }.
reward-grant = Grant
reward-refuse = No
reward-granted = Granted. The employee has been told.
reward-refused = Not granted. The employee has been told.
reward-none-waiting = No requests are waiting.
reward-told-refused = Your request for { $reward } ({ $season }) could not be granted. Please ask BKPSDM for the reason.
reward-told-letter-of-appreciation = Thank you for your commitment to learning in { $season }. This is your letter of appreciation.
reward-told-priority-for-next-training = You have priority on one waiting list for a training. Whenever you wait for a seat, use it with /hadiah.
reward-use-priority = Move up the waiting list: { $training }
reward-priority-used = You are now first on the waiting list of *{ $training }*.
reward-letter-again = Letter of appreciation { $season }
reward-not-due = That reward cannot be asked for yet, or has been asked for already.
reward-unknown = There is no such request.
reward-not-for-oneself = Another admin decides about your own request.
reward-decided-already = That request has been decided already.
reward-priority-no-use = The priority cannot be used there any more.

season-over = *Season { $season } is over.* You collected { NUMBER($points) } points. The new season starts at zero for everybody.
season-over-rewards =
    { $count ->
        [one] For that there is one reward you can ask for.
       *[other] For that there are { $count } rewards you can ask for.
    }

audit-action-reward-granted = granted a reward
audit-action-reward-refused = refused a reward
