# Nudges: one clear thing to do, true figures, no shouting
nudge-act-accepted = answer the invitation to *{ $training }*
nudge-act-attended = attend *{ $training }*
nudge-act-started = start the course *{ $training }*
nudge-act-finished = finish the course *{ $training }*
nudge-act-jp = reach *{ NUMBER($jp) } JP* of staff development this year
nudge-done-accepted = said yes to *{ $training }*
nudge-done-attended = attended *{ $training }*
nudge-done-started = started the course *{ $training }*
nudge-done-finished = finished the course *{ $training }*
nudge-done-jp = reached *{ NUMBER($jp) } JP* of staff development this year
nudge-until = { DATETIME($at, dateStyle: "full") }, { DATETIME($at, timeStyle: "short") }
nudge-button-accepted = See the invitation
nudge-button-attended = See the schedule
nudge-button-started = Start learning
nudge-button-finished = Go on learning
nudge-button-jp = See what is on offer

nudge-plain-reminder =
    One thing is still waiting for you: { $act }.

    It takes a few minutes; the button below leads straight there.
nudge-social-norm =
    { $did } of your { $peers } colleagues at *{ $unit }* have already { $act }.

    You can join them with the button below.
nudge-reserved-seat =
    Your invitation to { $act } stands until { $until }. After that your seat is open to other colleagues.

    If you want it, answer now. If not, your answer helps us too.
nudge-own-progress =
    So far this year you have collected *{ NUMBER($jp) } JP*. The nearest next step: { $act }.
nudge-citizens-said =
    Citizens gave *{ $unit }* a score of { $ikm } (from { NUMBER($ratings) } ratings). What they experience depends much on the skills of those who serve them.

    One step you can take: { $act }.
nudge-incentive =
    If you { $act }, you get *{ NUMBER($points) } points* this season. Points lead to real recognition: a letter of appreciation and priority for the next training.

nudge-not-yours = This suggestion is no longer valid. The trainings open to you are at /pelatihan.
nudge-jp-way = The trainings that are open, and the courses you can take at any time, are here.

campaign-only-admins = Campaigns are for programme admins.
campaign-unknown = There is no such campaign.
campaign-too-few-people = Only { $people } people could be drawn; this design needs at least { $fewest }. Choose a wider audience or fewer messages.
campaign-too-few-units = Only { $units } offices could be drawn; drawing offices with this design needs at least { $fewest }. Draw persons instead, or choose fewer messages.
campaign-needs-confirmation = This campaign can only see a large difference. Please confirm that you want to start it all the same.
campaign-words-too-long = Too long: at most { $most } characters.
campaign-words-unknown = { $name } is not known in this message.
campaign-words-missing = This message needs to contain: { $names }.
campaign-not-running = This campaign is no longer running.
campaign-no-best = No message has been proven yet, so none is sent to the control group.
campaign-best-sent = The best message has been sent already.
campaign-over = The campaign *{ $title }* has reached its horizon. The result is ready to be read.
campaign-see-result = See the result

audit-action-campaign-started = started a campaign
audit-action-campaign-cancelled = stopped a campaign
audit-action-campaign-best-sent = sent the best message to the control group

command-kampanye = nudges to staff whose effect is measured
campaign-list = *Campaigns*

    Every campaign is an experiment: some of the staff get a message, some do not, and after the horizon it shows what really helped.
campaign-new = ➕ New campaign
campaign-in-list = { $mark } { $title }
campaign-ask-goal = What shall be reached? Only what the system records by itself can be measured.
campaign-goal-accepted = Accept an invitation
campaign-goal-attended = Attend a training
campaign-goal-started = Start a course
campaign-goal-finished = Finish a course
campaign-goal-jp = Reach a number of JP
campaign-ask-training = Which training?
campaign-no-training = There is no training for that goal yet.
campaign-ask-jp = How many JP this year? Write the number, for example *20*.
campaign-not-jp = Write a number from 1 to 100.
campaign-ask-audience = Who shall be drawn? Whoever has reached the goal, has no chat, or has switched suggestions off is left out.
campaign-audience-all = All employees
campaign-audience-pns = PNS
campaign-audience-pppk = PPPK
campaign-audience-too-few = ⚠️ { $label } ({ NUMBER($count) }, too few)
campaign-nobody-to-draw = This campaign cannot be started yet: only { $people } employees can be reached for that goal, and at least { $fewest } are needed. Whoever has linked no chat, has reached the goal or has switched suggestions off does not count. Ask staff to link their chats first (/kode), or choose another goal.
campaign-nobody-invited-accepted = For this goal only employees count who were invited to that training and have not answered. Invite some first (/undang).
campaign-nobody-invited-attended = For this goal only employees count who were invited to that training. Invite some first (/undang).
campaign-audience-size = { $label } ({ NUMBER($count) })
campaign-ask-messages =
    Choose one to four messages, each on one principle. The control group gets nothing.

    { $learnt }
