# Reports for heads and admins

command-laporan = report on a unit's results
command-poster = QR posters and paper forms for counters

period-half = { $half ->
    [I] First half
   *[II] Second half
} of { $year }
period-quarter = Quarter { $quarter } of { $year }
period-year = Year { $year }
period-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
period-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
period-day = { DATETIME($first, dateStyle: "long") }
period-free = { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }

report-which-unit = Which unit? *Type its name*, or choose:
report-which-period = Which period? Others can be typed, for example _/laporan dukcapil 2026-10-01_2026-11-15_.
report-which-profile = Broken down by what?
report-title = *{ $unit }*, { $period }
report-empty = There are no ratings in this period yet.
report-n = { $n ->
    [one] { $n } rating
   *[other] { $n } ratings
}
report-change = Against the period before: *{ $change }*
report-weakest = Weakest: *{ $element }* { NUMBER($nrr, minimumFractionDigits: 2) }{ $change }
report-strongest = Strongest: { $element } { NUMBER($nrr, minimumFractionDigits: 2) }
report-moved-up = , up { NUMBER($by, minimumFractionDigits: 2) }
report-moved-down = , down { NUMBER($by, minimumFractionDigits: 2) }
report-moved-not = , unchanged
report-dropped = ⚠️ { $element } fell clearly ({ $change })
report-invited = 🎲 Invited by chance: { $answered } of { $invited } answered ({ NUMBER($rate, maximumFractionDigits: 0) } %)
report-invited-unknown = Whether those invited rate otherwise than those who came by themselves cannot be told yet.
report-invited-same = Those invited rate { $points } points against those who came by themselves ({ $low } to { $high }): no difference shows.
report-invited-other = ⚠️ Those invited rate { $points } points against those who came by themselves ({ $low } to { $high }). The invited stand for all better.
report-surveys-title = *Surveys beside the SKM, { $unit }*, { $period }
report-to-surveys = 📋 Other surveys
report-survey = { $index }: { NUMBER($value, minimumFractionDigits: 2) } ({ $letter }, { $grade }), { $n } people
report-survey-element = • { $name }: { NUMBER($mean, minimumFractionDigits: 2) }
report-sample-small = ℹ️ *Not yet representative*: { $n } of the { $wanted } respondents needed.
report-sample-unknown = ℹ️ The unit's yearly visitors are not recorded, so nobody can say whether this result is representative.
report-flagged-in =
    { $n ->
        [one] 🏷 { $n } rating is marked as doubtful; it is counted.
       *[other] 🏷 { $n } ratings are marked as doubtful; they are counted.
    }
report-flagged-out =
    { $n ->
        [one] 🏷 { $n } rating is marked as doubtful; it is not counted.
       *[other] 🏷 { $n } ratings are marked as doubtful; they are not counted.
    }
report-is-published = 📌 The result of this period has been published.

report-to-trend = 📈 Trend
report-to-period = 🗓 Other period
report-to-units = 🏢 Units compared
report-to-services = 🧾 By service
report-to-profile = 👥 By respondent
report-to-channels = Channel
report-to-comments = 💬 Comments
report-to-official = 📄 Official report
report-to-workbook = 📊 Workbook (XLSX)
report-to-cases = 📮 Cases
report-back = ‹ Report

report-trend-title = Trend of *{ $unit }*
report-compared-title = All units, { $period }
report-comments-title = Newest comments on *{ $unit }*
report-no-comments = There are no comments in this period yet.
report-parts-title = *{ $unit }*: { $by }
report-part = • { $name }: IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $n ->
    [one] { $n } rating
   *[other] { $n } ratings
})
report-channel-whatsapp = WhatsApp
report-channel-web = Web page
report-channel-kiosk = Screen at the counter
report-channel-sheet = Paper sheets
report-part-rest = Others (put together)
report-part-not-said = Not answered
report-part-no-service = No service named
report-parts-too-few = Parts are shown from { $least } ratings on, so that none points to a person.
report-official-now = Official report of *{ $unit }*, { $period }. Not published yet: its figures can still change.
report-official-frozen = Official report of *{ $unit }*, { $period }, as published.

