# The public result pages

web-title = Results of the citizens' satisfaction survey
web-skip = Skip to content
web-language = Language
web-other-language = Bahasa Indonesia
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
