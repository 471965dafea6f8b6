# Words in charts
chart-weakest = terlemah
chart-nrr-axis = Nilai rata-rata unsur (1–4)
chart-subtitle = IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $grade }) · { $n } penilaian · { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
chart-alt = Grafik sembilan unsur pelayanan { $unit }: IKM { NUMBER($ikm, minimumFractionDigits: 2) }, { $grade }, dari { $n } penilaian. Unsur terlemah: { $weakest }.
decimal-mark = ,
