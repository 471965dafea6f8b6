command-hasil = lihat hasil penilaian warga

result-which-unit = Hasil kantor mana yang ingin Anda lihat? *Ketik namanya*, atau pilih:
result-another = Kantor lain
result-title = *{ $unit }*
result-index = Indeks kepuasan (IKM): *{ NUMBER($ikm, minimumFractionDigits: 2) }*, mutu { $letter } ({ $grade })
result-n = { $n } penilaian, { DATETIME($first, dateStyle: "medium") } sampai { DATETIME($last, dateStyle: "medium") }
result-interval = Kisaran yang wajar (95 %): { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } sampai { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }
result-weakest = Paling perlu dibenahi: *{ $element }* ({ NUMBER($nrr, minimumFractionDigits: 2) } dari 4)
result-too-few = Indeksnya kami tampilkan mulai dari { $wanted } penilaian; sekarang baru ada { $n }.
