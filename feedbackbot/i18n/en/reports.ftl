# Reports for heads and admins

command-laporan = report on a unit's results
command-poster = make a QR poster for a counter

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
report-by-sex = Sex
report-by-age = Age group
report-by-education = Education
report-by-occupation = Occupation

report-trend-title = Trend of *{ $unit }*
report-compared-title = All units, { $period }
report-comments-title = Newest comments on *{ $unit }*
report-no-comments = There are no comments in this period yet.
report-parts-title = *{ $unit }*: { $by }
report-part = • { $name }: IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $n ->
    [one] { $n } rating
   *[other] { $n } ratings
})
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

poster-which-unit = A poster for which unit? *Type its name*, or choose:
poster-which = A poster of *{ $unit }* for which counter?
poster-whole-unit = The whole office
poster-headline = How was our service?
poster-how = Scan with your phone's camera and rate us in a minute.
poster-valid = The link on this poster is valid until { DATETIME($day, dateStyle: "long") }.
poster-made = Poster of *{ $unit }*, ready to print. Replace it before { DATETIME($day, dateStyle: "long") }: ratings through it are marked afterwards.
poster-no-name = The bot's name is not set, so the poster's link cannot be made. Ask the operator to set FEEDBACKBOT_TELEGRAM_BOT_NAME.
