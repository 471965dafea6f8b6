command-peran = beri atau cabut peran
command-audit = lihat apa yang dilakukan admin

role-superadmin = Superadmin
role-programme-admin = Admin program
role-unit-admin = Admin unit
role-officer = Petugas aduan
role-head = Kepala unit
role-trainer = Pelatih
role-superadmin-many = Semua superadmin
role-programme-admin-many = Semua admin program
role-unit-admin-many = Semua admin unit
role-officer-many = Semua petugas aduan
role-head-many = Semua kepala unit
role-trainer-many = Semua pelatih

roles-title = *Peran yang berlaku*
roles-more = … dan { $count } lagi, semuanya di “Cabut peran”
role-line = • { $who }: { $role } (sejak { DATETIME($at, dateStyle: "medium") })
role-person = Orang #{ NUMBER($id, useGrouping: 0) }
role-give = ➕ { $role }
role-to-withdraw = ✂️ Cabut peran
role-withdraw-which = Peran siapa yang dicabut?
role-withdraw = { $who }: { $role }
role-withdraw-question = Cabut peran *{ $role }* dari *{ $who }*? Berlaku seketika.
role-withdraw-sure = Ya, cabut
role-withdrawn = Peran { $role } dari { $who } sudah dicabut.
role-which = Beri peran baru: ketuk perannya.
role-which-unit = Untuk kantor mana? *Ketik namanya*, atau pilih:
role-code =
    Peran *{ $role }* sudah disiapkan. Teruskan pesan dengan tautan atau QR itu kepadanya; cukup dibuka dan diterima, tanpa mengetik kode.

    Jika tautannya tidak bisa dibuka, ia boleh mengirim baris ini ke asisten:

    /admin { $code }

    Berlaku 24 jam dan hanya sekali; jangan kirim ke orang lain.

    Untuk siapa? Boleh tulis namanya, supaya Anda mengenalinya dalam daftar.
role-done = ✅ Selesai
role-named = Baik, tautan itu untuk { $who }.
role-offer-used = Tautan itu sudah dipakai atau sudah lewat waktunya.
service-link = { $service }: { $link }
role-link =
    Buka tautan ini untuk menerima peran *{ $role }* di asisten kota:
    { $link }
role-to-home = 🏠 Buka beranda saya
role-may-superadmin = mengatur peran, semua kantor, laporan, siaran, pelatihan, dan hasil
role-may-programme-admin = mengatur pelatihan, ajakan, siaran, dan data pegawai
role-may-unit-admin = menjawab laporan warga, mengatur piket, menulis siaran, dan membaca hasil kantor Anda
role-may-officer = menjawab laporan warga dan menanggapi nilai rendah di kantor Anda
role-may-head = membaca hasil kantor Anda, memberi izin pelatihan, dan menangani laporan yang dinaikkan
role-may-trainer = menampilkan kode hadir dan membetulkan kehadiran
roles-suspended = *{ $name }* tidak ada lagi di data pegawai, jadi perannya ditangguhkan: { $roles }. Jika ini keliru, kembalikan dengan tombol di bawah.
role-restore = Kembalikan: { $role }
role-restored = Peran { $role } berlaku lagi.
role-accept-question = Tautan itu memberi obrolan ini peran *{ $role }*. Dengan peran itu Anda bisa: { $may }. Terima?
role-accept-sure = Ya, terima
role-accepted = Peran Anda sekarang: *{ $role }*. Anda bisa: { $may }. Semuanya ada sebagai tombol di beranda Anda.
role-needs-unit = Peran itu perlu kantor, atau justru tidak boleh.
role-not-yours-to-give = Peran itu bukan wewenang Anda.
role-gone-already = Peran itu sudah dicabut.
role-last-superadmin = Ini superadmin terakhir. Beri peran itu kepada orang lain dulu.

