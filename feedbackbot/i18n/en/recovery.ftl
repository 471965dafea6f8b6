# After a low score, and "You said, we did".

recovery-alert = 🔔 *Low score at { $unit }*: { $elements } (index { NUMBER($ikm, minimumFractionDigits: 2) }). The person may still be at the counter.
recovery-comment = 🔔 Comment on the low score at { $unit } ({ $elements }, index { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-agreed = 🙋 The citizen with the low score at { $unit } ({ $elements }, index { NUMBER($ikm, minimumFractionDigits: 2) }) may be asked.
recovery-citizen-writes = ✍️ The citizen answers about the low score at { $unit } ({ $elements }, index { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-service = Service: { $service }
recovery-open = 🔎 Open
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
follow-up-with-result = 🛠 *You said, we did* ({ $element }, { DATETIME($at, dateStyle: "medium") }): { $words }
