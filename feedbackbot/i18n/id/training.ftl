# Pelatihan: katalog, undangan, kursi, pengingat, daftar hadir.

command-pelatihan = lihat pelatihan dan undangan Anda
command-pelatihan-baru = buat pelatihan baru
command-undang = undang pegawai ke pelatihan
command-hadir = catat kehadiran di pelatihan


training-kind-teknis = Teknis
training-kind-manajerial = Manajerial
training-kind-sosial-kultural = Sosial kultural
training-skill-technical = Keterampilan teknis
training-skill-soft = Keterampilan lunak
training-mode-classroom = Tatap muka
training-mode-online = Daring langsung
training-mode-self-paced = Belajar mandiri
training-mode-blended = Campuran

training-title = *{ $title }*
training-institution = Bersama { $institution }
training-kind-and-mode = { $kind } · { $mode } · { $jp } JP
training-session = { DATETIME($starts, dateStyle: "full") }, pukul { DATETIME($starts, timeStyle: "short") }–{ DATETIME($ends, timeStyle: "short") } { ZONE() }
training-session-where =
    📅 { $when }
    📍 { $where }
training-more-sessions = … dan { $count } sesi lagi
training-own-pace = 📱 Dipelajari di obrolan ini, kapan saja
training-improves = Memperbaiki unsur: { $element }
training-seats = Kursi: { $seats }
training-no-limit = Kursi: tanpa batas
training-seats-free = Kursi tersisa: { $free } dari { $seats }{ $waiting ->
    [0] { "" }
   *[other] {" "}(menunggu: { $waiting })
}
training-register-until = Pendaftaran sampai { DATETIME($at, dateStyle: "long") }
training-needs-consent = Perlu izin kepala unit
training-calendar = 📅 Simpan ke kalender
training-calendar-file = pelatihan-{ $id }.ics
training-calendar-ready = Buka berkas ini untuk menyimpan jadwalnya di kalender ponsel Anda.
training-open-link = 🔗 Buka tautan
training-open-map = 🗺 Buka peta
training-details = Lihat rincian
training-list = 🎓 Daftar pelatihan
training-others = Lihat pelatihan lain
training-join = ✅ Saya mau ikut
training-dated = { $title } · { DATETIME($at, dateStyle: "medium") }

trainings-which = *Pelatihan.* Yang mana?
trainings-saya = 📌 Punya saya ({ $count })
trainings-saran = 💡 Disarankan untuk kantor Anda ({ $count })
trainings-buka = 📋 Semua yang masih dibuka ({ $count })
trainings-found = Ketuk salah satu untuk melihat rinciannya.
trainings-none = Tidak ada pelatihan di sini saat ini.

standing-none = Anda belum mendaftar.
standing-invited = Anda diundang. Silakan jawab di bawah.
standing-later = Anda ingin diingatkan lagi nanti.
standing-asked = Menunggu izin kepala unit Anda.
standing-seated = ✅ Anda terdaftar.
standing-offered = Ada kursi untuk Anda. Ambil sebelum waktunya habis.
standing-waiting = Anda ada di daftar tunggu.
standing-declined = Anda tidak ikut.
standing-cancelled = Anda sudah mengembalikan kursi.
standing-lapsed = Tawaran kursi untuk Anda sudah berakhir.
standing-refused = Kepala unit belum mengizinkan.

training-unknown = Pelatihan itu tidak ada lagi.
training-not-open = Pendaftaran pelatihan itu sudah ditutup.
training-was-cancelled = Pelatihan itu dibatalkan.
training-is-over = Pelatihan itu sudah selesai.
training-has-begun = Pelatihannya sudah dimulai, jadi kursi tidak bisa dikembalikan lagi.
training-not-admin = Ini wewenang admin program.
training-not-linked = Ini untuk pegawai. Tautkan dulu obrolan ini dengan data pegawai Anda.

