# Words in charts
chart-weakest = weakest
chart-nrr-axis = Mean of the element (1–4)
chart-subtitle = Index { NUMBER($ikm, minimumFractionDigits: 2) } ({ $grade }) · { $n } { $n ->
        [one] rating
       *[other] ratings
    } · { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
chart-alt = Chart of the nine service elements of { $unit }: index { NUMBER($ikm, minimumFractionDigits: 2) }, { $grade }, from { $n } ratings. Weakest element: { $weakest }.
decimal-mark = .