audit-title = *Catatan tindakan admin*
audit-empty = Belum ada tindakan yang dicatat.
audit-empty-narrowed = Tidak ada tindakan seperti itu. *Semua* menampilkan seluruh catatan.
audit-older = Yang lebih lama ›
audit-by-siapa = 👤 Per orang
audit-by-jenis = 🗂 Per jenis
audit-by-hari = 📅 Per hari
audit-all = Semua
audit-which-who = Tindakan siapa?
audit-which-kind = Tindakan tentang apa?
audit-which-day = Tindakan pada hari apa?
audit-day = { DATETIME($day, dateStyle: "medium") }
audit-kind-peran = Peran
audit-kind-laporan = Laporan warga
audit-kind-siaran = Siaran dan ajakan
audit-kind-latih = Pelatihan
audit-kind-data = Data dan kunci
audit-kind-forum = Forum warga
audit-kind-hasil = Hasil
# Words by which an admin says what an action was about
audit-kind-peran-said = peran akses hak
audit-kind-laporan-said = aduan pengaduan kasus piket tiket
audit-kind-siaran-said = siaran pengumuman kampanye ajakan broadcast
audit-kind-latih-said = pelatihan latihan diklat absen kehadiran jp kursus sertifikat hadiah penghargaan
audit-kind-data-said = data impor kunci api jam syarat info pegawai
audit-kind-forum-said = forum topik pernyataan
audit-kind-hasil-said = hasil ikm survei terbit menerbitkan
audit-subject-broadcast = siaran { $number }
audit-subject-campaign = ajakan { $number }
audit-subject-import = berkas { $number }
audit-subject-answers = lembar jawaban { $number }
audit-subject-api-key = kunci API { $number }
audit-subject-reward = penghargaan { $number }
audit-subject-follow-up = perbaikan { $number }
audit-subject-improvement = perbaikan { $number }
audit-subject-person = orang #{ $number }
audit-subject-employee = pegawai #{ $number }
audit-subject-form = bentuk JP { $number }
audit-subject-aim = maksud { $number }
audit-part-role = peran
audit-part-unit = kantor
audit-part-person = orang
audit-part-state = status
audit-part-step = tindakan
audit-part-weekday = hari ke
audit-part-service = layanan
audit-part-days = hari
audit-part-kind = jenis
audit-part-again = lagi
audit-part-appeal = banding
audit-part-arm = kelompok
audit-part-audience = penerima
audit-part-cases = laporan
audit-part-changed = berubah
audit-part-dropped = dibuang
audit-part-due = batas
audit-part-due-at = dijadwalkan
audit-part-element = unsur
audit-part-emergency = darurat
audit-part-employee = pegawai
audit-part-goal = tujuan
audit-part-gone = hilang
audit-part-held = ditahan
audit-part-ikm = IKM
audit-part-improvement = perbaikan
audit-part-into = digabung ke
audit-part-invited = diundang
audit-part-jp = JP
audit-part-n = penilaian
audit-part-new = baru
audit-part-people = orang
audit-part-period = masa
audit-part-place = tempat
audit-part-present = hadir
audit-part-principles = cara mengajak
audit-part-rank = golongan
audit-part-reason = alasan
audit-part-released = dilepas
audit-part-repeat = ulangan
audit-part-reply = jawaban
audit-part-rows = baris
audit-part-same = sama
audit-part-share = bagian contoh
audit-part-small-power-confirmed = peluang kecil disetujui
audit-part-stage = tahap
audit-part-starts = mulai
audit-part-statement = pernyataan
audit-part-survey = survei
audit-part-title = judul
audit-part-topic = hal
audit-part-training = pelatihan
audit-part-until = sampai
audit-part-why = alasan
audit-stage-draft = konsep
audit-stage-awaiting = menunggu persetujuan
audit-stage-planned = dijadwalkan
audit-stage-overdue = terlewat waktunya
audit-stage-running = dikirim
audit-stage-paused = dijeda
audit-stage-cancelled = dibatalkan
audit-stage-refused = ditolak
audit-stage-done = selesai
audit-state-claimed = diminta
audit-state-granted = diberikan
audit-state-refused = ditolak
audit-state-used = dipakai
audit-state-waiting = menunggu
audit-state-shown = ditampilkan
audit-state-hidden = disembunyikan
audit-step-hand-over = meneruskan ke kantor lain
audit-number = { NUMBER($n, minimumFractionDigits: 2, maximumFractionDigits: 2) }
audit-command-line = baris perintah
audit-entry = { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · *{ $who }* { $action }: *{ $subject }*
audit-action-admin-code-made = membuat kode superadmin
audit-action-role-offered = menawarkan peran
audit-action-role-granted = menerima peran
audit-action-role-suspended = menangguhkan peran (tidak ada lagi di data pegawai)
audit-action-role-restored = mengembalikan peran
audit-action-role-withdrawn = mencabut peran
audit-action-chats-joined = menyambungkan dua obrolan menjadi satu orang
audit-action-chat-parted = memisahkan sebuah obrolan
audit-action-broadcast-confirmed = mengirim atau menjadwalkan siaran
audit-action-broadcast-approved = menyetujui siaran
audit-action-broadcast-refused = menolak siaran
audit-action-broadcast-paused = menjeda siaran
audit-action-broadcast-resumed = melanjutkan siaran
audit-action-broadcast-cancelled = membatalkan siaran

command-langganan = atur kabar yang ingin Anda terima

subscriptions =
    *Kabar yang Anda terima*

    Ketuk untuk menyalakan atau mematikan. Balasan atas pesan dan laporan Anda, serta peringatan bahaya, tetap sampai.
subscription-off = Baik. Anda tidak akan menerima *{ $topic }* lagi.
subscription-on-again = Nyalakan lagi
subscription-others = Atur kabar lainnya
topic-news = Kabar dari kota
topic-training-reminders = Pengingat pelatihan
topic-suggestions = Saran pelatihan
topic-surveys = Undangan menilai
topic-digests = Ringkasan berkala

leave-unknown = 📅 Cuti bersama tahun { $year } belum ada di kalender bot, sehingga tenggat hari kerja dapat jatuh terlalu cepat. Minta pengelola server memperbarui paket holidays, atau mengisi FEEDBACKBOT_EXTRA_DAYS_OFF.
