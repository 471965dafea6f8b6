# Citizens' cases: complaints, wishes, questions.

command-lapor = send a complaint, a wish or a question
menu-report = 📣 Report something
to-report = 📣 Make a report

# Raise the version in feedbackbot/domain/people/consents.py when the meaning of this text changes.
case-words-ready = 📝 I am preparing this as a report: “{ $words }”
consent-cases =
    *Your consent first*

    Your report goes to the office it is about (basis: UU 25/2009 on public services and UU 27/2022).

    • Kept: what you write, pictures or files you send, the place if you like, and what you and the officer write.
    • The officer does not see who you are, unless you give a name yourself.
    • Kept until { $days } days after the report is closed; then its contents are erased.
    • Messages pass through the chat app's servers, perhaps abroad.
    • You may see (/dataku), erase (/hapus) or withdraw at any time: /privasi

    Do you agree?
case-consent-refused = All right, nothing was kept. If you change your mind, just type /lapor.

case-kind-pengaduan = Complaint
case-kind-aspirasi = Wish
case-kind-permintaan-informasi = Request for information
case-kind-long-pengaduan = 😟 Complaint: something is wrong
case-kind-long-aspirasi = 💡 A wish or an idea
case-kind-long-permintaan-informasi = ❓ A question
case-which-kind = What would you like to tell us?
case-mine = 🗂 My reports
case-which-unit = Which office is it about? *Type its name or its service*, or choose:
case-which-service = *{ $unit }*: which service is it about?
case-what-pengaduan = Tell us what happened at *{ $unit }*, in your own words. Pictures can follow.
case-what-aspirasi = What do you wish for from *{ $unit }*?
case-what-permintaan-informasi = What would you like to know from *{ $unit }*?
case-more-words = So far: “{ $words }”. Could you say a little more? The officer needs to know what happened.
case-no-letters = Please write it in words, so that the officer understands.
case-when = When did it happen? Type the date, or choose:
case-when-today = Today
case-when-yesterday = Yesterday
case-when-this-week = This week
case-when-ongoing = Still going on
case-when-no-time = Please write only when, for example “yesterday morning” or “12 March”, or choose below.
case-pin-added = 📍 The point on the map is added to this report.
case-when-said = { $said } (written { DATETIME($at, dateStyle: "medium") })
case-files = Any picture or letter that helps? Send it here, { $most } at most. If there is none, skip.
case-files-so-far = { $n } of { $most } files so far. Send more, or go on.
case-files-done = Go on ›
case-files-drop = 🗑 Remove all
case-file-added = Added to this report: { $n } files.
case-words-added = Noted in your report.
case-file-now-words = The picture is kept. Now write what happened.
case-file-too-large = That file is too large. { $most } MB at most; try an ordinary picture.
case-files-enough = That is enough: { $most } files at most.
case-files-ready = 📎 { $n } files are ready. Write your message, or send them as they are.
case-send-files = 📤 Send
case-file = 📎 { $number }: file { $place } of { $of }

case-check = *This is what will be sent. Is it right?* Choose Send, or the part to change.
case-line-kind = *Kind:* { $kind }
case-line-unit = *Office:* { $unit }
case-when-in-words = told in the words below
case-line-when = *When:* { $when }
case-line-place = *Place:* { $place }
case-line-map = *On the map:* { $link }
case-on-the-map = a point on the map
case-line-sender = *Sender:* { $name }
case-line-anonymous = *Sender:* not shown
case-line-state = *State:* { $state }
case-line-due = *Due:* { DATETIME($due, dateStyle: "full", timeStyle: "short") }
case-line-flagged = ⚑ This sender is flagged: slowed down, not silenced.
case-send = ✅ Send
case-mend-words = ✏️ Words
case-mend-unit = 🏢 Office
case-mend-when = 🕑 Time
case-mend-place = 📍 Place
case-mend-files = 📎 Files
case-mend-name = 👤 Name
case-where = Where? Type the place, or send a location from your app.
case-no-place = No place
case-whose = The officer does not see who you are. If you want to be known, type your name.
case-anonymous = Stay anonymous
case-sent =
    ✅ *Your report was sent.*
    Your number: *{ $number }*

    { $unit } answers by { DATETIME($due, dateStyle: "full") }. The answer comes to this chat.
