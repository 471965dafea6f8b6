# Broadcasts: written, sent, followed. Read by admins, but for the last part.

command-siarkan = send a message to many people
command-siaran = see past and planned broadcasts

## Audience
broadcast-ask-audience =
    *New broadcast*

    Who is to get this message?
broadcast-ask-which = Which one?
audience-all = Everybody who uses this assistant
audience-staff = All staff
audience-group-unit = Staff of one office …
audience-unit = Staff of { $unit }
audience-group-rank = By rank group …
audience-rank = Staff of rank group { $rank }
audience-group-training = By training …
audience-training = Training { $mode ->
        [classroom] in a classroom
        [online] online
        [blended] blended
        [self-paced] self-paced
       *[other] of another kind
    }: { $state ->
        [invited] invited, not answered
        [later] answered later
        [asked] waiting for consent
        [seated] seated
        [offered] offered a seat
        [waiting] on the waiting list
        [declined] declined
        [cancelled] cancelled
        [lapsed] offer lapsed
       *[refused] consent refused
    }
audience-group-jp = Short of JP …
audience-jp = PNS below { $jp } JP this year
audience-list = A list of NIPs …
audience-listed = People on the list of NIPs
broadcast-ask-numbers = *Paste the list of NIPs*, one number a line, or send it as a .xlsx or .csv file.
broadcast-list-read = List read: will be sent to *{ NUMBER($people) }*. Doubled { NUMBER($doubled) }, no NIP { NUMBER($wrong) }, not in the registry { NUMBER($unknown) }, not linked with this assistant { NUMBER($unlinked) }.
broadcast-list-being-read = The file is being read. One moment; the outcome comes here.
broadcast-list-lanjut = Go on to the message
broadcast-list-daftar = Send another list
broadcast-list-file-gone = The file could not be fetched from the chat service. Send it again, or paste the numbers.
broadcast-list-file-too-large = That file is larger than { $megabytes } MB. Send a smaller one, or paste the numbers.
broadcast-list-nobody = Of { NUMBER($entries) } entries not one can be reached: { NUMBER($wrong) } are no NIP, { NUMBER($unknown) } are not in the registry, the others are not linked with this assistant.
broadcast-list-too-long = The list is too long: { NUMBER($most) } numbers at most.
audience-group-role = Holders of a role …
audience-group-silent = Not yet answered a broadcast …
audience-silent = Those who have not answered broadcast #{ $id } ({ $title })

## Message
broadcast-ask-message =
    *Write the message* in Indonesian and send it.

    You can also send one picture or document; write the message as its caption. For bold put stars around it: \*bold\*. For italics use underscores: \_italics\_.
broadcast-typed = What you wrote just now:
broadcast-use-typed = 📨 Use this sentence
broadcast-look-lost = Not kept: underline, strikethrough, quotes, code, or bold inside a word. Bold, italics and links are kept; look at the preview before it is sent.
broadcast-one-file = A broadcast carries one file. Of those { $n } only the first goes along; send the others on their own or put them into one file.
broadcast-ask-translation = Is there a translation (*{ $language }*)? Write it here. Without one, everybody gets the Indonesian.
broadcast-no-translation = No { $language }
broadcast-ask-buttons =
    Answer buttons? Write one answer a line, { $most } at most. Answers are counted. For example:

    Ya, saya hadir | Yes, I will come
    Tidak bisa | I cannot

    What follows the bar | is the English and may be left out.
broadcast-no-buttons = No buttons

## Before it goes
broadcast-review-title = *This is how it will look* (above). Please check once more:
broadcast-review-audience = Recipients: *{ $audience }*
broadcast-review-people = Will be sent to: *{ $count ->
        [one] 1 person
       *[other] { NUMBER($count) } people
    }*
broadcast-review-left-out = Will not be sent to: { $count ->
        [one] 1 person
       *[other] { NUMBER($count) } people
    }
broadcast-review-now = Time: as soon as you press send
broadcast-review-at = Time: *{ DATETIME($at, dateStyle: "full", timeStyle: "short") }* { ZONE() }
broadcast-review-repeats = Repeated: { $how ->
        [weekly] every week on that day and hour
        [monthly] every month on that day and hour
        [first] on every month's first working day
       *[last] on every month's last working day
    }
broadcast-review-takes = Sending takes about { $duration }
broadcast-review-waits = ⏳ Outside sending hours: the first message goes { DATETIME($at, dateStyle: "full", timeStyle: "short") } { ZONE() }.
broadcast-review-emergency = 🚨 *Emergency*: goes at once, at night and on holidays too, also to people who switched news off. A second admin must approve, and it is recorded.
broadcast-review-approval = 👥 More than { NUMBER($above) } recipients: a second admin must approve before it goes.
broadcast-do-kirim = ✅ Send now
broadcast-do-kirim-nanti = ✅ Schedule
broadcast-do-kirim-setuju = ✅ Ask for approval
broadcast-do-contoh = 📨 Sample to me
broadcast-do-waktu = 🕘 Set the time
broadcast-do-sasaran = 👤 Recipients
broadcast-do-pesan = ✏️ Change message
broadcast-do-tombol = 🔘 Change buttons
broadcast-do-lihat = 👁 Look again
broadcast-do-darurat = 🚨 Emergency
broadcast-do-biasa = Not an emergency
broadcast-sample-sent = The sample is on its way to this chat.
broadcast-only-sample = This is only a sample: the answer is not counted.

