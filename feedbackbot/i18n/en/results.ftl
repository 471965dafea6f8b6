command-hasil = see how people rate the services

result-which-unit = Which office's result would you like to see? *Type its name*, or choose:
result-another = Another office
result-title = *{ $unit }*
result-index = Satisfaction index (IKM): *{ NUMBER($ikm, minimumFractionDigits: 2) }*, grade { $letter } ({ $grade })
result-n = { $n ->
        [one] One rating
       *[other] { $n } ratings
    }, { DATETIME($first, dateStyle: "medium") } to { DATETIME($last, dateStyle: "medium") }
result-interval = Plausible range (95 %): { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }
result-weakest = Most in need of work: *{ $element }* ({ NUMBER($nrr, minimumFractionDigits: 2) } of 4)
result-too-few = The index is shown from { $wanted } ratings on; so far there { $n ->
        [0] are none
        [one] is one
       *[other] are { $n }
    }.
