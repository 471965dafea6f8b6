command-nilai = rate the service you just received

# Raise the version in feedbackbot/domain/people/consents.py when the meaning of this text changes.
consent-survey =
    *First, may we?*

    The city government of { CITY() } measures how satisfied people are from your answers (on the ground of Law 27/2022 and PermenPANRB 14/2017).

    • We keep: nine answers, your comment, and a few words about yourself if you like.
    • Under a pseudonym, until you withdraw; officers do not learn who rated.
    • Messages pass through the chat app's servers, perhaps abroad.
    • You may see, correct and erase your data and withdraw at any time: /privasi

    Do you agree?
consent-agree = ✅ I agree
consent-agree-also = yes
consent-refuse = No
consent-refuse-also = I do not agree
consent-read = Read all of it
consent-refused = All right, nothing is kept. If you change your mind, just type /nilai.

rating-which-unit = Which office did you visit? *Type its name or the service* (for example “dukcapil” or “ktp”), or choose:
rating-which-service = *{ $unit }*: which service did you need?
rating-other-service = Another service
rating-go-on-with = ▶️ Go on: { $unit } ({ $done }/9)
rating-go-on = ▶️ Go on with the rating
rating-resume = You have answered { $done } of 9 questions about *{ $unit }*. Go on?
rating-resume-yes = ▶️ Go on
rating-resume-no = Start afresh
rating-repeat = You rated *{ $unit }* on { DATETIME($at, dateStyle: "long") }. One rating counts in { $days } days, but you can still change your answers.
rating-voice-counts = Your rating of this office still counts, although it is no longer tied to this chat. One person, one voice: you can rate this office again from { DATETIME($at, dateStyle: "long") } on.
rating-voice-counts-already = Your rating of this office still counts. One person, one voice.
survey-voice-counts = Your answers to this survey still count, although they are no longer tied to this chat. One person, one voice: you can answer again from { DATETIME($at, dateStyle: "long") } on.
survey-voice-counts-already = Your answers to this survey still count. One person, one voice.
rating-repeat-change = ✏️ Change my answers

rating-question =
    { $place }
    { $progress }

    { $question }
rating-which-of-four = Which of these four fits best?
rating-words-noted = ✓ Noted: *{ $answer }*. Not right? Tap “Back”.
ask-persyaratan = Did the requirements suit the service you needed?
ask-prosedur = How easy was the procedure?
ask-waktu = How quickly were you served?
ask-biaya = What about the fee?
ask-produk = Did the result match what was promised?
ask-kompetensi = How able were the staff?
ask-perilaku = How did the staff treat you?
ask-pengaduan = Is there a place to complain, and how well is it handled? Please rate it even if you have no complaint.
ask-sarana = What about the rooms, equipment and facilities?

# The standard's four labels; a short one where the label has more than 18 characters.
scale-persyaratan-1 = Not suitable
scale-persyaratan-2 = Less suitable
scale-persyaratan-3 = Suitable
scale-persyaratan-4 = Very suitable
scale-prosedur-1 = Not easy
scale-prosedur-2 = Less easy
scale-prosedur-3 = Easy
scale-prosedur-4 = Very easy
scale-waktu-1 = Not quick
scale-waktu-2 = Less quick
scale-waktu-3 = Quick
scale-waktu-4 = Very quick
scale-biaya-1 = Very expensive
scale-biaya-2 = Rather expensive
scale-biaya-3 = Cheap
scale-biaya-4 = Free of charge
scale-produk-1 = Not as promised
scale-produk-2 = Partly as promised
scale-produk-3 = As promised
scale-produk-4 = Fully as promised
scale-kompetensi-1 = Not able
scale-kompetensi-2 = Less able
scale-kompetensi-3 = Able
scale-kompetensi-4 = Very able
scale-perilaku-1 = Not polite and friendly
scale-perilaku-1-short = Not friendly
scale-perilaku-2 = Less polite and friendly
scale-perilaku-2-short = Less friendly
scale-perilaku-3 = Polite and friendly
scale-perilaku-4 = Very polite and friendly
scale-perilaku-4-short = Very friendly
# The standard says "Tidak ada", which people read as "I have no complaint"; its own label stands in the official report.
scale-pengaduan-1 = No place to complain
scale-pengaduan-1-short = No place for it
scale-pengaduan-2 = Exists but does not work
scale-pengaduan-2-short = Does not work
scale-pengaduan-3 = Works, but not well
scale-pengaduan-3-short = Not well
scale-pengaduan-4 = Handled well
scale-pengaduan-4-short = Handled well
scale-sarana-1 = Bad
scale-sarana-2 = Fair
scale-sarana-3 = Good
scale-sarana-4 = Very good
# Words that people type instead of any of the labels.
scale-also-1 = not satisfied, very bad, terrible
scale-also-2 = less satisfied, not good, poor
scale-also-3 = satisfied, fine
scale-also-4 = very satisfied, excellent, great