case-limit-daily = You have sent many reports today. The next one can be sent on { DATETIME($until, dateStyle: "long", timeStyle: "short") }.
case-limit-same-text = A report with the same words exists: { $number }. You can add to it there.
case-limit-slowed = Your next report can be sent on { DATETIME($until, dateStyle: "long", timeStyle: "short") }.
case-found = Report { $number } is here.
case-not-found = I do not find a report “{ $words }” of yours.

case-state-new = waiting for an officer
case-state-taken = being worked on
case-state-asked = waiting for the citizen's answer
case-state-done = said to be done, waiting for the citizen's word
case-state-closed-confirmed = done
case-state-closed-unconfirmed = closed without the citizen's word
case-state-withdrawn = withdrawn

case-title = *Report { $number }* ({ $kind })
case-entry = • { DATETIME($at, dateStyle: "short", timeStyle: "short") } { $who }: { $what }
case-entry-words = {" "}– “{ $words }”
case-actor-you = you
case-actor-citizen = citizen
case-actor-officer = officer
case-actor-head = head of unit
case-actor-superadmin = city admin
case-actor-clock = system
case-action-send = sent it
case-action-take = took the report
case-action-answer = answered
case-action-ask-back = asked
case-action-hand-over = passed it to { $unit }
case-action-order-field-check = asked for a field check
case-action-mark-done = said it is done
case-action-write = wrote
case-action-confirm = confirmed that it is done
case-action-refuse = said it is not done
case-action-withdraw = withdrew it
case-action-score = rated the handling
case-action-remind = reminded
case-action-escalate = took it a level up
case-action-let-go = closed it after a long silence
case-action-settle = said it is settled

case-mine-title = *Your reports*
case-listed = { $number } · { $state }
case-none-yet = You have not sent a report yet.
case-new = 📣 New report
case-see = 🔎 See the report
case-reply = ✍️ Write to the officer
case-write = Write to the officer of *{ $unit }* (report { $number }). Pictures are welcome.
case-reply-too-late = Report { $number } is closed, so your message was not passed on to the officer. This is how it stands:
case-written = Sent to the officer (report { $number }).
case-is-it-done = *Is it done?*
case-done-yes = ✅ Yes, it is
case-not-done = ❌ No
case-confirmed = Thank you. Report { $number } is closed as *done*.
case-reopened =
    Report { $number } is open again and went one level up. It is now due on { DATETIME($due, dateStyle: "full") }.

    What is still wrong? Write it here; pictures are welcome.
case-withdraw = Withdraw it
case-withdraw-question = Withdraw report { $number }? The officers will not work on it any more.
case-withdraw-sure = Yes, withdraw
case-withdrawn = Report { $number } is withdrawn.
case-ask-score = How was report { $number } handled?
case-score-1 = Badly
case-score-2 = Not so well
case-score-3 = Well
case-score-4 = Very well
case-scored = Thank you for your rating (report { $number }).

case-told-take = An officer of { $unit } is now working on your report *{ $number }*.
case-told-answer = *{ $unit }* answers your report *{ $number }*:
case-told-ask-back = *{ $unit }* has a question about your report *{ $number }*. Please answer so that it can go on:
case-told-hand-over = Your report *{ $number }* was passed to *{ $unit }*, the office in charge.
case-told-order-field-check = Your report *{ $number }* needs a check on site by { $unit }. It is due by { DATETIME($due, dateStyle: "full") }.
case-told-mark-done = *{ $unit }* says that your report *{ $number }* is done:
case-told-let-go = We closed your report *{ $number }*, as we did not hear from you for long. If it is not done, tap “No”.
case-remind-asked = { $unit } is still waiting for your answer about report *{ $number }*.
case-remind-done = { $unit } says that report *{ $number }* is done, and waits for your word.

case-unknown = There is no such report, or it is not yours.
case-not-now = That cannot be done now: the report has changed.
case-not-allowed = That is not yours to do.
case-other-unit = That report is with another office now.
case-same-unit = That report is with this office already.
case-no-field-check = This report needs no further field check.
case-already-scored = You have rated the handling already. Thank you.
case-score-range = The score goes from 1 to 4.
case-too-late = The time to answer is over. Please make a new report: /lapor

# The officers' desk: cases, rota.

command-kasus = the officers' desk of reports
command-piket = set the officers on duty

desk =
    *Desk of reports*
    { $n ->
        [0] No report is open.
        [one] { $n } report is open.
       *[other] { $n } reports are open.
    } Type a report's number or words to look for, or choose:
desk-pile-baru = New
desk-pile-saya = Mine
desk-pile-hari-ini = Due today
desk-pile-lewat = Overdue
desk-pile-semua = All
desk-pile-tutup = Closed
desk-no-number = That is no number of a report. Example: 7F3-QX2K.
desk-list = *{ $pile }* ({ $n })
desk-empty = *{ $pile }*: nothing here.
desk-listed = *{ $number }* ({ $kind })

case-open = 🗂 Open
case-erased = (contents erased)
case-stays-here = ‹ Leave it here
case-do-take = ✋ Take
case-do-answer = 💬 Answer
case-do-ask-back = ❓ Ask
case-do-hand-over = ↪️ Pass on
case-do-order-field-check = 🚧 Field check
case-do-mark-done = ✅ Done
case-do-read-all = 📄 Read it all
case-do-files = 📎 Files ({ $n })
case-do-flag = ⚑ Flag the sender
case-do-unflag = ⚐ Remove the flag
case-did-take = You are working on this report now.
case-did-answer = ✅ Your answer was sent to the citizen.
case-did-ask-back = ✅ Your question was sent to the citizen.
case-did-order-field-check = Noted: it needs a field check. The citizen was told.
case-did-mark-done = ✅ The citizen is asked whether it is done.
case-flag-set = The sender is flagged: the next reports are slowed down.
case-flag-gone = The flag is removed.
case-write-answer = Write your answer to report { $number }. The citizen does not see who you are. Pictures are welcome.
case-nothing-sent = What you wrote was sent to nobody.
case-reply-which = For which report is this?
case-reply-sure = Send this to the citizen as the answer to report { $number }? The citizen does not see who you are.
case-write-ask-back = What do you need to know for report { $number }?
case-write-mark-done = What was done about report { $number }? The citizen reads this and is asked whether it is done.
case-words-needed = Please say it in words too.
case-hand-over-where = Pass it to which office? *Type its name*, or choose:

case-staff-new = 📥 *New report { $number }* ({ $kind }) for { $unit }. First answer due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-hand-over = 📥 *Report { $number }* ({ $kind }) was passed to { $unit }. Due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-write = ✍️ The citizen writes about report *{ $number }*:
case-staff-confirm = ✅ The citizen says that report *{ $number }* is done.
case-staff-refuse = ❌ The citizen says that report *{ $number }* is not done. It is open again, due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-withdraw = The citizen withdrew report *{ $number }*.
case-staff-remind = ⏰ Report *{ $number }* ({ $kind }) at { $unit } is still waiting. Due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-overdue = 🔴 Report *{ $number }* ({ $kind }) at { $unit } is overdue ({ DATETIME($due, dateStyle: "full", timeStyle: "short") }).
case-staff-refused-level = ❌ The citizen refused the closing of report *{ $number }* at { $unit }. Please look into it.

rota =
    *On duty at { $unit }*
    Whoever is on duty is told at once of a low score or a new report. Tap a day to change it.
rota-no-unit = Your role belongs to no single office, so there is nothing to set here.
rota-which-unit = The rota of which office?
rota-who = Who is on duty on *{ $day }*?
rota-everybody = All officers
rota-member = Officer { $place }
rota-me = { $name } (you)
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

audit-action-case-step = worked on a report
audit-action-case-flagged = flagged the sender of a report
audit-action-case-unflagged = removed the flag of a sender
audit-action-duty-changed = changed the rota
audit-action-follow-up-published = published a follow-up
audit-action-recovery-written = wrote to a citizen who rated
audit-action-recovery-settled = settled a low score

# After a low score, and "You said, we did".

