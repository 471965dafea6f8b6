# Reports for heads and admins

command-laporan = laporan hasil unit
command-poster = poster QR dan formulir kertas untuk loket

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
report-invited = 🎲 Diundang acak: { $answered } dari { $invited } menjawab ({ NUMBER($rate, maximumFractionDigits: 0) } %)
report-invited-unknown = Belum bisa dikatakan apakah yang diundang menilai lain dari yang datang sendiri.
report-invited-same = Yang diundang menilai { $points } poin dibanding yang datang sendiri ({ $low } sampai { $high }): tidak tampak beda.
report-invited-other = ⚠️ Yang diundang menilai { $points } poin dibanding yang datang sendiri ({ $low } sampai { $high }). Yang diundang lebih mewakili.
report-surveys-title = *Survei selain SKM, { $unit }*, { $period }
report-to-surveys = 📋 Survei lain
report-survey = { $index }: { NUMBER($value, minimumFractionDigits: 2) } ({ $letter }, { $grade }), { $n } orang
report-survey-element = • { $name }: { NUMBER($mean, minimumFractionDigits: 2) }
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

report-trend-title = Perkembangan *{ $unit }*
report-compared-title = Semua unit, { $period }
report-comments-title = Saran terbaru untuk *{ $unit }*
report-no-comments = Belum ada saran pada masa ini.
report-parts-title = *{ $unit }*: { $by }
report-part = • { $name }: IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $n } penilaian)
report-channel-whatsapp = WhatsApp
report-channel-web = Halaman web
report-channel-kiosk = Layar di loket
report-channel-sheet = Lembar kertas
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

poster-which-unit = Cetakan untuk unit mana? *Ketik namanya*, atau pilih:
poster-which = Cetakan *{ $unit }* untuk loket mana?
poster-whole-unit = Seluruh kantor
poster-every-counter = Kantor dan semua loket
poster-headline = Bagaimana pelayanan kami?
poster-step-1 = Pindai kode dengan kamera ponsel
poster-step-2 = Jawab sembilan pertanyaan, tanpa nama
poster-step-3 = Baca hasilnya dan apa yang diperbaiki
poster-typed = Atau buka di ponsel:
poster-door-web = Langsung di ponsel
poster-print-a4 = Poster A4
poster-print-a5 = Poster A5
poster-print-tenda = Tenda meja
poster-print-kertas = Formulir kertas
poster-print-isian = Lembar isian (Excel)
poster-file-a4 = poster-A4
poster-file-a5 = poster-A5
poster-file-tenda = tenda-meja
poster-file-kertas = formulir
poster-file-isian = isian
poster-made-a4 = Poster A4 *{ $unit }* ({ $place }), siap dicetak. Cukup dicetak satu kali: tautannya tidak berakhir. Bentuk lain:
poster-made-a5 = Poster A5 *{ $unit }* ({ $place }), siap dicetak. Cukup dicetak satu kali: tautannya tidak berakhir. Bentuk lain:
poster-made-tenda = Tenda meja *{ $unit }* ({ $place }): cetak di kertas A4, lipat di garis putus-putus. Bentuk lain:
poster-made-kertas =
    Formulir kertas *{ $unit }* ({ $place }), satu halaman tiap loket; gandakan sesuai kebutuhan. Kode di pojoknya menunjukkan kantor dan loket.

    Hasilnya diketik ke *lembar isian*, lalu pengelola memasukkannya dengan import-answers. Bentuk lain:
poster-made-isian = Lembar isian *{ $unit }* ({ $place }): satu formulir satu baris, jawaban dengan angka di kotaknya. Kembalikan kepada pengelola; kantornya dikenali dari kode lembar. Bentuk lain:
poster-no-name = Belum ada alamat yang bisa dicetak: nama bot dan alamat web belum diatur. Mintalah pengelola mengisi FEEDBACKBOT_TELEGRAM_BOT_NAME atau FEEDBACKBOT_PUBLIC_URL.
paper-code = Kode lembar
paper-number = No.
paper-day = Tanggal
paper-how = Beri tanda pada satu kotak untuk setiap pertanyaan, lalu masukkan ke kotak di loket. Nama tidak perlu ditulis.
key-in-sheet-name = Jawaban
key-in-legend-name = Keterangan
key-in-legend-question = Pertanyaan
key-in-legend-answers = Angka yang diketik
key-in-legend-consent = Formulir yang izinnya tidak dicentang tidak diketik.

# Words in charts
chart-weakest = terlemah
chart-nrr-axis = Nilai rata-rata unsur (1–4)
chart-subtitle = IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $grade }) · { $n } penilaian · { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
chart-alt = Grafik sembilan unsur pelayanan { $unit }: IKM { NUMBER($ikm, minimumFractionDigits: 2) }, { $grade }, dari { $n } penilaian. Unsur terlemah: { $weakest }.
decimal-mark = ,

# Publishing results

command-terbitkan = terbitkan hasil semester
publish-which = Hasil masa yang mana yang diterbitkan?
publish-review =
    *{ $period }*

    Siap diterbitkan: { $n } unit
    { $names }

    Terlalu sedikit penilaian: { $few }
    Sudah terbit: { $done }

    Setelah terbit, angkanya *tidak berubah lagi*.
publish-yes = 📌 Terbitkan { $n } unit
publish-done = Hasil { $n } unit untuk { $period } sudah diterbitkan.
publish-nothing = Tidak ada yang bisa diterbitkan.
publish-not-over = Masa itu belum berakhir. Hasil diterbitkan setelah masanya selesai.
audit-action-result-published = menerbitkan hasil

command-hasil = lihat hasil penilaian warga

result-which-unit = Hasil kantor mana yang ingin Anda lihat? *Ketik namanya*, atau pilih:
result-another = Kantor lain
result-title = *{ $unit }*
result-index = Indeks kepuasan (IKM): *{ NUMBER($ikm, minimumFractionDigits: 2) }*, mutu { $letter } ({ $grade })
result-n = { $n } penilaian, { DATETIME($first, dateStyle: "medium") } sampai { DATETIME($last, dateStyle: "medium") }
result-no-interval = Kisaran yang wajar belum bisa dihitung dari penilaian sesedikit atau seseragam ini.
result-interval-few = Kisaran yang wajar (95 %): { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } sampai { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }. Hati-hati: baru { $n } penilaian, kurang dari 30.
result-interval = Kisaran yang wajar (95 %): { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } sampai { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }
result-weakest = Paling perlu dibenahi: *{ $element }* ({ NUMBER($nrr, minimumFractionDigits: 2) } dari 4)
result-too-few = Indeksnya kami tampilkan mulai dari { $wanted } penilaian; sekarang baru ada { $n }.

# Digests to staff and heads

digest-title = *{ $unit }*, { $period }
digest-index = IKM { NUMBER($ikm, minimumFractionDigits: 2) } dari { $n } penilaian.
digest-few = Baru *{ $n }* penilaian: terlalu sedikit untuk sebuah indeks. Yang di bawah ini hanya petunjuk.
digest-strongest = 💪 Terkuat: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) }). Pertahankan!
digest-weakest = 🔧 Terlemah: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) })
digest-comment = 💬 “{ $comment }”
digest-publish = Hasil { $period } belum diterbitkan untuk { $n } unit. Terbitkan dengan /terbitkan.
digest-advice-persyaratan = Minggu ini: tempel daftar syarat yang singkat di depan loket.
digest-advice-prosedur = Minggu ini: gambar alur layanan dalam tiga langkah dan tempel di pintu.
digest-advice-waktu = Minggu ini: sebutkan perkiraan waktu selesai kepada setiap warga.
digest-advice-biaya = Minggu ini: pasang tarif, atau kata “gratis”, di setiap loket.
digest-advice-produk = Minggu ini: periksa hasil layanan bersama warga sebelum mereka pulang.
digest-advice-kompetensi = Minggu ini: bahas bersama satu kasus yang sulit, sepuluh menit saja.
digest-advice-perilaku = Minggu ini: sapa setiap warga lebih dulu, dengan senyum.
digest-advice-pengaduan = Minggu ini: jawab semua aduan yang masih terbuka.
digest-advice-sarana = Minggu ini: pilih satu hal di ruang tunggu yang bisa dibereskan hari ini.

