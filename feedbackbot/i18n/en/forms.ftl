# A form, asked at once: on a page, a screen, paper, or in a chat app that can show one.
form-skm = Satisfaction survey
form-page-izin = Your consent
form-page-layanan = Service
form-page-unsur = Nine questions
form-page-komentar = Suggestion
form-page-profil = About you
form-intro-izin = The city government of { -city } measures how satisfied people are from your answers (Law 27/2022, PermenPANRB 14/2017). They are kept without a name; officers do not learn who rated.
form-intro-profil = You may skip this.
form-consent = I agree that my answers are used for this
form-which-service = Which service did you need?
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
