# Secret tips to the inspectorate: illegal levies, bribes, abuse of power.

command-wbs = report bribery or corruption, in secret
command-inspektorat = secret reports for the inspectorate
behind-wbs = telling the inspectorate
behind-inspektorat = reading secret reports
duty-inspektorat = 🕵️ Secret reports
home-inspector = inspectorate
home-as-inspector = 👤 Inspectorate
task-tips = 🕵️ *{ $n }* secret reports are unread
task-do-tips = 🕵️ Unread ({ $n })
role-inspector = Inspectorate
role-inspector-many = All of the inspectorate
role-may-inspector = read secret reports about bribery and corruption, answer whoever sent them, and close them
role-inspector-alone = The inspectorate's role is held alone: beside no other role in this assistant. Take the others away first, or give it to somebody else.

tip-nobody-reads =
    The inspectorate does not read reports in this assistant yet. Bribery and corruption can be told directly to:
tip-about-inspectorate =
    Reports about the inspectorate are not kept here, for the inspectorate itself would read them. Tell them directly to:
tip-elsewhere = • *{ $agency }*: { $matters }

tip-which-kind =
    🕵️ *A secret report to the inspectorate*
    Only the inspectorate reads it: not the office it is about, no admin. Your name and number are not kept with it. You get a code and a PIN to see the answer.

    This is no report of a gift that an official received: that goes to KPK or the UPG.

    What is it about?
tip-kind-pungli = 💵 Illegal levy
tip-kind-suap = 🤝 Bribe, corruption
tip-kind-pengadaan = 📑 Procurement, project
tip-kind-wewenang = ⚖️ Abuse of power
tip-kind-asusila = 🚷 Indecent conduct
tip-kind-narkoba = 💊 Drugs
tip-kind-lainnya = ❓ Something else
tip-have-code = 🔑 I have a code and a PIN
tip-which-unit = At which office did it happen? *Type its name*, or choose. It may be none.
tip-no-unit = No certain office
tip-what = What happened? Say who (the office held will do), when, where, and how much. Pictures, papers or a voice message may be sent. Do not write your own name.
tip-more = Could you say a little more? The inspectorate has to know what happened.
tip-check = *This will be sent to the inspectorate. Is it right?*
tip-line-sender = *Sender:* not kept
tip-send = 🔒 Send in secret
tip-sent =
    🔒 *Sent, to the inspectorate only.*
    Code: *{ $code }*
    PIN: *{ $pin }*

    Write both down: only with them can you see the answer, from any chat. We cannot send them again, and no reminder is sent. To be safe, delete this message from your phone once you have noted them.
tip-come-back = 🔑 See the answer
tip-stopped = All right, nothing was sent or kept.
tip-enough-today = That is enough secret reports from this chat today. Please try again tomorrow.
tip-ask-code = Type your code and PIN, for example: WBS-K7Q2MX 482913
tip-wrong-code = That code or PIN does not fit. Type both, for example: WBS-K7Q2MX 482913
tip-guess-later = Too many tries. Try again { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
tip-title = 🕵️ *{ $code }*
tip-state-new = not read yet
tip-state-read = the inspectorate looks into it
tip-state-closed = closed
tip-entry = • { DATETIME($at, dateStyle: "medium") } { $who } { $what }
tip-actor-inspector = inspectorate
tip-actor-sender = sender
tip-action-send = reported
tip-action-write = added
tip-action-read = began to look into it
tip-action-answer = answered
tip-action-note = noted
tip-action-close = closed it
tip-add = Type or send a picture to add something. Close this screen when you are done.
tip-added = Added, for the inspectorate only.
tip-close = ✖️ Close
tip-left = Closed. With code and PIN you can come back at any time: /wbs
tip-closed = That report was closed or is gone.
tip-not-yours = That is not yours to do.

tips-open = { $n ->
        [0] 🕵️ *Secret reports:* none is open.
       *[other] 🕵️ *Secret reports:* { $n } open. Do not pass them on to the office they are about.
    }
tips-closed = *Secret reports that were closed:* { $n }
tips-to-closed = Closed ones ›
tips-to-open = ‹ Open ones
tip-open = 🔎 Open
tip-do-read = 👁 Look into it
tip-do-answer = 💬 Answer
tip-do-note = 📝 Note
tip-do-close = ✅ Close
tip-write-answer = Write an answer or a question. The sender reads it with code and PIN, and is not told of it before.
tip-write-note = Write a note. Only the inspectorate reads it.
tip-write-close = What came of it? The sender reads it with code and PIN. If it is another agency's, choose below.
tip-did-read = Noted: it is looked into.
tip-written-what = What is this for? The sender reads answers only.
tip-written-answer = 💬 An answer to the sender
tip-did-answer = ✅ The answer is kept for the sender.
tip-did-note = 📝 Noted.
tip-did-close = ✅ Closed.
tip-referred = { $agency } deals with this. Please tell it there.
tip-told-send = 🕵️ A new secret report: *{ $code }*
tip-told-write = 🕵️ The sender of the secret report *{ $code }* added something.

tip-door = 🕵️ Bribery (secret)
case-bribery-ask =
    This sounds like an illegal levy or a bribe. Shall it go *in secret, to the inspectorate alone*? The office it is about and admins do not see it.

    As an ordinary report that office itself reads and answers it.
case-bribery-secret = 🕵️ Inspectorate only
case-bribery-plain = 📣 Ordinary report
case-line-bribery = ℹ️ Bribery can also be reported to { $agencies }.
case-mend-kind = 🏷 Kind
stop-here = ✖️ Cancel