campaign-learnt = • { $principle }: { $mean } points on average ({ $low } to { $high }) over { $campaigns } campaigns here
campaign-learnt-nothing = • { $principle }: never measured here
campaign-messages-done =
    { $count ->
        [one] Go on with one message
       *[other] Go on with { $count } messages
    }
campaign-principle-plain-reminder = Plain reminder
campaign-principle-social-norm = Colleagues of the office
campaign-principle-reserved-seat = A seat with a time limit
campaign-principle-own-progress = Own progress
campaign-principle-citizens-said = What citizens said
campaign-principle-incentive = Points and rewards
campaign-ask-words =
    The message *{ $principle }* will read like this (figures are filled in for each reader):

    { $draft }

    Keep it, or *write your own words*. What they may and must contain: { $names }.
campaign-words-keep = Keep it
campaign-ask-draw = Who is drawn into the groups?
campaign-draw-person = Each person
campaign-draw-unit = Whole offices
campaign-draw-why = Whole offices where colleagues will talk to each other; that needs many more employees.
campaign-ask-base =
    Without any message, about how many in 100 people would do it?

    { $hint }
campaign-base-known = In earlier campaigns with this goal: { $percent } in 100.
campaign-base-unknown = There is no experience here yet. If in doubt, choose 50: that is the most careful guess.
campaign-base-choice = { $percent } in 100
campaign-ask-days = When is the result read? The day is announced now and does not change; what is done after it does not count.
campaign-days =
    { $waves ->
        [one] { $days } days, at most one message each
       *[other] { $days } days, at most { $waves } messages each
    }
campaign-review =
    *Before it is sent*

    Goal: { $act }
    Drawn: { NUMBER($people) } people in { $groups } groups, one of them the control group
    Result read: { DATETIME($at, dateStyle: "long") }
campaign-review-left-out = Not drawn: { NUMBER($count) } people, because one of the messages is not true for their office.
campaign-power = With { NUMBER($people) } people, a difference below *{ NUMBER($points, maximumFractionDigits: 1) } points* will not be seen (worked out for a chance of 80 in 100).
campaign-power-none = With { NUMBER($people) } people, not even the largest difference would be seen.
campaign-power-weak = That is more than 5 points, while nudges usually change 1 to 5 points. Most likely the result will be "not proven".
campaign-start = Start now
campaign-start-weak = I understand, start
campaign-started = The campaign has started. The first messages go in working hours. The result is read { DATETIME($at, dateStyle: "long", timeStyle: "short") }; until then only its progress is shown.
campaign-change-audience = Change the audience
campaign-change-messages = Change the messages
campaign-change-draw = Change draw and time
campaign-see = See the campaign
campaign-left = The design of the campaign was not kept.
campaign-head = *{ $title }* – { $act }
campaign-progress = Still running. { NUMBER($acted) } of { NUMBER($assigned) } people have done it, all groups together. The groups are compared { DATETIME($at, dateStyle: "long") }: looking earlier finds differences in chance.
campaign-progress-arm = • { $name }: { NUMBER($assigned) } people, message reached { NUMBER($reached) }
campaign-cancelled-view = Stopped before its horizon, so there is no result.
campaign-control = Control group
campaign-arm-line =
    *{ $name }*: { NUMBER($acted) } of { NUMBER($counted) } ({ $share }, interval { $low } to { $high }); message reached { NUMBER($reached) }
campaign-difference = Difference to control: *{ $difference } points* (95 % interval: { $low } to { $high })
campaign-needed = About { NUMBER($estimate) } people need to be nudged for one more ({ NUMBER($best) } to { NUMBER($worst) }).
campaign-verdict-helps = Proven to help.
campaign-verdict-harms = Proven to harm: without this message more people do it.
campaign-verdict-not-proven = Not proven: no difference is still possible.
campaign-holm = As there are several messages, the intervals are widened (Holm's correction).
campaign-refused-assigned-ratio = *The result cannot be used.* The groups are no longer as they were drawn, so no difference means anything. Find out who changed the assignment.
campaign-refused-lost-people = *The result cannot be used.* From one group far more people have left the staff list than from the others.
campaign-refused-too-few = *The result cannot be read.* Too few people can still be counted.
campaign-send-best = Send the best to the control group
campaign-best-on-its-way =
    { $count ->
        [one] The best message goes to one person of the control group who has not done it.
       *[other] The best message goes to { $count } people of the control group who have not done it.
    }
campaign-cancel = Stop it
campaign-cancel-sure = Stop this campaign? There will be no more messages, and the result will never be read.
campaign-cancel-yes = Yes, stop it
campaign-now-cancelled = The campaign has been stopped.
campaign-chart-subtitle = { $act }; { NUMBER($people) } people
campaign-chart-axis = Share that has done it, in per cent, with its interval
campaign-chart-alt = Chart of the campaign { $title }: the share that has done it in each group.
campaign-chart-helps = proven to help
campaign-chart-harms = proven to harm
campaign-chart-not-proven = not proven
