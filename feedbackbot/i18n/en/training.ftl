# Trainings: catalogue, invitations, seats, reminders, attendance.

command-pelatihan = see your trainings and invitations
command-pelatihan-baru = make a new training
command-undang = invite staff to a training
command-hadir = check in at a training


training-kind-teknis = Technical
training-kind-manajerial = Managerial
training-kind-sosial-kultural = Socio-cultural
training-skill-technical = Technical skill
training-skill-soft = Soft skill
training-mode-classroom = Classroom
training-mode-online = Online, live
training-mode-self-paced = Self-paced
training-mode-blended = Blended

training-title = *{ $title }*
training-institution = With { $institution }
training-kind-and-mode = { $kind } · { $mode } · { $jp } JP
training-session = { DATETIME($starts, dateStyle: "full") }, { DATETIME($starts, timeStyle: "short") }–{ DATETIME($ends, timeStyle: "short") } { ZONE() }
training-session-where =
    📅 { $when }
    📍 { $where }
training-more-sessions = … and { $count } more sessions
training-own-pace = 📱 Learnt in this chat, at any time
training-improves = Improves: { $element }
training-seats = Seats: { $seats }
training-no-limit = Seats: no limit
training-seats-free = Seats left: { $free } of { $seats }{ $waiting ->
    [0] { "" }
   *[other] {" "}(waiting: { $waiting })
}
training-register-until = Registration until { DATETIME($at, dateStyle: "long") }
training-needs-consent = Needs the head of unit's consent
training-calendar = 📅 Save to calendar
training-calendar-file = training-{ $id }.ics
training-calendar-ready = Open this file to keep the dates in your phone's calendar.
training-open-link = 🔗 Open the link
training-open-map = 🗺 Open the map
training-details = Details
training-list = 🎓 Trainings
training-others = Other trainings
training-join = ✅ I want to join
training-dated = { $title } · { DATETIME($at, dateStyle: "medium") }

trainings-which = *Trainings.* Which ones?
trainings-saya = 📌 Mine ({ $count })
trainings-saran = 💡 Recommended for your office ({ $count })
trainings-buka = 📋 All that are open ({ $count })
trainings-found = Tap one to see its details.
trainings-none = There are no trainings here at present.

standing-none = You have not signed up.
standing-invited = You are invited. Please answer below.
standing-later = You want to be reminded later.
standing-asked = Waiting for your head of unit.
standing-seated = ✅ You have a seat.
standing-offered = There is a seat for you. Take it before its time is up.
standing-waiting = You are on the waiting list.
standing-declined = You are not taking part.
standing-cancelled = You have given your seat back.
standing-lapsed = The offer of a seat has ended.
standing-refused = Your head of unit has not agreed.

training-unknown = That training no longer exists.
training-not-open = Registration for that training is closed.
training-was-cancelled = That training was cancelled.
training-is-over = That training is over.
training-has-begun = The training has begun, so seats cannot be given back any more.
training-not-admin = This is for programme admins.
training-not-linked = This is for staff. Please link this chat with your staff record first.

invite-head = 🎓 *You are invited to a training*
invite-until = Please answer before { DATETIME($at, dateStyle: "full", timeStyle: "short") }.
invite-yes = ✅ I will come
invite-no = ❌ I cannot
invite-later = 🕐 Not now
invite-is-answer = Is that your answer to the invitation to *{ $title }*?
# what people write for each answer, parted by commas
invite-said-ya = i will come, coming, i am in, count me in, i will join, i will attend, attending
invite-said-tidak = i cannot come, i can't, can't come, cannot attend, not coming, i will not come
invite-said-nanti = not sure, maybe later, i do not know yet, let me see
why-ask = ❓ Why am I invited?
why-said = why am i invited, why me, why was i invited, reason for the invitation
why-title = *Why are you invited to { $title }?*
why-short = ❓ *Why you?* { $why }
why-chosen = Citizens rate *{ $element }* at { $unit } { NUMBER($mean, minimumFractionDigits: 2, maximumFractionDigits: 2) } out of 4 on average ({ $n } ratings). This training was chosen to improve it.
why-figure = This training is about *{ $element }*. Citizens rate it at { $unit } { NUMBER($mean, minimumFractionDigits: 2, maximumFractionDigits: 2) } out of 4 on average ({ $n } ratings).
why-element = This training is about *{ $element }*, one of nine things that citizens rate at every office.
why-other = An admin of the trainings chose your office or rank. This training adds { $jp } JP; you are free to say no.
invite-later-too-late = Registration is about to close. Please answer now.
offer-yes = ✅ Take the seat
offer-no = Let it go

