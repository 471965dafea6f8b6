# Siaran: menulis, mengirim, mengikuti. Dibaca oleh admin, kecuali bagian terakhir.

command-siarkan = kirim pesan ke banyak orang
command-siaran = lihat siaran yang lalu dan yang terjadwal

## Sasaran
broadcast-ask-audience =
    *Siaran baru*

    Siapa yang akan menerima pesan ini?
broadcast-ask-which = Yang mana?
audience-all = Semua yang memakai asisten ini
audience-staff = Semua pegawai
audience-group-unit = Pegawai satu kantor …
audience-unit = Pegawai { $unit }
audience-group-rank = Menurut golongan …
audience-rank = Pegawai golongan { $rank }
audience-group-training = Menurut pelatihan …
audience-training = Pelatihan { $mode ->
        [classroom] tatap muka
        [online] daring
        [blended] campuran
        [self-paced] mandiri
       *[other] lainnya
    }: { $state ->
        [invited] diundang, belum menjawab
        [later] menjawab nanti
        [asked] menunggu izin atasan
        [seated] mendapat tempat
        [offered] ditawari tempat
        [waiting] dalam daftar tunggu
        [declined] menolak
        [cancelled] membatalkan
        [lapsed] tawarannya lewat
       *[refused] tidak diizinkan
    }
audience-group-jp = Belum cukup JP …
audience-jp = PNS di bawah { $jp } JP tahun ini
audience-list = Daftar NIP …
audience-listed = Orang-orang dalam daftar NIP
broadcast-ask-numbers = *Tempel daftar NIP-nya*, satu nomor tiap baris, atau kirim sebagai berkas .xlsx atau .csv.
broadcast-list-read = Daftar dibaca: *{ NUMBER($people) } orang* akan dikirimi. Dobel { NUMBER($doubled) }, bukan NIP { NUMBER($wrong) }, tidak ada di daftar pegawai { NUMBER($unknown) }, belum terhubung dengan asisten ini { NUMBER($unlinked) }.
broadcast-list-being-read = Berkasnya sedang dibaca. Tunggu sebentar; hasilnya saya kirim ke sini.
broadcast-list-lanjut = Lanjut menulis pesan
broadcast-list-daftar = Kirim daftar lain
broadcast-list-file-gone = Berkasnya tidak dapat diambil dari aplikasi obrolan. Kirim sekali lagi, atau tempel nomornya.
broadcast-list-file-too-large = Berkas itu lebih besar dari { $megabytes } MB. Kirim yang lebih kecil, atau tempel nomornya.
broadcast-list-nobody = Dari { NUMBER($entries) } isian tidak ada yang dapat dikirimi: { NUMBER($wrong) } bukan NIP, { NUMBER($unknown) } tidak ada di daftar pegawai, sisanya belum terhubung dengan asisten ini.
broadcast-list-too-long = Daftarnya terlalu panjang: paling banyak { NUMBER($most) } nomor.
audience-group-role = Pemegang peran …
audience-group-silent = Yang belum menjawab siaran …
audience-silent = Yang belum menjawab siaran #{ $id } ({ $title })

## Pesan
broadcast-ask-message =
    *Tulis pesannya* dalam bahasa Indonesia, lalu kirim.

    Anda juga bisa mengirim satu gambar atau berkas; tulis pesannya sebagai keterangannya. Agar tebal, apit dengan bintang: \*tebal\*. Agar miring, apit dengan garis bawah: \_miring\_.
broadcast-typed = Kalimat Anda tadi:
broadcast-use-typed = 📨 Pakai kalimat ini
broadcast-look-lost = Yang tidak ikut: garis bawah, coretan, kutipan, kode, atau tebal di tengah kata. Tebal, miring, dan tautan ikut; lihat contohnya sebelum dikirim.
broadcast-one-file = Siaran membawa satu berkas. Dari { $n } berkas itu hanya yang pertama yang ikut; untuk yang lain, kirim siaran tersendiri atau satukan menjadi satu berkas.
broadcast-ask-translation = Apakah ada terjemahannya (*{ $language }*)? Tulis di sini. Tanpa itu, semua orang menerima yang berbahasa Indonesia.
broadcast-no-translation = Tanpa { $language }
broadcast-ask-buttons =
    Perlu tombol jawaban? Tulis satu jawaban tiap baris, paling banyak { $most }. Jawabannya dihitung. Contoh:

    Ya, saya hadir | Yes, I will come
    Tidak bisa | I cannot

    Yang sesudah garis tegak | adalah terjemahannya (English) dan boleh tidak ada.
broadcast-no-buttons = Tanpa tombol