recovery-alert = 🔔 *Low score at { $unit }*: { $elements } (index { NUMBER($ikm, minimumFractionDigits: 2) }). The person may still be at the counter.
recovery-comment = 🔔 Comment on the low score at { $unit } ({ $elements }, index { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-agreed = 🙋 The citizen with the low score at { $unit } ({ $elements }, index { NUMBER($ikm, minimumFractionDigits: 2) }) may be asked.
recovery-citizen-writes = ✍️ The citizen answers about the low score at { $unit } ({ $elements }, index { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-service = Service: { $service }
recovery-open = 🔎 Open
recovery-waiting = { $n ->
        [0] All low scores are settled.
        [one] *One low score* is not settled:
       *[other] *{ $n } low scores* are not settled. Choose one:
    }
recovery-listed = { DATETIME($at, dateStyle: "short") } · { $elements }
recovery-reply = 💬 Reply
recovery-settle = ✅ Settled
recovery-settled = Noted. A citizen who agreed to be asked is invited to rate once more.
recovery-is-settled = ✅ Settled.
recovery-second = Second rating, { $element }: *{ $answer }*
recovery-not-agreed = This citizen has not agreed to be asked.
recovery-write = Write your message. The citizen does not see who you are, nor you who the citizen is. Pictures are welcome.
recovery-reply-sure = Send this to the citizen who gave the rating? They do not see who you are.
recovery-written = ✅ Sent to the citizen.

recovery-offer =
    We are sorry that it was not good. The officers there were told, without your name.

    May an officer ask you about it in this chat? Your name and number stay hidden.
recovery-agree = 🙋 Yes, they may
recovery-agreed-thanks = Thank you. If an officer asks, the message comes here.
recovery-over = That is over.
recovery-reply-too-late = The officer has marked that as settled, so your message was not passed on. If something is still wrong, type /lapor.
recovery-told = An officer of *{ $unit }* writes about your rating:
recovery-citizen-write = Write your answer. Your name and number stay hidden. Pictures are welcome.
recovery-citizen-written = Sent to the officer.
recovery-settled-told = *{ $unit }* says that it is settled. How is it now? Your first answer stays as it was.
recovery-rate-again = ⭐ Rate once more
recovery-is-answer = Is this for the officer of { $unit }, about your rating?
recovery-is-better = Is that your answer to whether it is better now at *{ $unit }*?
recovery-better = *{ $element }*, now: { $question }
recovery-second-thanks = Thank you, your word is kept.

command-tindaklanjut = publish what was improved
follow-up-which-unit = An improvement at which office?
follow-up-which-element = What is it about?
follow-up-what = What was improved ({ $element })? Short and real, { $most } characters at most. Example: “Counter 3 is open every Monday and Thursday.”
follow-up-too-long = Too long: { $n } characters, { $most } at most.
follow-up-which-cases = Which reports asked for it? Tap those that fit; whoever sent them is told.
follow-up-go-on = Go on ›
follow-up-check =
    *This is what citizens will read.* It goes to those who rated this office or reported about it, and is shown with the results.{ $n ->
        [0] { "" }
        [one] {" "}Tied to { $n } report.
       *[other] {" "}Tied to { $n } reports.
    }
follow-up-publish = 📢 Publish
follow-up-mend = ✏️ Change
follow-up-published = ✅ Published. Citizens are told little by little, at reasonable hours.
follow-up-empty = First write what was done.
follow-up-told =
    🛠 *You said, we did*
    { $unit } ({ $element }):

    { $words }
follow-up-is-answer = Is this what you want to say to { $unit } about the improvement you were just told of?
follow-up-with-result = 🛠 *You said, we did* ({ $element }, { DATETIME($at, dateStyle: "medium") }): { $words }

# Words that may answer an open question

case-answer-sure = Is this your answer to the officer of { $unit } (report { $number })?
case-answer-send = Yes, send it to the officer
case-answer-drop = Do not send it
case-answer-dropped = All right, it is not sent.
case-done-sure = Is this about report { $number }: is it settled?
case-not-done-send = Not yet, send this
case-late-sure = This file came after report { $number } had been sent. Add it to that report, for { $unit }?
case-edited-sure = Report { $number } was sent already, so the change of your message is not in it. Send these new words to { $unit } after it?
case-edited-late = Report { $number } was sent and is closed, so the change of your message is not in it.

# The thread of a report: one line under its number, the officers' desk, and what is seldom done.

command-jawaban = ready replies for the desk of reports
case-thread-place = 📍 { $place }
case-thread-due = ⏰ { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
case-confidential = 🔒 confidential
case-line-confidential = 🔒 *Confidential:* only who handles it and the head of unit read it.
case-line-confidential-own = 🔒 *Confidential:* only the officer who handles it reads it.
case-line-masked = 🙈 Numbers and names are hidden. Take this report to see them.
case-line-lapor = *LAPOR! number:* { $number }
case-line-into = 🔗 Merged into report { $number }: it is worked on there.
case-line-merged = 🔗 { $n ->
        [one] Worked on for one more report: { $numbers }
       *[other] Worked on for { $n } more reports: { $numbers }
    }
case-hidden = (confidential: take this report to read it)
case-mend-secret = 🔒 Make confidential
case-mend-open = 🔓 Not confidential

case-state-outside = not within the city's powers
case-state-merged = merged with another report
case-action-assign = handed it to a colleague
case-action-note = made a note
case-action-refer = said that it is not within the city's powers
case-action-merge = merged it with another report
case-action-merged-here = merged another report into this one
case-do-assign = 🤝 To a colleague
case-do-note = 📝 Internal note
case-do-refer = 🚫 Not the city's
case-do-merge = 🔗 Merge
case-do-more = ⋯ More
case-did-assign = ✅ Handed over. Your colleague is told.
case-did-note = 📝 Noted. The citizen does not see it.
case-did-merge = ✅ Merged. It is now worked on as { $number }; who sent it is told.
case-did-refer = ✅ The citizen is told that this is a matter of { $agency }.
case-did-hand-over = ✅ Passed to that office.
case-write-hand-over = A note for that office (report { $number })? The citizen does not read it.
case-write-assign = A note for your colleague (report { $number })? The citizen does not read it.
case-write-note = Write a note on report { $number }. Only the staff reads it.
case-without-note = Without a note
case-note-words-only = A note is in words only.
case-more = Report *{ $number }*: what else?
case-assign-whom = To whom do you hand report { $number }?
case-assign-nobody = There is no other colleague in this office for report { $number }.
case-colleague-away = { $name } (away until { DATETIME($until, dateStyle: "short") })
case-merge-which = Merge into which report? Choose one that is alike, or *type its number*. Whoever sent it keeps the own number and is told of everything.
case-refer-whose = Whose matter is it? The citizen is told where to go.
case-referred-to = This is a matter of *{ $agency }* ({ $matters }), not of the city.
case-referred-lapor = You can also report it through LAPOR! (lapor.go.id), which passes it to the right body.
case-went-to-parent = This report was merged into *{ $number }* while you were writing; your words are kept there.
case-ready-replies = 💬 Ready replies
case-ready-title = { $title }
case-which-ready = Choose a reply. You see it before it goes.
case-same-officer = That report is in those hands already.
case-cannot-merge = The two reports cannot be merged: the other one is closed, or one of them is confidential.
case-told-assign = Report *{ $number }* was handed to another officer of { $unit }.
case-told-note = Report *{ $number }*.
case-told-refer = Report *{ $number }* is not within the city's powers:
case-told-merge = There is a report about the same thing already, so report *{ $number }* is worked on together with it. Your number stays valid, and you are told whenever there is news.
case-staff-assign = 🤝 Report *{ $number }* ({ $kind }) at { $unit } was handed to you. Due { DATETIME($due, dateStyle: "full", timeStyle: "short") }.

desk-pile-temuan = What was found
desk-workbook = 📊 Download all
desk-workbook-ready = All reports of your desk, without names and numbers of citizens. What is confidential stays out.
desk-workbook-file = reports-{ DATETIME($at, dateStyle: "short") }.xlsx
desk-workbook-sheet = Reports
desk-kind-all = 🔎 All kinds
desk-kind-pengaduan = 🔎 Complaints
desk-kind-aspirasi = 🔎 Wishes
desk-kind-permintaan-informasi = 🔎 Questions
case-column-number = Number
case-column-kind = Kind
case-column-unit = Office
case-column-service = Service
case-column-words = Words
case-column-place = Place
case-column-state = State
case-column-received = Received
case-column-responded = First answer
case-column-due = Due
case-column-closed = Closed
case-column-score = Score of the handling
case-column-lapor = LAPOR! number

ready-which-unit = Ready replies of which office?
ready-list = { $n ->
        [0] There are no ready replies yet. Write one, and your officers can choose it when they answer citizens.
       *[other] *Ready replies* ({ $n }). Tap to read or take away.
    }
ready-new = ➕ New reply
ready-title = Its title? At most { $most } letters, for example “Opening hours”.
ready-words = Write the reply (“{ $title }”), at most { $most } letters.
ready-too-long = Too long: { $n } letters, at most { $most }.
ready-kept = ✅ Kept: { $title }.
ready-drop = 🗑 Take away
ready-dropped = Taken away.
ready-gone = That reply is no longer there.
ready-too-many = There are too many ready replies; take away old ones first.
audit-action-ready-reply-kept = kept a ready reply
audit-action-ready-reply-dropped = took away a ready reply
audit-action-case-merged = merged reports

leave-take = 🌴 I am away
leave-back = 🌴 I am back
leave-until = 🌴 You are away until { DATETIME($until, dateStyle: "full") }. Your colleagues are told of the reports in your hands.
leave-how-long = How many days, from today on? Choose, or type the number.
leave-days = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
leave-not-days = Type the number of days, at most { $most }.
leave-over = Welcome back.

command-batas = limits in working days of each office and service
limit-which-unit = The limits of which office? *Type its name*, or choose:
limit-of-unit = *Limits to settle a report: { $unit }*
limit-line = • { $service }, { $kind }: { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
limit-all-services = All services
limit-which-service = Change the limit of which service? The city's limit holds for what is not written here.
limit-other-unit = Another office
limit-which-kind = For which kind of report?
limit-how-many = How many working days for { $kind }? Type the number. It holds for reports that come in from now on.
limit-as-city = As in the whole city ({ $days } days)
limit-not-days = Type a number of working days, from 1 to { $most }.
limit-changed = ✅ The limit was changed.
audit-action-case-limit-changed = changed a limit for reports

# LAPOR! and the history of a report.

case-do-lapor = 📤 LAPOR!
case-action-lapor = entered it into LAPOR!
case-take-first = That report is confidential: take it first.
lapor-fields =
    *For LAPOR!* Title and text are in the two messages above, ready to be copied. The other fields:

    • Classification: { $kind }
    • Date of event: { $happened }
    • Place: { $where }
    • Agency addressed: { $agency }
    • Attachments: { $files }
    • Anonymous: { $anonymous } · Confidential: { $confidential }
    • Our number: { $number }
lapor-yes = yes
lapor-no = no
lapor-ask-number = Entered? Type the tracking number (Tracking ID) of LAPOR!; the citizen sees it with the report. Ask the citizen's consent before you enter it.
lapor-no-number = That is no tracking number. Example: 1234567.
lapor-kept = ✅ The LAPOR! number { $number } is kept.
audit-action-case-lapor-kept = kept a LAPOR! number

case-history = 📄 History (PDF)
history-file = history-{ $number }.pdf
history-ready = The history of report { $number }. You can show this sheet, for example to the Ombudsman.
history-title = History of report { $number }
history-words = What was reported
history-steps = What happened
history-at = When
history-who = Who
history-what = What
history-kind = Kind
history-unit = Office
history-state = State
history-received = Received
history-first-due = Limit for the first answer
history-responded = First answer
history-settle-due = Limit for settling
history-closed = Closed
history-reopened = Opened again
history-kept = kept
history-broken = passed
history-running = still running
history-moment = { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
history-foot = Made by the city's assistant on { DATETIME($at, dateStyle: "long", timeStyle: "short") }. Officers are not named.
case-in-short = { $number }, { $unit }
recovery-in-short = a low score at { $unit }
talk-in-short = { $unit } answers your rating

case-spoken = 🎤 Voice message ({ DATETIME($at, dateStyle: "medium", timeStyle: "short") })
case-spoken-alone = 🎤 It is in your voice message. Would you like to add words? Just type.
case-line-none = –
case-line-files = *Files:* { $files }
case-sent-ready = 📝 I am preparing this as a report: { $what }.
files-photo = { $n ->
        [one] 1 picture
       *[other] { $n } pictures
    }
files-voice = { $n ->
        [one] 1 voice message
       *[other] { $n } voice messages
    }
files-document = { $n ->
        [one] 1 file
       *[other] { $n } files
    }

desk-lapor = 📤 LAPOR! list
desk-lapor-ready = Open reports of your desk as the fields of LAPOR!, those without a tracking number first. Confidential ones only where you have them in hand.
desk-lapor-file = lapor-{ DATETIME($at, dateStyle: "short") }.xlsx
lapor-copy-title = 📋 Copy title
lapor-copy-text = 📋 Copy text
lapor-copy-when = 📋 Time
lapor-copy-where = 📋 Place
lapor-copy-agency = 📋 Agency
lapor-copy-number = 📋 Our number
lapor-column-class = Class
lapor-column-title = Title
lapor-column-text = Text
lapor-column-when = Date of event
lapor-column-where = Place
lapor-column-agency = Agency
lapor-column-files = Files
lapor-column-anonymous = Anonymous
lapor-column-confidential = Confidential
lapor-column-number = Our number
lapor-column-tracking = LAPOR! tracking number
case-told-lapor = Report *{ $number }* from { $unit } was entered into LAPOR! (lapor.go.id). Its tracking number:
case-near = near { $place }
case-column-about = About
case-cell-due = { DATETIME($due, dateStyle: "medium") }