invite-head = 🎓 *Anda diundang ke pelatihan*
invite-until = Mohon dijawab sebelum { DATETIME($at, dateStyle: "full") } pukul { DATETIME($at, timeStyle: "short") }.
invite-yes = ✅ Ikut
invite-no = ❌ Tidak bisa
invite-later = 🕐 Nanti saja
invite-is-answer = Apakah itu jawaban Anda untuk undangan *{ $title }*?
# what people write for each answer, parted by commas
invite-said-ya = hadir, saya hadir, akan hadir, ikut, saya ikut, mau ikut, bisa hadir, bisa ikut, siap hadir, insyaallah, insya allah, insyaallah hadir, insyaallah ikut
invite-said-tidak = tidak ikut, tidak hadir, tidak bisa hadir, tidak bisa ikut, gak ikut, gak bisa, gak bisa hadir, gak bisa ikut, berhalangan, absen, izin tidak hadir
invite-said-nanti = belum tahu, belum tau, belum pasti, nanti dulu, lihat nanti, pikir-pikir dulu
why-ask = ❓ Kenapa saya diundang?
why-said = kenapa saya diundang, mengapa saya diundang, kenapa diundang, kok saya diundang, kenapa saya, alasan diundang, kenapa saya yang diundang
why-title = *Kenapa Anda diundang ke { $title }?*
why-short = ❓ *Kenapa Anda?* { $why }
why-chosen = Warga menilai *{ $element }* di { $unit } rata-rata { NUMBER($mean, minimumFractionDigits: 2, maximumFractionDigits: 2) } dari 4 ({ $n } penilaian). Pelatihan ini dipilih untuk memperbaikinya.
why-figure = Pelatihan ini tentang *{ $element }*. Warga menilainya di { $unit } rata-rata { NUMBER($mean, minimumFractionDigits: 2, maximumFractionDigits: 2) } dari 4 ({ $n } penilaian).
why-element = Pelatihan ini tentang *{ $element }*, salah satu dari sembilan hal yang dinilai warga di setiap kantor.
why-other = Admin pelatihan memilih kantor atau golongan Anda. Pelatihan ini menambah { $jp } JP; Anda bebas menjawab tidak bisa.
invite-later-too-late = Pendaftaran sudah hampir ditutup. Mohon dijawab sekarang.
offer-yes = ✅ Ambil kursi
offer-no = Lepaskan

seat-taken = ✅ Anda terdaftar di *{ $title }*. Simpan jadwalnya di kalender; saya akan mengingatkan Anda.
seat-full = Kursinya sudah habis. Mau masuk daftar tunggu? Begitu ada kursi kosong, Anda saya kabari sesuai urutan.
seat-offered = 🎉 *Ada kursi kosong untuk Anda.* Ambil sebelum { DATETIME($until, dateStyle: "medium") } pukul { DATETIME($until, timeStyle: "short") }; setelah itu kursinya ditawarkan kepada yang berikut.
offer-ended-lapsed = Waktu untuk mengambil kursi di { $title } sudah habis, jadi kursinya ditawarkan kepada yang lain. Anda masih bisa mendaftar lagi.
offer-ended-withdrawn = Maaf, kursi di { $title } berkurang, jadi tawaran untuk Anda ditarik. Tempat Anda di daftar tunggu tetap.
seat-give-back = Batal ikut
wait-join = ⏳ Masuk daftar tunggu
wait-joined = Anda di urutan { $place } daftar tunggu.
give-back-question = Batal ikut *{ $title }*? Kursinya langsung ditawarkan kepada yang menunggu.
give-back-sure = Ya, batal ikut
give-back-not = Tidak jadi
given-back = Baik. Terima kasih sudah memberi tahu; kursinya kini untuk yang lain.
decline-why = Baik, Anda tidak ikut *{ $title }*. Apa sebabnya? Jawaban Anda membantu kami mengatur jadwal.
decline-words = Tulis sebabnya dengan singkat.
decline-thanks = Terima kasih, sudah dicatat.
reason-duty = Tugas tidak bisa ditinggal
reason-date = Tanggalnya tidak cocok
reason-place = Tempatnya terlalu jauh
reason-unfit = Tidak sesuai tugas saya
reason-words = Sebab lain (tulis)
later-when = Kapan saya ingatkan lagi?
later-besok = Besok ({ DATETIME($at, dateStyle: "medium") })
later-lusa = Tiga hari lagi ({ DATETIME($at, dateStyle: "medium") })
later-pekan = Minggu depan ({ DATETIME($at, dateStyle: "medium") })
later-noted = Baik, saya ingatkan lagi { DATETIME($at, dateStyle: "full") } pagi.