seat-taken = ✅ You have a seat in *{ $title }*. Save the dates; I will remind you.
seat-full = All seats are taken. Would you like to join the waiting list? As soon as a seat is free you are told, in order.
seat-offered = 🎉 *A seat is free for you.* Take it before { DATETIME($until, dateStyle: "medium", timeStyle: "short") }; then it is offered to the next.
offer-ended-lapsed = The time to take a seat in { $title } is over, so it was offered to somebody else. You can still sign up again.
offer-ended-withdrawn = Sorry, { $title } has fewer seats now, so the offer to you was withdrawn. You keep your place on the waiting list.
seat-give-back = Give my place back
wait-join = ⏳ Join the waiting list
wait-joined = You are number { $place } on the waiting list.
give-back-question = Give back your place in *{ $title }*? It is offered at once to whoever is waiting.
give-back-sure = Yes, give it back
give-back-not = No, keep it
given-back = Done. Thank you for telling us; the place is for somebody else now.
decline-why = All right, you are not coming to *{ $title }*. Why? Your answer helps us to plan.
decline-words = Please write the reason in a few words.
decline-thanks = Thank you, it is noted.
reason-duty = I cannot leave my duties
reason-date = The date does not suit
reason-place = The place is too far
reason-unfit = It does not fit my work
reason-words = Another reason (write)
later-when = When shall I remind you?
later-besok = Tomorrow ({ DATETIME($at, dateStyle: "medium") })
later-lusa = In three days ({ DATETIME($at, dateStyle: "medium") })
later-pekan = Next week ({ DATETIME($at, dateStyle: "medium") })
later-noted = All right, I will remind you on { DATETIME($at, dateStyle: "full") }, in the morning.

consent-ask = *{ $name }* would like to take part in this training. Do you agree?
consent-agree-staff = ✅ Agree
consent-refuse-staff = ❌ Not now
consent-not-yours = That is not somebody of your unit.
consent-decided = That request was decided or withdrawn already.
consent-noted-yes = Thank you. { $name } was told about *{ $title }*.
consents-waiting = { $n ->
        [0] No employee waits for your leave.
        [one] One employee waits for your leave.
       *[other] { $n } employees wait for your leave.
    }
consent-noted-no = All right. { $name } was told that *{ $title }* is not possible now.
consent-decided-given = ✅ Your head of unit agrees: you have a seat in { $title }.
consent-decided-given-but-full = Your head of unit agrees, but { $title } is full. You are on the waiting list.
consent-decided-refused = Your head of unit cannot let you take part in { $title } now. Please talk about it if you need to.

remind-no-answer = 🔔 You have not answered this invitation yet. One tap is enough:
distance-minutes = In { $minutes } minutes
distance-hour = In one hour
distance-today = Today
distance-tomorrow = Tomorrow
distance-days = In { $days } days
distance-week = In a week
remind-session =
    🔔 { $distance }: *{ $title }*

    { $session }
remind-hour =
    🔔 { $distance }: *{ $title }*

    { $session }

    Check in there with the code on the trainer's screen.
remind-missed =
    You have not been noted as present at *{ $title }*.

    { $session }

    If you were there, tell the trainer and it is put right. If not, no harm done: have a look at other trainings.
training-moved = 📢 *{ $title }* has another date or place. What holds now:
training-cancelled = 📢 *{ $title }* is cancelled. Open this file and the dates leave your calendar.

manage-open = ⚙️ Manage
manage-title = *How it stands: { $title }*
manage-count = { $state }: { $count }
manage-nobody = Nobody is invited yet.
manage-reason = Reason not to come: { $reason } ({ $count })
manage-evaluated = Evaluation: { NUMBER($mean, minimumFractionDigits: 2, maximumFractionDigits: 2) } of 4 ({ $count } people)
manage-seats = Change the seats
manage-reschedule = Change the date
manage-cancel = Cancel the training
manage-ask-seats = How many seats? Type the number, or 0 for no limit.
manage-seats-changed = Seats now: { $seats ->
    [0] no limit
   *[other] { $seats }
}. Whoever waits is offered free seats in order.
training-seats-taken = { $seated } people have a seat; there cannot be fewer seats than that.
manage-which-session = Which session?
manage-ask-session =
    Type the new date in one line, for example:

    25/11/2026 09.00-12.00, Aula BKPSDM
