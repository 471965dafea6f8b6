command-peran = give or take away roles
command-audit = see what admins did

role-superadmin = Superadmin
role-programme-admin = Programme admin
role-unit-admin = Unit admin
role-officer = Complaints officer
role-head = Head of unit
role-trainer = Trainer
role-superadmin-many = All superadmins
role-programme-admin-many = All programme admins
role-unit-admin-many = All unit admins
role-officer-many = All complaints officers
role-head-many = All heads of units
role-trainer-many = All trainers

roles-title = *Roles in force*
roles-more = … and { $count } more, all of them under “Take a role away”
role-line = • { $who }: { $role } (since { DATETIME($at, dateStyle: "medium") })
role-person = Person #{ NUMBER($id, useGrouping: 0) }
role-give = ➕ { $role }
role-to-withdraw = ✂️ Take a role away
role-withdraw-which = Whose role is taken away?
role-withdraw = { $who }: { $role }
role-withdraw-question = Take the role *{ $role }* from *{ $who }*? It takes effect at once.
role-withdraw-sure = Yes, take it away
role-withdrawn = The role { $role } was taken from { $who }.
role-which = Give a new role: tap it.
role-which-unit = For which office? *Type its name*, or choose:
role-code =
    The role *{ $role }* is ready. Pass on the message with the link or the QR code; it only has to be opened and accepted, no code is typed.

    Where the link cannot be opened, this line can be sent to the assistant instead:

    /admin { $code }

    Good for 24 hours and once; do not send it to anybody else.

    For whom is it? You may write a name by which you will know them in the list.
role-done = ✅ Done
role-named = Good, that link is for { $who }.
role-offer-used = That link was used already, or its time is over.
service-link = { $service }: { $link }
role-link =
    Open this link to accept the role *{ $role }* in the city's assistant:
    { $link }
role-to-home = 🏠 Open my home
role-may-superadmin = manage roles, all offices, reports, broadcasts, trainings and results
role-may-programme-admin = manage trainings, nudges, broadcasts and staff data
role-may-unit-admin = answer citizens' reports, set the rota, write broadcasts and read the results of your office
role-may-officer = answer citizens' reports and low scores of your office
role-may-head = read the results of your office, give leave for trainings and settle reports that went up to you
role-may-trainer = show attendance codes and correct attendance
roles-suspended = *{ $name }* is no longer in the registry, so these roles are suspended: { $roles }. If that is a mistake, give them back below.
role-restore = Give back: { $role }
role-restored = The role { $role } is in force again.
role-accept-question = That link gives this chat the role *{ $role }*. With it you can: { $may }. Accept?
role-accept-sure = Yes, accept
role-accepted = Your role now: *{ $role }*. You can: { $may }. All of it is behind buttons at your home.
role-needs-unit = That role needs an office, or must not have one.
role-not-yours-to-give = That role is not yours to give.
role-gone-already = That role was taken away already.
role-last-superadmin = This is the last superadmin. Give the role to somebody else first.