report-chart-subtitle = IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $grade }) · { $n } ratings · { $period }
report-chart-alt = Chart of the nine elements of { $unit }, { $period }: IKM { NUMBER($ikm, minimumFractionDigits: 2) }, { $grade }, from { $n } ratings. Weakest element: { $weakest }.
report-chart-interval = Black lines: 95 % interval.
report-ikm-axis = Satisfaction index, IKM (25–100)
report-trend-subtitle = IKM by period · { $n } ratings
report-trend-alt = Chart of the IKM of { $unit } over time.
report-units-title = IKM of the units
report-units-alt = Chart of the IKM of all units, { $period }.
report-units-n = n = { $n }

report-not-yours = There is no such unit, or it is not yours to see.

poster-which-unit = Prints for which unit? *Type its name*, or choose:
poster-which = Prints of *{ $unit }* for which counter?
poster-whole-unit = The whole office
poster-every-counter = Office and all counters
poster-headline = How was our service?
poster-step-1 = Scan a code with your phone's camera
poster-step-2 = Answer nine questions, without a name
poster-step-3 = Read the result and what is mended
poster-typed = Or open on your phone:
poster-door-web = Right on your phone
poster-print-a4 = Poster A4
poster-print-a5 = Poster A5
poster-print-tenda = Table tent
poster-print-kertas = Paper form
poster-print-isian = Key-in sheet (Excel)
poster-file-a4 = poster-A4
poster-file-a5 = poster-A5
poster-file-tenda = table-tent
poster-file-kertas = form
poster-file-isian = key-in
poster-made-a4 = Poster A4 of *{ $unit }* ({ $place }), ready to print. Once is enough: its link does not end. Other prints:
poster-made-a5 = Poster A5 of *{ $unit }* ({ $place }), ready to print. Once is enough: its link does not end. Other prints:
poster-made-tenda = Table tent of *{ $unit }* ({ $place }): print it on A4 and fold along the dashed line. Other prints:
poster-made-kertas =
    Paper form of *{ $unit }* ({ $place }), one page a counter; copy as many as you need. The code in its corner tells office and counter.

    What was filled in is typed into the *key-in sheet*, which the operator takes in by import-answers. Other prints:
poster-made-isian = Key-in sheet of *{ $unit }* ({ $place }): one form a row, answers by the number at their box. Hand it back to the operator; the office is known by the sheet code. Other prints:
poster-no-name = There is no address to print: neither the bot's name nor the web address is set. Ask the operator to set FEEDBACKBOT_TELEGRAM_BOT_NAME or FEEDBACKBOT_PUBLIC_URL.
paper-code = Sheet code
paper-number = No.
paper-day = Date
paper-how = Tick one box for each question, then put the sheet into the box at the counter. No name is needed.
key-in-sheet-name = Answers
key-in-legend-name = Legend
key-in-legend-question = Question
key-in-legend-answers = Number to type
key-in-legend-consent = Forms without a tick at the consent are not typed.

# Words in charts
chart-weakest = weakest
chart-nrr-axis = Mean of the element (1–4)
chart-subtitle = Index { NUMBER($ikm, minimumFractionDigits: 2) } ({ $grade }) · { $n } { $n ->
        [one] rating
       *[other] ratings
    } · { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
chart-alt = Chart of the nine service elements of { $unit }: index { NUMBER($ikm, minimumFractionDigits: 2) }, { $grade }, from { $n } ratings. Weakest element: { $weakest }.
decimal-mark = .

# Publishing results

command-terbitkan = publish the results of a half year
publish-which = Publish the results of which period?
publish-review =
    *{ $period }*

    Ready to be published: { $n } units
    { $names }

    Too few ratings: { $few }
    Published already: { $done }

    Once published, the figures *do not change any more*.
publish-yes = 📌 Publish { $n } units
publish-done = The results of { $n } units for { $period } are published.
publish-nothing = There is nothing to publish.
publish-not-over = That period is not over. Results are published once it has ended.
audit-action-result-published = published a result

command-hasil = see how people rate the services

result-which-unit = Which office's result would you like to see? *Type its name*, or choose:
result-another = Another office
result-title = *{ $unit }*
result-index = Satisfaction index (IKM): *{ NUMBER($ikm, minimumFractionDigits: 2) }*, grade { $letter } ({ $grade })
result-n = { $n ->
        [one] One rating
       *[other] { $n } ratings
    }, { DATETIME($first, dateStyle: "medium") } to { DATETIME($last, dateStyle: "medium") }
result-no-interval = A plausible range cannot be told yet from so few ratings, or from ratings so much alike.
result-interval-few = Plausible range (95 %): { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }. Take care: only { $n } ratings, fewer than 30.
result-interval = Plausible range (95 %): { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }
result-weakest = Most in need of work: *{ $element }* ({ NUMBER($nrr, minimumFractionDigits: 2) } of 4)
result-too-few = The index is shown from { $wanted } ratings on; so far there { $n ->
        [0] are none
        [one] is one
       *[other] are { $n }
    }.

# Digests to staff and heads

digest-title = *{ $unit }*, { $period }
digest-index = IKM { NUMBER($ikm, minimumFractionDigits: 2) } from { $n } ratings.
digest-few = Only *{ $n }* ratings: too few for an index. What follows is but a hint.
digest-strongest = 💪 Strongest: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) }). Keep it up!
digest-weakest = 🔧 Weakest: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) })
digest-comment = 💬 “{ $comment }”
digest-publish = The results of { $period } are not published yet for { $n } units. Publish them with /terbitkan.
digest-advice-persyaratan = This week: put a short list of requirements in front of the counter.
digest-advice-prosedur = This week: draw the service in three steps and put it on the door.
digest-advice-waktu = This week: tell every citizen how long it will take.
digest-advice-biaya = This week: show the fee, or the word “free”, at every counter.
digest-advice-produk = This week: check the result together with citizens before they leave.
digest-advice-kompetensi = This week: talk one difficult case through together, for ten minutes.
digest-advice-perilaku = This week: greet every citizen first, with a smile.
digest-advice-pengaduan = This week: answer every complaint that is still open.
digest-advice-sarana = This week: choose one thing in the waiting room that can be put right today.