manage-one-session = One session only, in one line.
manage-moved = The date is changed; { $told } people were told. What holds now:
manage-cancel-question = Cancel *{ $title }*? Everybody with a place is told at once. It cannot be undone.
manage-cancel-sure = Yes, cancel the training
manage-cancelled = { $title } is cancelled; { $told } people were told.
state-invited = Invited, no answer
state-later = Asked to be reminded
state-asked = Waiting for the head of unit
state-seated = Seated
state-offered = Offered a seat
state-waiting = Waiting for a seat
state-declined = Cannot come
state-cancelled = Gave the seat back
state-lapsed = Let the offer lapse
state-refused = Not allowed

invite-open = ✉️ Invite staff
invite-no-training = No training is open. Make one first with /pelatihan\_baru.
invite-which-training = Invite to which training?
invite-whom = *{ $title }*: whom do you invite?
invite-by-unit = 🏢 One office
invite-by-golongan = 🎖 One rank group
invite-by-jp = 📉 Whoever has few JP
invite-by-daftar = 📝 A list of NIP
invite-by-semua = 👥 All staff
invite-which-unit = Which office? *Type its name*, or choose:
invite-no-ranks = The staff list holds no ranks yet.
invite-which-rank = Which rank group?
invite-rank = Group { $group }
invite-ask-jp = Below how many JP this year? Choose, or type the number.
invite-below = Below { $jp } JP
invite-ask-list = Type or paste the NIP, one a line.
invite-list-length = Please write between 1 and { $most } NIP.
invite-list-wrong = Number { $place } of that list is not a NIP. Please mend it and send it again.
invite-review = *Invitation to { $title }*
invite-condition-all = For: all staff
invite-condition-unit = Office: { $unit }
invite-condition-rank = Rank group: { $group }
invite-condition-jp = JP this year below { $jp }
invite-condition-list = List: { $count } NIP
invite-reach = Fitting: { $people } people; not invited before: { $new }, of whom { $linked } have linked a chat. The others get the invitation as soon as they do.
invite-send = ✉️ Invite { $count } people
invite-narrow = Change or add conditions
invite-sent = { $count } people are invited. The messages go out step by step in working hours.

new-training-title = *A new training.* What is its title?
new-training-kind = Which kind?
new-training-skill = Which skill?
new-training-mode = In which way? For a self-paced course send its file by /impor.
new-training-form = Its form in the JP table?
new-training-institution = Partner institution? For example a university, PPSDM, or BKPSDM itself.
new-training-element = Which element of service does it improve?
new-training-no-element = None
new-training-sessions =
    When and where? One session a line, for example:

    25/11/2026 09.00-12.00, Aula BKPSDM
    26/11/2026 09.00-12.00, https://zoom.us/j/123
new-training-too-many-sessions = At most { $most } sessions.
new-training-seats = How many seats? Choose, or type the number.
new-training-no-limit = No limit
new-training-seats-wrong = Type a number between 0 (no limit) and { $most }.
new-training-deadline = Registration until which day? For example 20/11/2026.
new-training-to-start = Until it begins
new-training-jp = How many JP? Choose what the table proposes, or type the number.
new-training-jp-proposed = { $jp } JP (by the table)
new-training-consent = Must the head of unit agree before a seat is given?
new-training-free = Not needed
new-training-consent-yes = Must agree
new-training-save = ✅ Into the catalogue
new-training-saved = *{ $title }* is in the catalogue.
new-training-change-judul = Change the title
new-training-change-sesi = Change the dates
new-training-change-kursi = Change the seats
new-training-change-batas = Change the deadline
new-training-change-jp = Change the JP
new-training-change-unsur = Change the element
new-training-change-lembaga = Change the institution
new-training-change-izin = Change the consent
session-not-understood = I do not understand line { $line }. Example: 25/11/2026 09.00-12.00, Aula BKPSDM
session-no-such-time = Line { $line }: there is no such date or hour.
session-ends-first = Line { $line }: it must end after it begins.
session-past = Line { $line }: that time is past.
session-no-end = Line { $line }: it does not say when it ends. Example: 25/11/2026 09.00-12.00, Aula BKPSDM
session-several-days = Line { $line }: there are several days in it. Please write one line for each day.
session-hijri = Line { $line }: I do not work out Islamic dates. Please write the common one.
session-no-place = Line { $line }: the place or link is missing.