## Sebelum dikirim
broadcast-review-title = *Begitulah pesannya akan tampak* (di atas). Periksa sekali lagi:
broadcast-review-audience = Penerima: *{ $audience }*
broadcast-review-people = Akan dikirimi: *{ NUMBER($count) } orang*
broadcast-review-left-out = Tidak akan dikirimi: { NUMBER($count) } orang
broadcast-review-now = Waktu: segera setelah Anda menekan kirim
broadcast-review-at = Waktu: *{ DATETIME($at, dateStyle: "full", timeStyle: "short") }* { ZONE() }
broadcast-review-repeats = Diulang: { $how ->
        [weekly] setiap minggu pada hari dan jam itu
        [monthly] setiap bulan pada tanggal dan jam itu
        [first] setiap hari kerja pertama dalam bulan
       *[last] setiap hari kerja terakhir dalam bulan
    }
broadcast-review-takes = Lama pengiriman: sekitar { $duration }
broadcast-review-waits = ⏳ Di luar jam kirim: pesan pertama berangkat { DATETIME($at, dateStyle: "full", timeStyle: "short") } { ZONE() }.
broadcast-review-emergency = 🚨 *Darurat*: dikirim seketika, juga pada malam dan hari libur dan kepada yang mematikan kabar. Admin kedua harus menyetujui, dan ini dicatat.
broadcast-review-approval = 👥 Lebih dari { NUMBER($above) } penerima: admin kedua harus menyetujui sebelum dikirim.
broadcast-do-kirim = ✅ Kirim sekarang
broadcast-do-kirim-nanti = ✅ Jadwalkan
broadcast-do-kirim-setuju = ✅ Minta persetujuan
broadcast-do-contoh = 📨 Contoh ke saya
broadcast-do-waktu = 🕘 Atur waktu
broadcast-do-sasaran = 👤 Ubah penerima
broadcast-do-pesan = ✏️ Ubah pesan
broadcast-do-tombol = 🔘 Ubah tombol
broadcast-do-lihat = 👁 Lihat lagi
broadcast-do-darurat = 🚨 Jadikan darurat
broadcast-do-biasa = Bukan darurat
broadcast-sample-sent = Contohnya sedang dikirim ke obrolan ini.
broadcast-only-sample = Ini hanya contoh: jawabannya tidak dihitung.