broadcast-ask-when = *When is it to go?* Tap, or type for example “tomorrow 09:00”, “25/11 14.30”, “next monday 8am”.
broadcast-moment = { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
broadcast-at-once = At once
broadcast-ask-repeat = It goes { DATETIME($at, dateStyle: "full", timeStyle: "short") } { ZONE() }. Shall it be repeated?
broadcast-repeat-once = Only once
broadcast-repeat-weekly = Every week
broadcast-repeat-monthly = Every month
broadcast-repeat-first = First working day
broadcast-repeat-last = Last working day

## After the button
broadcast-now-running = *Broadcast #{ $id } is being sent.* Its progress card follows below.
broadcast-now-planned = *Broadcast #{ $id } is planned*: { DATETIME($at, dateStyle: "full", timeStyle: "short") } { ZONE() }. See or cancel it with /siaran.
broadcast-now-awaiting = *Broadcast #{ $id } awaits approval* by a second admin. They have been told; you hear as soon as they decide.
broadcast-left = The broadcast was not sent; its draft is thrown away.
broadcast-emergency-head =
    🚨 *EMERGENCY MESSAGE* 🚨
    _From the City Government of { CITY() }_
broadcast-approval-asked = { $urgent ->
        [yes] 🚨 *Emergency broadcast #{ $id } awaits your approval*
       *[no] 👥 *Broadcast #{ $id } awaits your approval*
    }
    Recipients: { NUMBER($people) }. This is the message; the first button shows it in every language.
broadcast-was-approved = ✅ Broadcast #{ $id } was approved by a second admin.
broadcast-was-refused = ❌ Broadcast #{ $id } was not approved by the second admin; nothing was sent.
broadcast-approved = Approved.
broadcast-refused = Refused; nothing was sent.

## Progress card
broadcast-card-title = *Broadcast #{ $id }* · { $title }
broadcast-card-share = { $share }%
broadcast-card-counts = Sent { NUMBER($sent) } · failed { NUMBER($failed) } · left { NUMBER($left) }
broadcast-card-rate = { NUMBER($rate) } messages a second · done in about { $left }
broadcast-card-paused = ⏸ Paused. What is already sent stays sent.
broadcast-card-cancelling = Cancelled; waiting for messages under way.
broadcast-card-held-back = ⏳ { NUMBER($count) } are waiting: outside sending hours, or the person got enough messages this week.
broadcast-card-told = ✔✔ { NUMBER($delivered) } reached a phone, { NUMBER($read) } of them were read
broadcast-card-unsure = ❔ { NUMBER($count) } may not have arrived; tried again at the end.
broadcast-act-jeda = ⏸ Pause
broadcast-act-lanjut = ▶️ Resume
broadcast-act-batal = ✖️ Cancel
broadcast-act-baca = 👁 Read the message
broadcast-act-setuju = ✅ Approve
broadcast-act-tolak = ❌ Refuse
broadcast-act-kirim = 📤 Send now
broadcast-overdue-asked = ⏰ Broadcast #{ $id } was to go { DATETIME($at, dateStyle: "medium", timeStyle: "short") }, but the bot was not running then. It has not been sent. Read it first: is it still right?
broadcast-sent-late = All right, it is being sent now.
broadcast-act-berkas = 📄 Recipients
broadcast-act-ingatkan = 🔁 Remind
broadcast-paused = Paused: { NUMBER($count) } messages wait.
broadcast-resumed = Resumed.
broadcast-cancelled = Cancelled: { NUMBER($count) } messages will not be sent.
broadcast-cancel-question = Cancel *broadcast #{ $id }* ({ $title })? What is already sent stays sent; the rest is not sent, and this cannot be undone.
broadcast-cancel-sure = Yes, cancel the rest
broadcast-cancel-not = No

## Summary
broadcast-summary-done = ✅ *Done.* { NUMBER($sent) } of { NUMBER($total) } sent.
broadcast-summary-cancelled = ✖️ *Cancelled.* { NUMBER($sent) } of { NUMBER($total) } were sent.
broadcast-summary-failed = *Failed: { NUMBER($count) }*
broadcast-summary-dropped = *Not sent after all: { NUMBER($count) }*
broadcast-summary-left-out = *Out of reach from the start: { NUMBER($count) }*
broadcast-summary-unsure = *May not have arrived: { NUMBER($count) }.* The chat service's answer was lost on the way.
broadcast-summary-repeated = { NUMBER($count) } people were sent it again because the chat service's answer was lost; they may have got it twice.
broadcast-summary-answers = *Answers: { NUMBER($count) }*
broadcast-reason-line = • { NUMBER($count) } { $reason }
broadcast-reason-blocked = blocked this assistant
broadcast-reason-deactivated = deleted their account
broadcast-reason-never-started = never started the chat
broadcast-reason-chat-not-found = chat not found
broadcast-reason-gone = cannot be reached any more
broadcast-reason-no-address = without a chat address
broadcast-reason-not-linked = staff not linked with this assistant
broadcast-reason-opted-out = switched such news off
broadcast-reason-weekly-cap = got enough messages this week
broadcast-reason-expired = too late
broadcast-reason-hours = outside sending hours
broadcast-reason-cancelled = because the broadcast was cancelled
broadcast-reason-gave-up = still failing after many tries
broadcast-reason-unsure = may not have arrived
broadcast-reason-other = for another reason
broadcast-reason-coded = refused by the chat service ({ $code })
broadcast-workbook-ready = The recipients of broadcast #{ $id }: one row each.
broadcast-workbook-file = broadcast-{ $id }.xlsx
broadcast-sheet-name = Recipients
broadcast-column-person = Person
broadcast-column-channel = App
broadcast-column-fate = Outcome
broadcast-column-reason = Reason
broadcast-column-attempts = Tries
broadcast-column-at = Time
broadcast-column-answer = Answer
broadcast-column-repeated = Sent again
broadcast-fate-waiting = waiting
broadcast-fate-under-way = under way
broadcast-fate-sent = sent
broadcast-fate-gone = out of reach
broadcast-fate-rejected = failed
broadcast-fate-unknown = not known
broadcast-fate-dropped = not sent after all
broadcast-fate-paused = paused
broadcast-yes = yes

## List of broadcasts
broadcast-list = *Newest broadcasts*
broadcast-list-empty = There is no broadcast yet.
broadcast-list-line = #{ $id } · { $title } · { $stage ->
        [awaiting] awaits approval
        [planned] planned
        [overdue] late, waiting for you
        [running] being sent
        [paused] paused
        [cancelled] cancelled
        [refused] not approved
       *[done] done
    } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