attend-button = ✋ Check in
attend-ask = Type the six letters and digits on the trainer's screen.
attend-by-link-question = Note you as present now, with the code from the trainer's screen?
attend-by-link-sure = Yes, I am here
attend-present = ✅ You are noted as present at *{ $title }*.
attend-already = You were noted as present at *{ $title }* already.
attend-wrong = That code does not fit. Look at the trainer's screen again; it changes every minute.
attend-changed = That code has changed. Type the one that is on the screen now.
attend-too-early = The list of *{ $title }* is not open yet. The session is on { DATETIME($at, dateStyle: "full", timeStyle: "short") }.
attend-too-late = The list of *{ $title }* is closed ({ DATETIME($at, dateStyle: "full") }). If you were there, ask the trainer to put it right.
attend-no-session = You have no seat in a training today. If you should have one, talk to the trainer.
attend-later = Too many wrong codes. Wait ten minutes, or ask the trainer to note you.
attend-not-trainer = This is for trainers and programme admins.
attend-not-yours = That session is not yours. Only the trainer who held it and admins can change its list.
attend-too-old = The list of a session older than { $days } days can no longer be changed.
attend-not-now = The code can be shown from 30 minutes before the session to 30 minutes after it.
attend-not-a-participant = That person has no seat in this training.
attend-which-session = Which session?
attend-no-sessions = There is no session yesterday, today or tomorrow.
attend-session = { $title } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
attend-showing =
    *{ $title }*

    Code: *{ $code }*
    Changes at { DATETIME($at, timeStyle: "medium") }

    Present: { $present } of { $seated }
attend-code = Code *{ $code }*, changes at { DATETIME($at, timeStyle: "medium") }. Scan this picture with a camera.
attend-renew = 🔄 The code now
attend-picture = 🔳 QR picture
attend-list = 📝 Correct the list
attend-correct = Present: { $present } of { $seated }. Tap a name to change it; each change is recorded.
attend-corrected = The list is kept.
attend-back = Back to the code

audit-action-training-made = made a training
audit-action-training-cancelled = cancelled a training
audit-action-training-moved = changed a training's date
audit-action-training-seats = changed the seats
audit-action-training-invited = invited to a training
audit-action-attendance-corrected = corrected the attendance

# JP, certificates, evaluations, team and overview.

command-jp = see your JP and certificates
command-tim = see the JP of your unit's staff
command-rekap = overview of JP in the city
command-tabel-jp = see or change the JP table

to-jp = 📈 My JP
jp-title = *Your JP in { $year }*
jp-title-contract = *Your JP in the contract year { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }*
jp-pns-missing = *{ $total } of { $target } JP.* { $missing } to go.
jp-pns-reached = *{ $total } of { $target } JP.* This year's target is reached 🎉
jp-pppk = *{ $total } JP*{ $counted ->
    [0] { "" }
   *[other] {" "}({ $counted } counted)
}
jp-pppk-full = At most { $ceiling } JP count in a year.
jp-nothing-yet = No training is recorded yet.
jp-entry = • { DATETIME($at, dateStyle: "medium") }: { $jp } JP, { $title }
jp-more-entries = … and { $count } more
jp-certificates = 📜 Certificates ({ $count })
jp-which-certificate = Which certificate?