broadcast-ask-when = *Kapan dikirim?* Ketuk, atau ketik misalnya “besok 09:00”, “25/11 14.30”, “senin depan jam 8”.
broadcast-moment = { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
broadcast-at-once = Segera
broadcast-ask-repeat = Dikirim { DATETIME($at, dateStyle: "full", timeStyle: "short") } { ZONE() }. Apakah diulang?
broadcast-repeat-once = Sekali saja
broadcast-repeat-weekly = Setiap minggu
broadcast-repeat-monthly = Setiap bulan
broadcast-repeat-first = Hari kerja pertama
broadcast-repeat-last = Hari kerja terakhir

## Sesudah tombol kirim
broadcast-now-running = *Siaran #{ $id } mulai dikirim.* Kartu kemajuannya menyusul di bawah.
broadcast-now-planned = *Siaran #{ $id } dijadwalkan*: { DATETIME($at, dateStyle: "full", timeStyle: "short") } { ZONE() }. Lihat atau batalkan lewat /siaran.
broadcast-now-awaiting = *Siaran #{ $id } menunggu persetujuan* admin kedua. Mereka sudah saya beri tahu; Anda mendapat kabar begitu ada keputusan.
broadcast-left = Siaran tidak dikirim; drafnya dibuang.
broadcast-emergency-head =
    🚨 *PESAN DARURAT* 🚨
    _Dari Pemerintah Kota { CITY() }_
broadcast-approval-asked = { $urgent ->
        [yes] 🚨 *Siaran darurat #{ $id } menunggu persetujuan Anda*
       *[no] 👥 *Siaran #{ $id } menunggu persetujuan Anda*
    }
    Penerima: { NUMBER($people) } orang. Beginilah pesannya; tombol pertama menunjukkannya dalam semua bahasa.
broadcast-was-approved = ✅ Siaran #{ $id } disetujui admin kedua.
broadcast-was-refused = ❌ Siaran #{ $id } tidak disetujui admin kedua; tidak ada yang dikirim.
broadcast-approved = Disetujui.
broadcast-refused = Ditolak; tidak ada yang dikirim.

## Kartu kemajuan
broadcast-card-title = *Siaran #{ $id }* · { $title }
broadcast-card-share = { $share } %
broadcast-card-counts = Terkirim { NUMBER($sent) } · gagal { NUMBER($failed) } · tersisa { NUMBER($left) }
broadcast-card-rate = { NUMBER($rate) } pesan per detik · selesai sekitar { $left } lagi
broadcast-card-paused = ⏸ Dijeda. Yang sudah terkirim tetap terkirim.
broadcast-card-cancelling = Dibatalkan; menunggu pesan yang sedang dalam perjalanan.
broadcast-card-held-back = ⏳ { NUMBER($count) } menunggu: di luar jam kirim, atau orangnya sudah cukup banyak menerima pesan minggu ini.
broadcast-card-told = ✔✔ { NUMBER($delivered) } sampai di ponsel, { NUMBER($read) } di antaranya dibaca
broadcast-card-unsure = ❔ { NUMBER($count) } belum pasti sampai; dicoba lagi di akhir.
broadcast-act-jeda = ⏸ Jeda
broadcast-act-lanjut = ▶️ Lanjutkan
broadcast-act-batal = ✖️ Batalkan
broadcast-act-baca = 👁 Baca pesannya
broadcast-act-setuju = ✅ Setujui
broadcast-act-tolak = ❌ Tolak
broadcast-act-kirim = 📤 Kirim sekarang
broadcast-overdue-asked = ⏰ Siaran #{ $id } seharusnya dikirim { DATETIME($at, dateStyle: "medium", timeStyle: "short") }, tetapi saat itu bot tidak berjalan. Belum dikirim. Baca dulu: masih benar?
broadcast-sent-late = Baik, siarannya dikirim sekarang.
broadcast-act-berkas = 📄 Daftar penerima
broadcast-act-ingatkan = 🔁 Ingatkan lagi
broadcast-paused = Dijeda: { NUMBER($count) } pesan menunggu.
broadcast-resumed = Dilanjutkan.
broadcast-cancelled = Dibatalkan: { NUMBER($count) } pesan tidak jadi dikirim.
broadcast-cancel-question = Batalkan *siaran #{ $id }* ({ $title })? Yang sudah terkirim tetap terkirim; sisanya tidak dikirim lagi dan ini tidak bisa diulang.
broadcast-cancel-sure = Ya, batalkan sisanya
broadcast-cancel-not = Tidak jadi

## Ringkasan
broadcast-summary-done = ✅ *Selesai.* { NUMBER($sent) } dari { NUMBER($total) } terkirim.
broadcast-summary-cancelled = ✖️ *Dibatalkan.* { NUMBER($sent) } dari { NUMBER($total) } sudah terkirim.
broadcast-summary-failed = *Gagal: { NUMBER($count) }*
broadcast-summary-dropped = *Tidak jadi dikirim: { NUMBER($count) }*
broadcast-summary-left-out = *Sejak awal tidak terjangkau: { NUMBER($count) }*
broadcast-summary-unsure = *Belum pasti sampai: { NUMBER($count) }.* Jawaban layanan obrolan hilang di jalan.
broadcast-summary-repeated = { NUMBER($count) } orang dikirimi ulang karena jawaban layanan obrolan hilang; mungkin mereka menerimanya dua kali.
broadcast-summary-answers = *Jawaban: { NUMBER($count) }*
broadcast-reason-line = • { NUMBER($count) } { $reason }
broadcast-reason-blocked = memblokir asisten ini
broadcast-reason-deactivated = akunnya sudah dihapus
broadcast-reason-never-started = belum pernah memulai obrolan
broadcast-reason-chat-not-found = obrolannya tidak ditemukan
broadcast-reason-gone = tidak dapat dihubungi lagi
broadcast-reason-no-address = tidak punya alamat obrolan
broadcast-reason-not-linked = pegawai yang belum terhubung dengan asisten ini
broadcast-reason-opted-out = mematikan kabar seperti ini
broadcast-reason-weekly-cap = sudah cukup banyak menerima pesan minggu ini
broadcast-reason-expired = waktunya sudah lewat
broadcast-reason-hours = di luar jam kirim
broadcast-reason-cancelled = karena siaran dibatalkan
broadcast-reason-gave-up = tetap gagal setelah dicoba berkali-kali
broadcast-reason-unsure = tidak pasti sampai
broadcast-reason-other = sebab lain
broadcast-reason-coded = ditolak layanan obrolan ({ $code })
broadcast-workbook-ready = Daftar penerima siaran #{ $id }: satu baris tiap orang.
broadcast-workbook-file = siaran-{ $id }.xlsx
broadcast-sheet-name = Penerima
broadcast-column-person = Orang
broadcast-column-channel = Aplikasi
broadcast-column-fate = Hasil
broadcast-column-reason = Sebab
broadcast-column-attempts = Percobaan
broadcast-column-at = Waktu
broadcast-column-answer = Jawaban
broadcast-column-repeated = Dikirim ulang
broadcast-fate-waiting = menunggu
broadcast-fate-under-way = sedang dikirim
broadcast-fate-sent = terkirim
broadcast-fate-gone = tidak terjangkau
broadcast-fate-rejected = gagal
broadcast-fate-unknown = tidak pasti
broadcast-fate-dropped = tidak jadi dikirim
broadcast-fate-paused = dijeda
broadcast-yes = ya

## Daftar siaran
broadcast-list = *Siaran terbaru*
broadcast-list-empty = Belum ada siaran.
broadcast-list-line = #{ $id } · { $title } · { $stage ->
        [awaiting] menunggu persetujuan
        [planned] dijadwalkan
        [overdue] terlambat, menunggu keputusan Anda
        [running] sedang dikirim
        [paused] dijeda
        [cancelled] dibatalkan
        [refused] tidak disetujui
       *[done] selesai
    } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
