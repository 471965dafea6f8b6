# A form, asked at once: on a page, a screen, paper, or in a chat app that can show one.
form-skm = Satisfaction survey
form-page-izin = Your consent
form-page-layanan = Service
form-page-unsur = Nine questions
form-page-komentar = Suggestion
form-page-profil = About you
form-intro-izin = The city government of { CITY() } measures how satisfied people are from your answers (Law 27/2022, PermenPANRB 14/2017). They are kept without a name; officers do not learn who rated.
form-intro-profil = You may skip this.
form-consent = I agree that my answers are used for this
form-which-service = Which service did you need?
form-answer = Your answer
form-next = Go on
form-send = Send
form-comment = Anything to suggest? (you may skip this)

form-not-a-choice = That choice is no longer there. Choose one of those shown.
form-needs-consent = Without your consent we may not keep your answers.
form-needs-choice = Choose one.
form-needs-scale = Choose one.
form-needs-text = Please fill this in.
form-no-answers = Answer at least one question first.
form-too-old = That form is too old. Here is a new one:
form-had-come = We have received this form. Your rating of *{ $unit }* counts once.

rating-form =
    *{ $unit }*: how was the service you just received?

    Answer nine questions at once, in about a minute. Or type *one by one* to be asked in turn.
rating-form-open = Rate now
rating-one-by-one = One by one
rating-one-by-one-also = ask me one by one
rating-form-half = { $done } of 9 answers are kept. Here is the rest:

# The page
page-rate = Rate { $unit }
page-lead = How was the service you just received? Nine questions, about a minute, without your name.
page-or-chat = You can also use
page-send = Send my rating
page-half = You may send it half filled in. It counts in the index once all nine are answered.
page-cookie = This page keeps one cookie, a random number, for { $days } days, so that one person counts once for each office. It is used for nothing else.
page-no-choice = – choose –
page-counts = You have rated this office in the last { $days } days. If you send again, the new answers replace the old ones.
page-went-on = What you answered before is filled in. Just go on.
page-problem = Not sent yet
page-from-elsewhere = This came from another site, so we do not take it. Please fill in this page.
page-send-again = This page has been open for too long. Your answers are still below; please send once more.
page-too-many = Too many ratings of this office came from your network today. Try tomorrow, or on your own phone.
page-draft = The answers you have not sent yet are still kept on this device.
page-offline = There is no internet. Your answers are kept on this device; send again when the signal is back.
page-thanks-counted = Thank you, your rating is in
page-thanks-changed = Saved, your rating is up to date
page-thanks-kept = Your answers are kept
page-thanks-already = We have received this rating
page-kept = { $done } of 9 questions are answered. { $left } more, and your rating counts.
page-go-on = Go on
page-is-in = Your answers about { $unit } count once.
page-too-few = { $n ->
    [one] There is one rating so far; the index is shown from { $wanted } on.
   *[other] There are { $n } ratings so far; the index is shown from { $wanted } on.
}
page-see-result = See this office's result
page-rate-other = Rate another office
page-choose = Which office did you visit?
page-search = Name of the office or service
page-find = Find
page-found = Perhaps this one
page-nothing-found = Nothing fits. Try other words, or choose from the list.
page-unknown = There is no such office
page-unknown-why = The address may be mistyped, or the office has another name now. Look for it here:

# The screen at the counter
command-kios = rating screen for a counter
kiosk-title = How was the service at { $unit }?
kiosk-start = Start rating
kiosk-agree = Nine questions, without your name. By pressing this button you agree that your answers are used to measure how satisfied people are (Law 27/2022, PermenPANRB 14/2017).
kiosk-back = ‹ Back
kiosk-thanks = Thank you!
kiosk-thanks-more = Your rating is kept.
kiosk-skip = Another service
kiosk-waiting = Waiting for the network:
kiosk-code = Opening code from /kios
kiosk-open = Open the screen
kiosk-wrong-code = That code is wrong, used or over. Ask for a new one by /kios.
kiosk-no-script = This screen needs JavaScript. To rate without it:
kiosk-unknown = There is no such counter
kiosk-unknown-why = Type /kios to the bot to get the address and code of your counter's screen.
kiosk-which-unit = A screen for which office? *Type its name*, or choose:
kiosk-which = A screen of *{ $unit }* for which counter?
kiosk-no-counter = *{ $unit }* has no counter in the city's data yet, so no screen can be opened.
kiosk-offer =
    *Screen of { $unit }*

    1. Open on the tablet: { $address }
    2. Type the code: *{ $code }*
    3. Switch to full screen and leave it open.

    The code is good once, until tomorrow. Without a network the screen goes on taking ratings, and sends them when it returns.