rating-thanks = ✅ *Thank you!* Your rating of *{ $unit }* is in.
rating-changed = ✅ *Saved.* Your rating of *{ $unit }* is up to date.
rating-standing = Its satisfaction index is now *{ NUMBER($ikm, minimumFractionDigits: 2) }* ({ $grade }), { $n ->
        [one] from one rating.
       *[other] from { $n } ratings.
    }
rating-change = ✏️ Change my answers
rating-change-which = Which answer about *{ $unit }* would you like to change?
rating-comment = Anything to suggest to *{ $unit }*? Just write it here. If not, skip it.
rating-comment-kept = Thank you, we have noted your suggestion.
rating-comment-cut = Thank you, we have noted your suggestion (its first { $most } characters).
rating-profile =
    A little about you ({ $progress }), only once, and you may skip it.

    { $question }
profile-name-sex = Sex
profile-sex = Your sex?
profile-sex-female = Female
profile-sex-male = Male
profile-name-age = Age group
profile-age = Your age?
profile-age-to-19 = Up to 19
profile-age-20-29 = 20–29
profile-age-30-39 = 30–39
profile-age-40-49 = 40–49
profile-age-50-59 = 50–59
profile-age-from-60 = 60 and over
profile-name-education = Education
profile-education = Your highest education?
profile-education-none = No school
profile-education-sd = Primary (SD)
profile-education-smp = Middle (SMP)
profile-education-sma = High school (SMA)
profile-education-d3 = Diploma (D3)
profile-education-s1 = Bachelor (S1)
profile-education-s2 = Master (S2)
profile-education-s3 = Doctor (S3)
profile-name-occupation = Occupation
profile-occupation = Your occupation?
profile-occupation-pns = Civil servant
profile-occupation-tni = Military
profile-occupation-polri = Police
profile-occupation-employee = Private employee
profile-occupation-self-employed = Self-employed
profile-occupation-other = Other
rating-closed = Done. Thank you for helping to make { CITY() }'s services better. 🙏
rating-left = { $done } of your 9 answers about *{ $unit }* are kept. You can go on at any time.

# Surveys beside the SKM
command-survei = other surveys: SPKP, SPAK
form-page-pernyataan = How far does it fit what you experienced?
form-intro-izin-lain = Your answers are used to judge the quality of this office's service (Law 27/2022). Kept without a name, apart from the satisfaction survey.
survey-head = *{ $survey }*, { $unit }
survey-statement =
    *{ $survey }* · { $unit }
    { $progress }

    { $statement }
survey-gone = That survey is not asked by this office (any more).
survey-refused = All right, nothing is kept.
survey-left = Kept: { $done ->
    [one] the one answer you gave.
   *[other] the { $done } answers you gave.
}
survey-thanks = Thank you, your answers are in and count once.
survey-send = Send answers
survey-answer = Answer this survey
survey-basis = { $n } people, { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") }
survey-on-scale = On its own scale: { NUMBER($value, minimumFractionDigits: 2) } of { $highest }.
survey-caption = Mean of each element, from 1 to { $highest }
survey-mean = Mean
survey-too-few = { $n } people have answered so far; figures are shown from { $least } on.
survey-method = How it is computed
survey-rule = The mean of the elements by their weights, times 100 divided by { $highest }. High always means good.
survey-not-skm = This is not the index of citizens' satisfaction (IKM). Source:
survey-others = Other surveys of this office
surveys-which-unit = Surveys of which office? *Type its name*, or choose:
surveys-of = *Surveys beside the SKM, { $unit }.* The SKM always runs; the others are for offices that owe them, such as those building an integrity zone.
surveys-on =
    *{ $name }*: running, { $n } answers
    Fill in: { $ask } · { $chats }
    Result: { $result }
surveys-off = { $name }: not asked
surveys-switch-on = Start { $survey }
surveys-switch-off = Stop { $survey }
surveys-paper = 🖨 { $survey } on paper
surveys-made-kertas = Paper forms of { $survey } for *{ $unit }* and each of its counters, a page each. When filled in, key them into the sheet and hand it to whoever runs the server.
surveys-made-isian = The sheet to key { $survey } of *{ $unit }* into. Whoever runs the server reads it by import-survey-answers; the same file never counts twice.
survey-rows = { $rows } rows were read and count; what was there already counts once.
survey-rows-dry = { $rows } rows were read; nothing counts yet.
surveys-unknown = There is no such survey.
audit-action-survey-on = started a survey
audit-action-survey-off = stopped a survey