broadcast-list-button = #{ $id }
broadcast-to-list = Daftar siaran
broadcast-write = Siaran baru

## Yang tidak dapat dilakukan
broadcast-no-longer-admin = Anda tidak lagi berwenang untuk ini. Tidak ada yang dikirim.
broadcast-unknown = Siaran itu tidak ada.
broadcast-draft-gone = Draf siaran ini sudah dikirim atau dibuang. Mulai lagi dengan /siarkan.
broadcast-text-empty = Pesannya masih kosong. Tulis dulu isinya.
broadcast-caption-empty = Gambar atau berkas itu belum ada keterangannya. Kirim lagi, dengan pesannya sebagai keterangan.
broadcast-text-too-long = Pesannya { NUMBER($length) } huruf; paling panjang { NUMBER($longest) }. Pendekkan, lalu kirim lagi.
broadcast-caption-too-long = Keterangannya { NUMBER($length) } huruf; di bawah gambar atau berkas paling panjang { NUMBER($longest) }. Pendekkan, lalu kirim lagi.
broadcast-file-too-large = Berkas itu lebih besar dari { $megabytes } MB, batas untuk asisten ini. Kirim yang lebih kecil.
broadcast-too-many-buttons = Paling banyak { $most } tombol.
broadcast-button-too-long = “{ $label }” terlalu panjang untuk tombol: paling panjang { $longest } huruf.
broadcast-button-empty = Sebelum garis tegak | harus ada jawaban dalam bahasa Indonesia.
broadcast-buttons-alike = Dua tombol sama bunyinya. Buat berbeda.
broadcast-emergency-city-only = Siaran darurat hanya dari admin kota.
broadcast-repeat-needs-time = Siaran darurat atau tanpa jadwal tidak dapat diulang.
broadcast-nobody = Tidak ada seorang pun yang akan menerima ini. Ubah penerimanya.
broadcast-no-second-admin = Siaran ini perlu persetujuan admin kedua, tetapi belum ada admin kota lain. Superadmin dapat menambahkannya lewat /peran.
broadcast-own-approval = Siaran tidak dapat disetujui penulisnya sendiri; perlu admin kota yang lain.
broadcast-already-decided = Sudah ada yang memutuskan siaran ini.
broadcast-not-running = { $stage ->
        [paused] Siaran ini sudah dijeda.
        [cancelled] Siaran ini sudah dibatalkan.
        [done] Siaran ini sudah selesai.
       *[other] Siaran ini belum berjalan.
    }
broadcast-not-paused = { $stage ->
        [running] Siaran ini sudah berjalan.
        [cancelled] Siaran ini sudah dibatalkan.
        [done] Siaran ini sudah selesai.
       *[other] Siaran ini belum berjalan.
    }
broadcast-already-over = { $stage ->
        [cancelled] Siaran ini sudah dibatalkan sebelumnya.
        [refused] Siaran ini tidak disetujui; tidak ada yang dikirim.
       *[done] Siaran ini sudah selesai; tidak ada lagi yang dapat dibatalkan.
    }
markup-never-closed = Tanda { $mark } pada baris { $line } (“{ $near }”) tidak ditutup. Tutup tandanya, atau tulis \\{ $mark } jika maksudnya tanda itu sendiri.
markup-never-opened = Tanda { $mark } pada baris { $line } (“{ $near }”) tidak ada pembukanya. Hapus, atau tulis \\{ $mark } jika maksudnya tanda itu sendiri.
markup-doubled = Pada baris { $line } (“{ $near }”) tandanya ganda ({ $mark }). Cukup satu di kiri dan satu di kanan.

## Dibaca penerima
broadcast-answer-counted = Terima kasih. Jawaban Anda: { $answer }
broadcast-answer-of-no-use = Jawaban untuk pesan itu tidak dapat kami catat lagi.
broadcast-list-no-numbers = Di berkas ini tidak ada NIP. Satu NIP (18 angka) pada satu sel atau baris.