# The public result pages

web-title = Results of the citizens' satisfaction survey
web-skip = Skip to content
web-language = Language
web-about = Satisfaction index (IKM) by regulation PermenPANRB 14/2017, scale 25–100. Ratings are kept under pseudonyms.
web-intro = Citizens' ratings from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }.
web-table = Results of each unit, highest first
web-unit = Unit
web-grade = Grade
web-n = Ratings
web-figure = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
web-count = { NUMBER($n) }
web-too-few = Results are shown from { $least } ratings on.
web-download = Download the figures (CSV)
web-no-longer = This unit no longer serves under this name.
web-grade-is = grade { $letter } ({ $grade })
web-basis = { $n } ratings, { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }.
web-invited = Of { $invited } people invited by chance, { $answered } answered ({ NUMBER($rate, maximumFractionDigits: 0) } %).
web-invited-gap = Their index minus that of those who came by themselves: { NUMBER($points, minimumFractionDigits: 2, maximumFractionDigits: 2) } points (95 %: { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }).
web-interval = 95 % interval: { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }.
web-not-representative = Not yet representative: { $n } of the { $wanted } respondents needed.
web-flagged-in =
    { $n ->
        [one] { $n } rating is marked as doubtful; it is counted.
       *[other] { $n } ratings are marked as doubtful; they are counted.
    }
web-flagged-out =
    { $n ->
        [one] { $n } rating is marked as doubtful; it is not counted.
       *[other] { $n } ratings are marked as doubtful; they are not counted.
    }
web-elements = The nine elements of service
web-elements-alt = Chart of the nine elements; the figures are in the table below.
web-elements-caption = Mean of each element (1–4)
web-element = Element
web-nrr = Mean
web-trend = Over time
web-trend-alt = Chart of the IKM by quarter; the figures are in the table below.
web-trend-caption = IKM by quarter
web-period = Period
web-published = Published results
web-published-caption = Official figures, which do not change any more
web-days = { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
web-done = You said, we did
web-day = { DATETIME($day, dateStyle: "medium") }
web-back = All units
web-missing = There is no such unit
web-few = Take care: only { $n } ratings, fewer than 30. The result may still change much.
web-few-short = few
web-weight-column = Weight
web-weight = Weight of each element { $weight }.

# The city's start page and its badge
home-title = Rate the services of { $city }
home-lead = Just been to a government office? Tell us in a minute, without your name. Your answers decide what is mended first.
home-rate = Rate now
home-index = The satisfaction index (IKM) is the mean of people's answers to nine questions, on a scale from 25 to 100. The higher it is, the more satisfied people are; from 88.31 on the grade is A.
home-few = Not enough yet:
badge-label = Satisfaction
badge-none = too few ratings
badge-title = Citizens' satisfaction index of { $unit }: { $value }