# The public result pages

web-title = Hasil survei kepuasan masyarakat
web-skip = Langsung ke isi
web-language = Bahasa
web-about = Indeks Kepuasan Masyarakat (IKM) menurut PermenPANRB 14/2017, skala 25–100. Penilaian disimpan dengan nama samaran.
web-intro = Penilaian warga dari { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }.
web-table = Hasil setiap unit, dari yang tertinggi
web-unit = Unit
web-grade = Mutu
web-n = Penilaian
web-figure = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
web-count = { NUMBER($n) }
web-too-few = Hasil ditampilkan mulai dari { $least } penilaian.
web-download = Unduh angkanya (CSV)
web-no-longer = Unit ini tidak lagi melayani dengan nama ini.
web-grade-is = mutu { $letter } ({ $grade })
web-basis = { $n } penilaian, { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }.
web-invited = Dari { $invited } orang yang diundang secara acak, { $answered } menjawab ({ NUMBER($rate, maximumFractionDigits: 0) } %).
web-invited-gap = Selisih nilai mereka terhadap yang datang sendiri: { NUMBER($points, minimumFractionDigits: 2, maximumFractionDigits: 2) } poin (95 %: { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } sampai { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }).
web-interval = Kisaran yang wajar (95 %): { NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } sampai { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }.
web-not-representative = Belum mewakili: { $n } dari { $wanted } responden yang dibutuhkan.
web-flagged-in = { $n } penilaian bertanda meragukan; ikut dihitung.
web-flagged-out = { $n } penilaian bertanda meragukan; tidak dihitung.
web-elements = Sembilan unsur pelayanan
web-elements-alt = Grafik sembilan unsur; angkanya ada di tabel di bawah.
web-elements-caption = Nilai rata-rata setiap unsur (1–4)
web-element = Unsur
web-nrr = Nilai
web-trend = Perkembangan
web-trend-alt = Grafik IKM per triwulan; angkanya ada di tabel di bawah.
web-trend-caption = IKM per triwulan
web-period = Masa
web-published = Hasil yang diterbitkan
web-published-caption = Angka resmi yang tidak berubah lagi
web-days = { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
web-done = Anda bilang, kami kerjakan
web-day = { DATETIME($day, dateStyle: "medium") }
web-back = Semua unit
web-missing = Unit itu tidak ditemukan
web-few = Hati-hati: baru { $n } penilaian, kurang dari 30. Hasilnya masih bisa banyak berubah.
web-few-short = sedikit
web-weight-column = Bobot
web-weight = Bobot setiap unsur { $weight }.

# The city's start page and its badge
home-title = Nilai pelayanan Kota { $city }
home-lead = Baru dilayani di kantor pemerintah? Ceritakan dalam satu menit, tanpa nama. Jawaban Anda menentukan apa yang dibenahi lebih dulu.
home-rate = Nilai sekarang
home-index = Indeks Kepuasan Masyarakat (IKM) adalah rata-rata jawaban warga atas sembilan pertanyaan, dalam skala 25 sampai 100. Makin tinggi angkanya, makin puas warga; mulai 88,31 mutunya A.
home-few = Belum cukup:
badge-label = Kepuasan warga
badge-none = belum cukup penilaian
badge-title = Indeks Kepuasan Masyarakat { $unit }: { $value }
