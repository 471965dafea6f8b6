# Reports for heads and admins

command-laporan = laporan hasil unit
command-poster = buat poster QR untuk loket

period-half = Semester { $half } { $year }
period-quarter = Triwulan { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} { $year }
period-year = Tahun { $year }
period-month = { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
} { $year }
period-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] Mei
    [6] Jun
    [7] Jul
    [8] Agu
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Des
} { $year }
period-day = { DATETIME($first, dateStyle: "long") }
period-free = { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }

report-which-unit = Laporan unit mana? *Ketik namanya*, atau pilih:
report-which-period = Laporan untuk masa yang mana? Masa lain bisa diketik, misalnya _/laporan dukcapil 2026-10-01_2026-11-15_.
report-which-profile = Rincian menurut apa?
report-title = *{ $unit }*, { $period }
report-empty = Belum ada penilaian pada masa ini.
report-n = { $n } penilaian
report-change = Dibanding masa sebelumnya: *{ $change }*
report-weakest = Terlemah: *{ $element }* { NUMBER($nrr, minimumFractionDigits: 2) }{ $change }
report-strongest = Terkuat: { $element } { NUMBER($nrr, minimumFractionDigits: 2) }
report-moved-up = , naik { NUMBER($by, minimumFractionDigits: 2) }
report-moved-down = , turun { NUMBER($by, minimumFractionDigits: 2) }
report-moved-not = , tetap
report-dropped = ⚠️ { $element } turun nyata ({ $change })
report-sample-small = ℹ️ *Belum mewakili*: baru { $n } dari { $wanted } responden yang dibutuhkan.
report-sample-unknown = ℹ️ Jumlah pengunjung setahun belum tercatat, jadi belum bisa dikatakan apakah hasil ini mewakili.
report-flagged-in = 🏷 { $n } penilaian bertanda meragukan; ikut dihitung.
report-flagged-out = 🏷 { $n } penilaian bertanda meragukan; tidak dihitung.
report-is-published = 📌 Hasil masa ini sudah diterbitkan.

report-to-trend = 📈 Perkembangan
report-to-period = 🗓 Masa lain
report-to-units = 🏢 Antarunit
report-to-services = 🧾 Per layanan
report-to-profile = 👥 Per responden
report-to-channels = Saluran
report-to-comments = 💬 Saran warga
report-to-official = 📄 Laporan resmi
report-to-workbook = 📊 Buku kerja (XLSX)
report-to-cases = 📮 Kasus
report-back = ‹ Laporan
report-by-sex = Jenis kelamin
report-by-age = Kelompok umur
report-by-education = Pendidikan
report-by-occupation = Pekerjaan

report-trend-title = Perkembangan *{ $unit }*
report-compared-title = Semua unit, { $period }
report-comments-title = Saran terbaru untuk *{ $unit }*
report-no-comments = Belum ada saran pada masa ini.
report-parts-title = *{ $unit }*: { $by }
report-part = • { $name }: IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $n } penilaian)
report-part-rest = Lainnya (digabung)
report-part-not-said = Tidak menjawab
report-part-no-service = Layanan tidak disebut
report-parts-too-few = Rincian ditampilkan mulai dari { $least } penilaian, agar tidak menunjuk orang.
report-official-now = Laporan resmi *{ $unit }*, { $period }. Belum diterbitkan: angkanya masih bisa berubah.
report-official-frozen = Laporan resmi *{ $unit }*, { $period }, seperti yang diterbitkan.

report-chart-subtitle = IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $grade }) · { $n } penilaian · { $period }
report-chart-alt = Grafik sembilan unsur { $unit }, { $period }: IKM { NUMBER($ikm, minimumFractionDigits: 2) }, { $grade }, dari { $n } penilaian. Unsur terlemah: { $weakest }.
report-chart-interval = Garis hitam: kisaran yang wajar (95 %).
report-ikm-axis = Indeks kepuasan masyarakat, IKM (25–100)
report-trend-subtitle = IKM per masa · { $n } penilaian
report-trend-alt = Grafik perkembangan IKM { $unit }.
report-units-title = IKM antarunit
report-units-alt = Grafik IKM semua unit, { $period }.
report-units-n = n = { $n }

report-not-yours = Unit itu tidak ada, atau bukan untuk Anda lihat.

poster-which-unit = Poster untuk unit mana? *Ketik namanya*, atau pilih:
poster-which = Poster *{ $unit }* untuk loket mana?
poster-whole-unit = Seluruh kantor
poster-headline = Bagaimana pelayanan kami?
poster-how = Pindai dengan kamera ponsel, lalu nilai dalam satu menit.
poster-valid = Tautan pada poster ini berlaku sampai { DATETIME($day, dateStyle: "long") }.
poster-made = Poster *{ $unit }*, siap dicetak. Gantilah sebelum { DATETIME($day, dateStyle: "long") }: sesudah itu penilaian lewat poster ini diberi tanda.
poster-no-name = Nama bot belum diatur, jadi tautan poster belum bisa dibuat. Mintalah pengelola mengisi FEEDBACKBOT_TELEGRAM_BOT_NAME.