consent-ask = *{ $name }* ingin mengikuti pelatihan ini. Apakah Anda mengizinkan?
consent-agree-staff = ✅ Izinkan
consent-refuse-staff = ❌ Belum bisa
consent-not-yours = Itu bukan pegawai unit Anda.
consent-decided = Permintaan itu sudah diputuskan atau ditarik.
consent-noted-yes = Terima kasih. { $name } sudah dikabari tentang *{ $title }*.
consents-waiting = { $n ->
        [0] Tidak ada pegawai yang menunggu izin Anda.
       *[other] { $n } pegawai menunggu izin Anda.
    }
consent-noted-no = Baik. { $name } dikabari bahwa saat ini belum bisa mengikuti *{ $title }*.
consent-decided-given = ✅ Kepala unit mengizinkan: Anda terdaftar di { $title }.
consent-decided-given-but-full = Kepala unit mengizinkan, tetapi kursi { $title } sudah habis. Anda masuk daftar tunggu.
consent-decided-refused = Kepala unit belum bisa mengizinkan Anda mengikuti { $title }. Bicarakan langsung jika perlu.

remind-no-answer = 🔔 Undangan ini belum Anda jawab. Cukup satu ketukan:
distance-minutes = { $minutes } menit lagi
distance-hour = Satu jam lagi
distance-today = Hari ini
distance-tomorrow = Besok
distance-days = { $days } hari lagi
distance-week = Seminggu lagi
remind-session =
    🔔 { $distance }: *{ $title }*

    { $session }
remind-hour =
    🔔 { $distance }: *{ $title }*

    { $session }

    Di tempat, catat kehadiran dengan kode dari layar pelatih.
remind-missed =
    Kehadiran Anda di *{ $title }* belum tercatat.

    { $session }

    Jika Anda hadir, beri tahu pelatihnya agar dibetulkan. Jika tidak, tidak apa-apa: lihat pelatihan yang lain.
training-moved = 📢 *{ $title }* berubah jadwal atau tempat. Yang berlaku sekarang:
training-cancelled = 📢 *{ $title }* dibatalkan. Jadwalnya akan hilang dari kalender Anda jika berkas ini dibuka.

manage-open = ⚙️ Atur pelatihan
manage-title = *Keadaan: { $title }*
manage-count = { $state }: { $count }
manage-nobody = Belum ada yang diundang.
manage-reason = Sebab tidak ikut: { $reason } ({ $count })
manage-evaluated = Evaluasi: { NUMBER($mean, minimumFractionDigits: 2, maximumFractionDigits: 2) } dari 4 ({ $count } orang)
manage-seats = Ubah jumlah kursi
manage-reschedule = Ubah jadwal
manage-cancel = Batalkan pelatihan
manage-ask-seats = Berapa kursi? Ketik angkanya, atau 0 untuk tanpa batas.
manage-seats-changed = Jumlah kursi sekarang: { $seats ->
    [0] tanpa batas
   *[other] { $seats }
}. Yang menunggu ditawari kursi kosong sesuai urutan.
training-seats-taken = Sudah { $seated } orang terdaftar; kursi tidak bisa lebih sedikit dari itu.
manage-which-session = Sesi yang mana?
manage-ask-session =
    Ketik jadwal barunya dalam satu baris, misalnya:

    25/11/2026 09.00-12.00, Aula BKPSDM
manage-one-session = Satu sesi saja, dalam satu baris.
manage-moved = Jadwal diubah; { $told } orang dikabari. Yang berlaku sekarang:
manage-cancel-question = Batalkan *{ $title }*? Semua yang terdaftar langsung dikabari. Ini tidak bisa ditarik kembali.
manage-cancel-sure = Ya, batalkan pelatihan
manage-cancelled = { $title } dibatalkan; { $told } orang dikabari.
state-invited = Diundang, belum menjawab
state-later = Minta diingatkan lagi
state-asked = Menunggu izin kepala unit
state-seated = Terdaftar
state-offered = Ditawari kursi
state-waiting = Menunggu kursi
state-declined = Tidak bisa
state-cancelled = Batal ikut
state-lapsed = Tawaran berakhir
state-refused = Tidak diizinkan

