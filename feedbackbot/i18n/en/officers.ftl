# The officers' desk: cases, rota.

command-kasus = the officers' desk of reports
command-piket = set the officers on duty
menu-desk = 🗂 Desk of reports

desk =
    *Desk of reports*
    { $n ->
        [0] No report is open.
        [one] { $n } report is open.
       *[other] { $n } reports are open.
    } Type a report's number, or choose:
desk-pile-baru = New
desk-pile-saya = Mine
desk-pile-hari-ini = Due today
desk-pile-lewat = Overdue
desk-pile-semua = All
desk-pile-tutup = Closed
desk-no-number = That is no number of a report. Example: 7F3-QX2K.
desk-list = *{ $pile }* ({ $n })
desk-empty = *{ $pile }*: nothing here.
desk-listed = { $mark }{ $number } · { $kind } · { DATETIME($due, dateStyle: "short") }

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
case-did-hand-over = ✅ Passed to { $unit }.
case-did-order-field-check = Noted: it needs a field check. The citizen was told.
case-did-mark-done = ✅ The citizen is asked whether it is done.
case-flag-set = The sender is flagged: the next reports are slowed down.
case-flag-gone = The flag is removed.
case-write-answer = Write your answer to report { $number }. The citizen does not see who you are. Pictures are welcome.
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