audit-title = *What admins did*
audit-empty = Nothing has been recorded yet.
audit-empty-narrowed = Nothing of that kind was done. *All* shows everything.
audit-older = Older ›
audit-by-siapa = 👤 By person
audit-by-jenis = 🗂 By kind
audit-by-hari = 📅 By day
audit-all = All
audit-which-who = Whose actions?
audit-which-kind = Actions on what?
audit-which-day = Actions of which day?
audit-day = { DATETIME($day, dateStyle: "medium") }
audit-kind-peran = Roles
audit-kind-laporan = Citizens' reports
audit-kind-siaran = Broadcasts, nudges
audit-kind-latih = Trainings
audit-kind-data = Data and keys
audit-kind-forum = Citizens' forum
audit-kind-hasil = Results
# Words by which an admin says what an action was about
audit-kind-peran-said = role roles access rights
audit-kind-laporan-said = case cases complaint complaints duty
audit-kind-siaran-said = broadcast broadcasts announcement campaign campaigns
audit-kind-latih-said = training trainings attendance course courses certificate reward
audit-kind-data-said = data import imported key keys hours requirements employees
audit-kind-forum-said = forum topic statement
audit-kind-hasil-said = result results index survey published
audit-subject-broadcast = broadcast { $number }
audit-subject-campaign = nudge { $number }
audit-subject-import = file { $number }
audit-subject-answers = answer sheet { $number }
audit-subject-api-key = API key { $number }
audit-subject-reward = reward { $number }
audit-subject-follow-up = improvement { $number }
audit-subject-improvement = improvement { $number }
audit-subject-person = person #{ $number }
audit-subject-employee = employee #{ $number }
audit-subject-form = form of JP { $number }
audit-subject-aim = meaning { $number }
audit-part-role = role
audit-part-unit = office
audit-part-person = person
audit-part-state = state
audit-part-step = action
audit-part-weekday = weekday
audit-part-service = service
audit-part-days = days
audit-part-kind = kind
audit-part-again = again
audit-part-appeal = appeal
audit-part-arm = group
audit-part-audience = audience
audit-part-cases = reports
audit-part-changed = changed
audit-part-dropped = dropped
audit-part-due = due
audit-part-due-at = planned for
audit-part-element = element
audit-part-emergency = emergency
audit-part-employee = employee
audit-part-goal = goal
audit-part-gone = gone
audit-part-held = held back
audit-part-ikm = index
audit-part-improvement = improvement
audit-part-into = merged into
audit-part-invited = invited
audit-part-jp = JP
audit-part-n = ratings
audit-part-new = new
audit-part-people = people
audit-part-period = period
audit-part-place = place
audit-part-present = present
audit-part-principles = ways to ask
audit-part-rank = rank
audit-part-reason = reason
audit-part-released = let go
audit-part-repeat = repeats
audit-part-reply = reply
audit-part-rows = rows
audit-part-same = the same
audit-part-share = sampled share
audit-part-small-power-confirmed = small chance accepted
audit-part-stage = stage
audit-part-starts = starts
audit-part-statement = statement
audit-part-survey = survey
audit-part-title = title
audit-part-topic = matter
audit-part-training = training
audit-part-until = until
audit-part-why = reason
audit-stage-draft = draft
audit-stage-awaiting = awaiting approval
audit-stage-planned = planned
audit-stage-overdue = overdue
audit-stage-running = being sent
audit-stage-paused = paused
audit-stage-cancelled = cancelled
audit-stage-refused = refused
audit-stage-done = done
audit-state-claimed = claimed
audit-state-granted = granted
audit-state-refused = refused
audit-state-used = used
audit-state-waiting = waiting
audit-state-shown = shown
audit-state-hidden = hidden
audit-step-hand-over = passing it on
audit-number = { NUMBER($n, minimumFractionDigits: 2, maximumFractionDigits: 2) }
audit-command-line = command line
audit-entry = { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · *{ $who }* { $action }: *{ $subject }*
audit-action-admin-code-made = made a superadmin's code
audit-action-role-offered = offered a role
audit-action-role-granted = accepted a role
audit-action-role-suspended = suspended roles (gone from the registry)
audit-action-role-restored = gave a role back
audit-action-role-withdrawn = took a role away
audit-action-chats-joined = joined two chats into one person
audit-action-chat-parted = parted a chat
audit-action-broadcast-confirmed = sent or planned a broadcast
audit-action-broadcast-approved = approved a broadcast
audit-action-broadcast-refused = refused a broadcast
audit-action-broadcast-paused = paused a broadcast
audit-action-broadcast-resumed = resumed a broadcast
audit-action-broadcast-cancelled = cancelled a broadcast

command-langganan = choose the news you want to get

subscriptions =
    *What you hear of*

    Tap to switch on or off. Replies to your messages and reports, and warnings of danger, reach you all the same.
subscription-off = All right. You will not get *{ $topic }* any more.
subscription-on-again = Switch on again
subscription-others = Other news
topic-news = News from the city
topic-training-reminders = Training reminders
topic-suggestions = Training suggestions
topic-surveys = Invitations to rate
topic-digests = Regular digests

leave-unknown = 📅 The bot's calendar does not know the collective leave of { $year } yet, so working-day deadlines may fall too early. Please have the holidays package updated, or the days listed in FEEDBACKBOT_EXTRA_DAYS_OFF.