invite-open = ✉️ Undang pegawai
invite-no-training = Belum ada pelatihan yang dibuka. Buat dulu dengan /pelatihan\_baru.
invite-which-training = Undang ke pelatihan yang mana?
invite-whom = *{ $title }*: siapa yang diundang?
invite-by-unit = 🏢 Satu kantor
invite-by-golongan = 🎖 Satu golongan
invite-by-jp = 📉 Yang JP-nya masih sedikit
invite-by-daftar = 📝 Daftar NIP
invite-by-semua = 👥 Semua pegawai
invite-which-unit = Kantor yang mana? *Ketik namanya*, atau pilih:
invite-no-ranks = Golongan belum ada di data pegawai.
invite-which-rank = Golongan yang mana?
invite-rank = Golongan { $group }
invite-ask-jp = Undang yang JP tahun ini di bawah berapa? Pilih, atau ketik angkanya.
invite-below = Di bawah { $jp } JP
invite-ask-list = Ketik atau tempel NIP-nya, satu baris satu orang.
invite-list-length = Tulis antara 1 dan { $most } NIP.
invite-list-wrong = NIP ke-{ $place } dalam daftar itu tidak benar. Perbaiki, lalu kirim lagi.
invite-review = *Undangan ke { $title }*
invite-condition-all = Untuk: semua pegawai
invite-condition-unit = Kantor: { $unit }
invite-condition-rank = Golongan: { $group }
invite-condition-jp = JP tahun ini di bawah { $jp }
invite-condition-list = Daftar: { $count } NIP
invite-reach = Cocok: { $people } orang; belum pernah diundang: { $new }, di antaranya { $linked } sudah tertaut. Yang belum tertaut menerima undangannya begitu menautkan obrolan.
invite-send = ✉️ Undang { $count } orang
invite-narrow = Ubah atau tambah syarat
invite-sent = { $count } orang diundang. Pesannya dikirim bertahap pada jam kerja.

new-training-title = *Pelatihan baru.* Apa judulnya?
new-training-kind = Jenisnya?
new-training-skill = Keterampilan apa?
new-training-mode = Bagaimana caranya? Untuk belajar mandiri, kirim berkas kursus lewat /impor.
new-training-form = Bentuknya menurut tabel JP?
new-training-institution = Lembaga mitra? Misalnya universitas, PPSDM, atau BKPSDM sendiri.
new-training-element = Unsur pelayanan mana yang diperbaiki?
new-training-no-element = Tidak ada
new-training-sessions =
    Kapan dan di mana? Satu baris satu sesi, misalnya:

    25/11/2026 09.00-12.00, Aula BKPSDM
    26/11/2026 09.00-12.00, https://zoom.us/j/123
new-training-too-many-sessions = Paling banyak { $most } sesi.
new-training-seats = Berapa kursi? Pilih, atau ketik angkanya.
new-training-no-limit = Tanpa batas
new-training-seats-wrong = Ketik angka antara 0 (tanpa batas) dan { $most }.
new-training-deadline = Pendaftaran sampai tanggal berapa? Misalnya 20/11/2026.
new-training-to-start = Sampai pelatihan dimulai
new-training-jp = Berapa JP? Pilih usulan menurut tabel, atau ketik angkanya.
new-training-jp-proposed = { $jp } JP (menurut tabel)
new-training-consent = Perlu izin kepala unit sebelum kursi diberikan?
new-training-free = Tidak perlu
new-training-consent-yes = Perlu izin
new-training-save = ✅ Simpan ke katalog
new-training-saved = *{ $title }* sudah ada di katalog.
new-training-change-judul = Ubah judul
new-training-change-sesi = Ubah jadwal
new-training-change-kursi = Ubah kursi
new-training-change-batas = Ubah batas daftar
new-training-change-jp = Ubah JP
new-training-change-unsur = Ubah unsur
new-training-change-lembaga = Ubah lembaga
new-training-change-izin = Ubah izin
session-not-understood = Baris { $line } belum saya mengerti. Contoh: 25/11/2026 09.00-12.00, Aula BKPSDM
session-no-such-time = Baris { $line }: tanggal atau jam itu tidak ada.
session-ends-first = Baris { $line }: jam selesai harus setelah jam mulai.
session-past = Baris { $line }: waktu itu sudah lewat.
session-no-end = Baris { $line }: jam selesainya belum ada. Contoh: 25/11/2026 09.00-12.00, Aula BKPSDM
session-several-days = Baris { $line }: ada beberapa hari di situ. Tulis satu baris untuk setiap hari.
session-hijri = Baris { $line }: tanggal Hijriah tidak saya hitung. Tulis tanggal Masehinya.
session-no-place = Baris { $line }: tempat atau tautannya belum ditulis.

