# Citizens' cases: complaints, wishes, questions.

command-lapor = send a complaint, a wish or a question
menu-report = 📣 Report something
to-report = 📣 Make a report

# Raise the version in feedbackbot/domain/consents.py when the meaning of this text changes.
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
case-when-said = { $said } (written { DATETIME($at, dateStyle: "medium") })
case-files = Any picture or letter that helps? Send it here, { $most } at most. If there is none, skip.
case-files-so-far = { $n } of { $most } files so far. Send more, or go on.
case-files-done = Go on ›
case-files-drop = 🗑 Remove all
case-file-now-words = The picture is kept. Now write what happened.
case-file-too-large = That file is too large. { $most } MB at most; try an ordinary picture.
case-files-enough = That is enough: { $most } files at most.
case-files-ready = 📎 { $n } files are ready. Write your message, or send them as they are.
case-send-files = 📤 Send
case-file = 📎 { $number }: file { $place } of { $of }
case-files-elsewhere = 📎 { $number }: there are { $n } files, but they came through another chat app and cannot be shown here.

case-check = *This is what will be sent. Is it right?*
case-line-kind = *Kind:* { $kind }
case-line-unit = *Office:* { $unit }
case-line-when = *When:* { $when }
case-line-place = *Place:* { $place }
case-line-map = *On the map:* { $place }
case-on-the-map = a point on the map
case-line-files = *Files:* { $n }
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