broadcast-list-button = #{ $id }
broadcast-to-list = List of broadcasts
broadcast-write = New broadcast

## What cannot be done
broadcast-no-longer-admin = You may not do this any more. Nothing was sent.
broadcast-unknown = There is no such broadcast.
broadcast-draft-gone = This draft was sent or thrown away. Begin again with /siarkan.
broadcast-text-empty = The message is still empty. Please write it first.
broadcast-caption-empty = That picture or document has no caption yet. Send it again with the message as its caption.
broadcast-text-too-long = The message has { NUMBER($length) } characters; { NUMBER($longest) } at most. Please shorten it and send it again.
broadcast-caption-too-long = The caption has { NUMBER($length) } characters; under a picture or document { NUMBER($longest) } at most. Please shorten it and send it again.
broadcast-file-too-large = That file is larger than { $megabytes } MB, the limit for this assistant. Please send a smaller one.
broadcast-too-many-buttons = { $most } buttons at most.
broadcast-button-too-long = “{ $label }” is too long for a button: { $longest } characters at most.
broadcast-button-empty = Before the bar | there must be the answer in Indonesian.
broadcast-buttons-alike = Two buttons read the same. Please make them different.
broadcast-emergency-city-only = Only an admin of the city can call an emergency.
broadcast-repeat-needs-time = An emergency, or what has no time, cannot be repeated.
broadcast-nobody = Nobody at all would get this. Please change the recipients.
broadcast-no-second-admin = This broadcast needs a second admin's approval, and there is no other admin of the city yet. A superadmin can add one with /peran.
broadcast-own-approval = Nobody can approve a broadcast of their own; another admin of the city must.
broadcast-already-decided = Somebody has already decided on this broadcast.
broadcast-not-running = { $stage ->
        [paused] This broadcast is paused already.
        [cancelled] This broadcast was cancelled.
        [done] This broadcast is done.
       *[other] This broadcast is not running yet.
    }
broadcast-not-paused = { $stage ->
        [running] This broadcast is running.
        [cancelled] This broadcast was cancelled.
        [done] This broadcast is done.
       *[other] This broadcast is not running yet.
    }
broadcast-already-over = { $stage ->
        [cancelled] This broadcast was cancelled before.
        [refused] This broadcast was not approved; nothing was sent.
       *[done] This broadcast is done; there is nothing left to cancel.
    }
markup-never-closed = The { $mark } on line { $line } (“{ $near }”) is not closed. Close it, or write \\{ $mark } if you mean the sign itself.
markup-never-opened = The { $mark } on line { $line } (“{ $near }”) was never opened. Remove it, or write \\{ $mark } if you mean the sign itself.
markup-doubled = On line { $line } (“{ $near }”) the sign is doubled ({ $mark }). One on each side is enough.

## Read by recipients
broadcast-answer-counted = Thank you. Your answer: { $answer }
broadcast-answer-of-no-use = The answer to that message cannot be counted any more.
broadcast-list-no-numbers = This file holds no NIP. One NIP (18 digits) to a cell or line.