attend-button = ✋ Catat kehadiran
attend-ask = Ketik enam huruf dan angka yang ada di layar pelatih.
attend-by-link-question = Catat kehadiran Anda sekarang, dengan kode dari layar pelatih?
attend-by-link-sure = Ya, saya hadir
attend-present = ✅ Kehadiran Anda di *{ $title }* tercatat.
attend-already = Kehadiran Anda di *{ $title }* sudah tercatat.
attend-wrong = Kode itu tidak cocok. Lihat lagi layar pelatih; kodenya berganti tiap menit.
attend-changed = Kode itu sudah berganti. Ketik kode yang sekarang ada di layar.
attend-too-early = Daftar hadir *{ $title }* belum dibuka. Sesinya { DATETIME($at, dateStyle: "full") } pukul { DATETIME($at, timeStyle: "short") }.
attend-too-late = Daftar hadir *{ $title }* sudah ditutup ({ DATETIME($at, dateStyle: "full") }). Jika Anda hadir, minta pelatihnya membetulkan.
attend-no-session = Anda tidak terdaftar pada pelatihan hari ini. Jika seharusnya terdaftar, bicaralah dengan pelatihnya.
attend-later = Terlalu banyak kode yang salah. Tunggu sepuluh menit, atau minta pelatihnya mencatat Anda.
attend-not-trainer = Ini untuk pelatih dan admin program.
attend-not-yours = Sesi itu bukan sesi Anda. Hanya pelatih yang memegangnya dan admin yang bisa mengubah daftarnya.
attend-too-old = Daftar hadir sesi yang lebih tua dari { $days } hari tidak bisa diubah lagi.
attend-not-now = Kode baru bisa ditampilkan 30 menit sebelum sesi sampai 30 menit sesudahnya.
attend-not-a-participant = Orang itu tidak terdaftar di pelatihan ini.
attend-which-session = Sesi yang mana?
attend-no-sessions = Tidak ada sesi kemarin, hari ini, atau besok.
attend-session = { $title } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
attend-showing =
    *{ $title }*

    Kode hadir: *{ $code }*
    Berganti pukul { DATETIME($at, timeStyle: "medium") }

    Hadir: { $present } dari { $seated }
attend-code = Kode *{ $code }*, berganti pukul { DATETIME($at, timeStyle: "medium") }. Pindai gambar ini dengan kamera.
attend-renew = 🔄 Kode yang sekarang
attend-picture = 🔳 Gambar QR
attend-list = 📝 Betulkan daftar
attend-correct = Hadir: { $present } dari { $seated }. Ketuk nama untuk mengubahnya; tiap perubahan dicatat.
attend-corrected = Daftar hadir sudah disimpan.
attend-back = Kembali ke kode

audit-action-training-made = membuat pelatihan
audit-action-training-cancelled = membatalkan pelatihan
audit-action-training-moved = mengubah jadwal pelatihan
audit-action-training-seats = mengubah jumlah kursi
audit-action-training-invited = mengundang ke pelatihan
audit-action-attendance-corrected = membetulkan daftar hadir

# JP, sertifikat, evaluasi, tim, dan rekap.

command-jp = lihat JP dan sertifikat Anda
command-tim = lihat JP pegawai unit Anda
command-rekap = rekap JP seluruh kota
command-tabel-jp = lihat atau ubah tabel JP

to-jp = 📈 JP saya
jp-title = *JP Anda tahun { $year }*
jp-title-contract = *JP Anda tahun kontrak { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }*
jp-pns-missing = *{ $total } dari { $target } JP.* Tinggal { $missing } JP lagi.
jp-pns-reached = *{ $total } dari { $target } JP.* Target tahun ini tercapai 🎉
jp-pppk = *{ $total } JP*{ $counted ->
    [0] { "" }
   *[other] {" "}(dihitung { $counted })
}
jp-pppk-full = Paling banyak { $ceiling } JP yang dihitung dalam setahun.
jp-nothing-yet = Belum ada pelatihan yang tercatat.
jp-entry = • { DATETIME($at, dateStyle: "medium") }: { $jp } JP, { $title }
jp-more-entries = … dan { $count } lagi
jp-certificates = 📜 Sertifikat ({ $count })
jp-which-certificate = Sertifikat yang mana?