training-completed = 🎉 You have completed *{ $title }* and earned *{ $jp } JP*. Your certificate is ready. How was it? Five taps only.
certificate-button = 📜 Certificate
certificate-here = Your certificate for *{ $title }*.
certificate-none = There is no such certificate.
certificate-government = City Government of { CITY() }
certificate-heading = Certificate
certificate-number = Number { $number }
certificate-given-to = given to
certificate-for-what = for completing the training
certificate-nip = NIP { $number }
certificate-ni-pppk = NI PPPK { $number }
certificate-unit = { $unit }
certificate-held-with = { $mode } with { $institution }
certificate-held-day = { $mode }, { DATETIME($first, dateStyle: "long") }
certificate-held-days = { $mode }, { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") }
certificate-held-at = { $held }, at { $place }
certificate-signature-place = place of the electronic signature
certificate-counts = of { $jp } ({ $words }) hours of instruction (JP)
certificate-place-and-date = { CITY() }, { DATETIME($at, dateStyle: "long") }
certificate-issuer = Personnel and Human Resources Development Agency
certificate-check = Check that it is genuine

verify-title = Check a certificate
verify-ask = Code on the certificate:
verify-button = Check
verify-genuine = This certificate is genuine.
verify-withdrawn = This certificate was issued, but has been withdrawn.
verify-unknown = There is no certificate with this code.
verify-mistyped = This code is mistyped. A certificate's code has 12 letters and digits.
verify-number = Number
verify-name = Name
verify-training = Training
verify-day = Completed
verify-on = { DATETIME($at, dateStyle: "long") }

evaluate-button = ⭐ Say how it was
evaluate-question =
    *{ $title }* · { $number }/{ $count }

    { $question }
evaluate-content = Is the content useful for your work?
evaluate-trainer = Did the trainer explain it well?
evaluate-organisation = Were time and place well organised?
evaluate-usefulness = Will you use it in your work?
evaluate-recommend = Would you recommend it to a colleague?
evaluate-answer-1 = No
evaluate-answer-2 = Not really
evaluate-answer-3 = Yes
evaluate-answer-4 = Very much
evaluate-thanks = Thank you! What you say helps to make the next training better.
evaluate-done-already = Your evaluation is complete. Thank you!
evaluate-not-yours = That evaluation is not yours to give.

jp-team-which = Which unit?
jp-team-none = You are not recorded as head of a unit.
jp-team-not-yours = That is not your unit.
jp-team-title = *{ $unit }*: { $people } employees
jp-team-reached = This year's target of JP reached: { $reached } of { $aimed } who have one
jp-team-member = { $mark } { $name }: { $jp } JP{ $linked }
jp-team-not-linked = , no chat yet

recap-empty = The staff list is empty. Send it with /impor.
recap-text =
    *JP { $year }*

    Active staff: { $people }, linked: { $linked }
    JP in all: { $jp }
    Reached the target: { $reached } of { $aimed } who have one
recap-to-workbook = 📊 Workbook (XLSX)
recap-workbook-ready = All figures by office and by person.
recap-title = JP { $year }
recap-subtitle = Target of a PNS: { $target } JP a year; a PPPK has none
recap-subtitle-target = A year: PNS { $target } JP, PPPK { $pppk } JP; part-time none
recap-by-contract = A PPPK's year is that of the contract where its start is known.
recap-alt = Table of JP { $year } of { $units } offices, { $jp } JP in all, target of a PNS { $target } JP
recap-no-unit = Office not known
recap-other-units = { $count } other offices
recap-all = Whole city
recap-column-unit = Office
recap-column-pns = PNS
recap-column-pppk = PPPK
recap-column-part_time = Part
recap-column-linked = Linked
recap-column-jp = JP
recap-column-reached = Reached
recap-column-nip = NIP
recap-column-name = Name
recap-column-kind = Kind
recap-column-rank = Rank
recap-column-target = Target
recap-sheet-units = Offices
recap-sheet-people = Staff

jp-table-which = *JP table.* Which form would you like to see or change?
jp-table-rule =
    *{ $code } { $name }*
    Rule now: { $rule }

    Type the new rule, for example “1 hari = 4 JP”, “maks 2 JP per hari” or “sesuai JP”.
jp-table-changed = The rule of { $code } is now: { $rule }
jp-form-unknown = That form is not in the JP table.

audit-action-jp-form-changed = changed the JP table

# Courses in the chat.

command-belajar = learn in the chat, step by step


learn-which = *Learn in the chat.* Which course?
learn-none = There is no course at present.
learn-open = 📘 Begin to learn
learn-lesson = *Lesson { $number } of { $count }: { $title }*
learn-next = Next ›
learn-to-quiz = To the quiz ›
learn-back = ‹ Back
learn-courses = 📚 Other courses
learn-go-on = ▶️ Go on
learn-show-file = 📎 { $name }
learn-daily-harian = ⏰ One lesson a day
learn-daily-setop = ⏰ Stop reminding me
learn-daily-off = Stop reminding me
learn-daily-is-on = All right: one lesson a day, I remind you every morning.
learn-daily-is-off = All right, I will not remind you any more. You can go on at any time.
learn-daily-reminder = 📘 *{ $title }*: lesson { $lesson } is waiting for you. It takes a few minutes.
learn-enough-today = Enough for today. Lesson { $lesson } tomorrow morning, or go on now if you like.
learn-ready =
    *You have read all lessons.*

    The quiz has { $questions } questions; { $percent }% must be right. Tries: { $tries }. Passing gives you { $jp } JP.
learn-start-quiz = Start the quiz
learn-read-again = Read again from the start
learn-last-lesson = ‹ Last lesson
learn-quiz-resume = You stopped at question { $number } of { $count }.
learn-passed-already = ✅ You have passed *{ $title }* ({ $percent }%).
learn-out-of-tries = No tries are left ({ $tries }, best { $percent }%). Ask BKPSDM if you would like another.
learn-lessons-first = Please read all lessons first.
learn-no-tries-left = No tries are left for this quiz.
learn-course-changed = This course was just replaced. Start the quiz again from the menu; you do not lose a try.

quiz-question = Question { $number } of { $count }
quiz-right = ✅ Right. { $explanation }
quiz-wrong =
    ❌ Not quite. The answer: { $right }

    { $explanation }
quiz-already-answered = That question is answered; the first answer counts.
quiz-passed = 🎉 *Passed!* { $right } of { $questions } right ({ $percent }%).
quiz-failed = Not passed yet: { $right } of { $questions } right ({ $percent }%). Tries left: { $tries }.
quiz-again = Read again and try again

course-brought = The course *{ $title }* is in the catalogue: { $lessons } lessons, { $questions } questions.
course-same = It is the same as before; nothing has changed.
course-missing = Files still to be sent: { $names }
course-complete = All pictures and documents of the course are there.
course-file-not-shown = This course does not mention “{ $name }”. Please check the file name.
course-title-taken = Another training has that title already.
course-line = { $file }, line { $line }: { $problem }

audit-action-course-imported = brought in a course

employee-kind-pppw = Part-time PPPK
jp-open = Lesson hours this year: *{ $total } JP*
training-in-short-at = { DATETIME($starts, dateStyle: "full") } at { DATETIME($starts, timeStyle: "short") }

# Certificates of trainings elsewhere.

external-send-file = Send a picture or a PDF of the certificate. Then I ask for title, organiser, date, JP and number.
external-earlier = *What you have sent:*
external-line = • { $title } ({ $jp } JP): { $state }
external-state-waiting = waits to be checked
external-state-booked = counted
external-state-refused = refused
external-file-needed = Send the certificate first, as a picture or a PDF.
external-title = What is the training's title, as on the certificate?
external-organiser = Who organised it?
external-day = When was it? For example 12 March 2026, or 10-12 March 2026.
external-no-day = I cannot read that date. Example: 12 March 2026.
external-day-wrong = The day cannot be in the future, nor more than three years ago.
external-jp = How many JP does the certificate say?
external-no-jp = Type a number of JP, from 1 to { $most }.
external-number = What is the certificate's number?
external-without-number = It has no number
external-send = ✅ Send
external-mend-judul = ✏️ Title
external-mend-penyelenggara = 🏢 Organiser
external-one-day = { DATETIME($last, dateStyle: "long") }
external-days = { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") }
external-send-again = 📜 Send it again
external-mend-tanggal = 📅 Date
external-mend-jp = 🔢 JP
external-mend-nomor = 🔖 Number
external-mend-berkas = 📎 File
external-sent = ✅ Sent. BKPSDM checks it; you are told here what became of it.
external-known = You have sent that certificate before.
external-do-terima = ✅ Count its JP
external-do-tolak = ❌ Refuse
external-why = Why is it refused? The employee reads this reason.
external-booked = ✅ { $jp } JP for “{ $title }” are counted.
external-refused = The certificate “{ $title }” is refused. The employee is told.
external-decided = That certificate was decided already.
external-own = Your own certificate is checked by another admin.
externals-waiting = Certificates that wait: { $n }.
external-was-booked = ✅ The certificate “{ $title }” is accepted: { $jp } JP are counted.
external-was-refused = The certificate “{ $title }” cannot be counted yet. The reason: { $reason }
audit-action-external-booked = counted the JP of a certificate from elsewhere
audit-action-external-refused = refused a certificate from elsewhere
command-sertifikat = send a certificate of a training elsewhere, so that its JP count
external-check =
    *Is this right?*

    *Title:* { $title }
    *Organiser:* { $organiser }
    *Date:* { $days }
    *JP:* { $jp }
    *Number:* { $number }
external-earlier-year = ℹ️ Its JP count for { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }, not for the present year.
external-asked =
    📜 *Certificate from elsewhere*
    { $name } ({ $unit })

    *Title:* { $title }
    *Organiser:* { $organiser }
    *Date:* { $days }
    *JP:* { $jp }
    *Number:* { $number }
recap-column-people = Staff