training-completed = 🎉 Anda menyelesaikan *{ $title }* dan mendapat *{ $jp } JP*. Sertifikatnya sudah ada. Bagaimana pelatihannya? Lima ketukan saja.
certificate-button = 📜 Sertifikat
certificate-here = Sertifikat Anda untuk *{ $title }*.
certificate-none = Sertifikat itu tidak ada.
certificate-government = Pemerintah Kota { CITY() }
certificate-heading = Sertifikat
certificate-number = Nomor { $number }
certificate-given-to = diberikan kepada
certificate-for-what = yang telah menyelesaikan pelatihan
certificate-nip = NIP { $number }
certificate-ni-pppk = NI PPPK { $number }
certificate-unit = { $unit }
certificate-held-with = { $mode } bersama { $institution }
certificate-held-day = { $mode }, { DATETIME($first, dateStyle: "long") }
certificate-held-days = { $mode }, { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") }
certificate-held-at = { $held }, di { $place }
certificate-signature-place = tempat tanda tangan elektronik
certificate-counts = dengan { $jp } ({ $words }) jam pelajaran (JP)
certificate-place-and-date = { CITY() }, { DATETIME($at, dateStyle: "long") }
certificate-issuer = Badan Kepegawaian dan Pengembangan Sumber Daya Manusia
certificate-check = Periksa keasliannya

verify-title = Periksa sertifikat
verify-ask = Kode pada sertifikat:
verify-button = Periksa
verify-genuine = Sertifikat ini asli.
verify-withdrawn = Sertifikat ini pernah diterbitkan, tetapi sudah ditarik.
verify-unknown = Tidak ada sertifikat dengan kode ini.
verify-mistyped = Kode ini salah ketik. Kode sertifikat terdiri atas 12 huruf dan angka.
verify-number = Nomor
verify-name = Nama
verify-training = Pelatihan
verify-day = Selesai
verify-on = { DATETIME($at, dateStyle: "long") }

evaluate-button = ⭐ Beri evaluasi
evaluate-question =
    *{ $title }* · { $number }/{ $count }

    { $question }
evaluate-content = Apakah materinya berguna bagi tugas Anda?
evaluate-trainer = Apakah pelatihnya menjelaskan dengan baik?
evaluate-organisation = Apakah waktu dan tempatnya diatur dengan baik?
evaluate-usefulness = Apakah Anda akan memakainya dalam pekerjaan?
evaluate-recommend = Apakah Anda menyarankannya kepada rekan?
evaluate-answer-1 = Tidak
evaluate-answer-2 = Kurang
evaluate-answer-3 = Ya
evaluate-answer-4 = Sangat
evaluate-thanks = Terima kasih! Pendapat Anda membantu memperbaiki pelatihan berikutnya.
evaluate-done-already = Evaluasi Anda sudah lengkap. Terima kasih!
evaluate-not-yours = Evaluasi itu bukan untuk Anda.

jp-team-which = Unit yang mana?
jp-team-none = Anda belum tercatat sebagai kepala unit.
jp-team-not-yours = Itu bukan unit Anda.
jp-team-title = *{ $unit }*: { $people } pegawai
jp-team-reached = Mencapai target JP tahun ini: { $reached } dari { $aimed } pegawai yang punya target
jp-team-member = { $mark } { $name }: { $jp } JP{ $linked }
jp-team-not-linked = , belum tertaut

recap-empty = Data pegawai masih kosong. Kirim dengan /impor.
recap-text =
    *Rekap JP { $year }*

    Pegawai aktif: { $people }, tertaut: { $linked }
    Jumlah JP: { $jp }
    Mencapai target: { $reached } dari { $aimed } pegawai yang punya target
recap-to-workbook = 📊 Lembar kerja (XLSX)
recap-workbook-ready = Rekap lengkap per kantor dan per pegawai.
recap-title = Rekap JP { $year }
recap-subtitle = Target PNS { $target } JP setahun; PPPK tidak punya target
recap-subtitle-target = Target setahun: PNS { $target } JP, PPPK { $pppk } JP; paruh waktu –
recap-by-contract = Tahun PPPK adalah tahun kontrak bila awal kontraknya diketahui.
recap-alt = Tabel JP { $year } dari { $units } kantor, jumlah { $jp } JP, target PNS { $target } JP
recap-no-unit = Kantor belum dikenal
recap-other-units = { $count } kantor lain
recap-all = Seluruh kota
recap-column-unit = Kantor
recap-column-pns = PNS
recap-column-pppk = PPPK
recap-column-part_time = Paruh
recap-column-linked = Tertaut
recap-column-jp = JP
recap-column-reached = Capai
recap-column-nip = NIP
recap-column-name = Nama
recap-column-kind = Status
recap-column-rank = Golongan
recap-column-target = Target
recap-sheet-units = Kantor
recap-sheet-people = Pegawai

jp-table-which = *Tabel JP.* Bentuk mana yang ingin Anda lihat atau ubah?
jp-table-rule =
    *{ $code } { $name }*
    Aturan sekarang: { $rule }

    Ketik aturan baru, misalnya “1 hari = 4 JP”, “maks 2 JP per hari”, atau “sesuai JP”.
jp-table-changed = Aturan { $code } sekarang: { $rule }
jp-form-unknown = Bentuk itu tidak ada di tabel JP.

audit-action-jp-form-changed = mengubah tabel JP

# Kursus di obrolan.

command-belajar = belajar di obrolan, sedikit demi sedikit


learn-which = *Belajar di obrolan.* Kursus yang mana?
learn-none = Belum ada kursus saat ini.
learn-open = 📘 Mulai belajar
learn-lesson = *Materi { $number } dari { $count }: { $title }*
learn-next = Lanjut ›
learn-to-quiz = Ke kuis ›
learn-back = ‹ Sebelumnya
learn-courses = 📚 Kursus lain
learn-go-on = ▶️ Lanjutkan
learn-show-file = 📎 { $name }
learn-daily-harian = ⏰ Satu materi sehari
learn-daily-setop = ⏰ Berhenti diingatkan
learn-daily-off = Berhenti diingatkan
learn-daily-is-on = Baik: satu materi sehari, saya ingatkan tiap pagi.
learn-daily-is-off = Baik, saya tidak mengingatkan lagi. Anda bisa melanjutkan kapan saja.
learn-daily-reminder = 📘 *{ $title }*: materi { $lesson } menunggu Anda. Cukup beberapa menit.
learn-enough-today = Cukup untuk hari ini. Materi { $lesson } besok pagi, atau lanjutkan sekarang jika mau.
learn-ready =
    *Semua materi sudah dibaca.*

    Kuisnya { $questions } soal, lulus dengan { $percent }% benar. Kesempatan: { $tries } kali. Jika lulus Anda mendapat { $jp } JP.
learn-start-quiz = Mulai kuis
learn-read-again = Baca lagi dari awal
learn-last-lesson = ‹ Materi terakhir
learn-quiz-resume = Kuis Anda berhenti di soal { $number } dari { $count }.
learn-passed-already = ✅ Anda sudah lulus *{ $title }* ({ $percent }%).
learn-out-of-tries = Kesempatan sudah habis ({ $tries } kali, terbaik { $percent }%). Hubungi BKPSDM jika ingin mencoba lagi.
learn-lessons-first = Baca dulu semua materinya.
learn-no-tries-left = Kesempatan mengerjakan kuis sudah habis.
learn-course-changed = Isi kursus ini baru saja diganti. Mulai lagi kuisnya dari menu; kesempatan Anda tidak berkurang.

quiz-question = Soal { $number } dari { $count }
quiz-right = ✅ Benar. { $explanation }
quiz-wrong =
    ❌ Belum tepat. Jawabannya: { $right }

    { $explanation }
quiz-already-answered = Soal itu sudah dijawab; jawaban pertama yang dihitung.
quiz-passed = 🎉 *Lulus!* { $right } dari { $questions } benar ({ $percent }%).
quiz-failed = Belum lulus: { $right } dari { $questions } benar ({ $percent }%). Kesempatan tersisa: { $tries }.
quiz-again = Baca lagi dan coba lagi

course-brought = Kursus *{ $title }* sudah masuk katalog: { $lessons } materi, { $questions } soal.
course-same = Isinya sama dengan sebelumnya; tidak ada yang berubah.
course-missing = Berkas yang masih harus dikirim: { $names }
course-complete = Semua gambar dan dokumen kursus sudah lengkap.
course-file-not-shown = “{ $name }” tidak disebut di kursus ini. Periksa nama berkasnya.
course-title-taken = Sudah ada pelatihan lain dengan judul itu.
course-line = { $file }, baris { $line }: { $problem }

audit-action-course-imported = memasukkan kursus

employee-kind-pppw = PPPK paruh waktu
jp-open = Jam pelajaran tahun ini: *{ $total } JP*
training-in-short-at = { DATETIME($starts, dateStyle: "full") } pukul { DATETIME($starts, timeStyle: "short") }

# Sertifikat pelatihan di luar.

external-send-file = Kirim foto atau PDF sertifikatnya. Setelah itu saya tanyakan judul, penyelenggara, tanggal, JP, dan nomornya.
external-earlier = *Yang sudah Anda kirim:*
external-line = • { $title } ({ $jp } JP): { $state }
external-state-waiting = menunggu diperiksa
external-state-booked = dihitung
external-state-refused = ditolak
external-file-needed = Kirim sertifikatnya dulu, sebagai foto atau PDF.
external-title = Apa judul pelatihannya, seperti di sertifikat?
external-organiser = Siapa penyelenggaranya?
external-day = Kapan pelatihannya? Misalnya 12 Maret 2026, atau 10-12 Maret 2026.
external-no-day = Saya tidak bisa membaca tanggal itu. Contoh: 12 Maret 2026.
external-day-wrong = Tanggalnya tidak boleh di masa depan, dan paling lama tiga tahun yang lalu.
external-jp = Berapa JP menurut sertifikat?
external-no-jp = Ketik angka JP, dari 1 sampai { $most }.
external-number = Berapa nomor sertifikatnya?
external-without-number = Tidak ada nomornya
external-send = ✅ Kirim
external-mend-judul = ✏️ Judul
external-mend-penyelenggara = 🏢 Penyelenggara
external-one-day = { DATETIME($last, dateStyle: "long") }
external-days = { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") }
external-send-again = 📜 Kirim lagi
external-mend-tanggal = 📅 Tanggal
external-mend-jp = 🔢 JP
external-mend-nomor = 🔖 Nomor
external-mend-berkas = 📎 Berkas
external-sent = ✅ Terkirim. BKPSDM memeriksanya; Anda diberi tahu hasilnya di sini.
external-known = Sertifikat itu sudah pernah Anda kirim.
external-do-terima = ✅ Hitung JP-nya
external-do-tolak = ❌ Tolak
external-why = Mengapa ditolak? Pegawai membaca alasan ini.
external-booked = ✅ { $jp } JP untuk “{ $title }” sudah dihitung.
external-refused = Sertifikat “{ $title }” ditolak. Pegawainya diberi tahu.
external-decided = Sertifikat itu sudah diputuskan.
external-own = Sertifikat Anda sendiri diperiksa oleh admin lain.
externals-waiting = Sertifikat yang menunggu: { $n }.
external-was-booked = ✅ Sertifikat “{ $title }” diterima: { $jp } JP dihitung.
external-was-refused = Sertifikat “{ $title }” belum bisa dihitung. Alasannya: { $reason }
audit-action-external-booked = menghitung JP sertifikat dari luar
audit-action-external-refused = menolak sertifikat dari luar
command-sertifikat = kirim sertifikat pelatihan di luar, supaya JP-nya dihitung
external-check =
    *Sudah benar?*

    *Judul:* { $title }
    *Penyelenggara:* { $organiser }
    *Tanggal:* { $days }
    *JP:* { $jp }
    *Nomor:* { $number }
external-earlier-year = ℹ️ JP-nya dihitung untuk { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }, bukan untuk tahun yang sedang berjalan.
external-asked =
    📜 *Sertifikat dari luar*
    { $name } ({ $unit })

    *Judul:* { $title }
    *Penyelenggara:* { $organiser }
    *Tanggal:* { $days }
    *JP:* { $jp }
    *Nomor:* { $number }
recap-column-people = Pegawai
