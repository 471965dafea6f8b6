# Laporan warga: pengaduan, aspirasi, permintaan informasi.

command-lapor = sampaikan pengaduan, usul, atau pertanyaan
menu-report = 📣 Lapor
to-report = 📣 Buat laporan

# Raise the version in feedbackbot/domain/people/consents.py when the meaning of this text changes.
case-words-ready = 📝 Ini saya siapkan sebagai laporan: “{ $words }”
consent-cases =
    *Sebelum melapor, izin Anda dulu*

    Laporan Anda kami teruskan ke kantor yang dituju (dasar: UU 25/2009 tentang Pelayanan Publik dan UU 27/2022).

    • Yang disimpan: isi laporan, foto atau berkas yang Anda kirim, tempat jika Anda mau, dan percakapan dengan petugas.
    • Petugas tidak melihat siapa Anda, kecuali Anda sendiri memberi nama.
    • Disimpan sampai { $days } hari setelah laporan ditutup, lalu isinya dihapus.
    • Pesan lewat server aplikasi obrolan, mungkin di luar negeri.
    • Anda boleh melihat (/dataku), menghapus (/hapus), atau menarik izin kapan saja: /privasi

    Setuju?
case-consent-refused = Baik, tidak ada yang disimpan. Jika berubah pikiran, cukup ketik /lapor.

case-kind-pengaduan = Pengaduan
case-kind-aspirasi = Aspirasi
case-kind-permintaan-informasi = Permintaan informasi
case-kind-long-pengaduan = 😟 Pengaduan: ada yang salah
case-kind-long-aspirasi = 💡 Aspirasi: usul atau harapan
case-kind-long-permintaan-informasi = ❓ Permintaan informasi
case-which-kind = Apa yang ingin Anda sampaikan?
case-mine = 🗂 Laporan saya
case-which-unit = Kantor mana yang Anda maksud? *Ketik namanya atau layanannya*, atau pilih:
case-which-service = *{ $unit }*: tentang layanan apa?
case-what-pengaduan = Ceritakan apa yang terjadi di *{ $unit }*. Tulis dengan kata-kata Anda sendiri; foto boleh menyusul.
case-what-aspirasi = Apa usul atau harapan Anda untuk *{ $unit }*?
case-what-permintaan-informasi = Apa yang ingin Anda ketahui dari *{ $unit }*?
case-more-words = Sejauh ini: “{ $words }”. Boleh lebih jelas sedikit? Petugas perlu tahu apa yang terjadi.
case-no-letters = Tolong tulis dengan kata-kata, supaya petugas mengerti.
case-when = Kapan itu terjadi? Ketik tanggalnya, atau pilih:
case-when-today = Hari ini
case-when-yesterday = Kemarin
case-when-this-week = Minggu ini
case-when-ongoing = Masih berlangsung
case-when-no-time = Tolong tulis waktunya saja, misalnya “kemarin pagi” atau “12 Maret”, atau pilih di bawah.
case-pin-added = 📍 Titik peta sudah saya tambahkan ke laporan ini.
case-when-said = { $said } (ditulis { DATETIME($at, dateStyle: "medium") })
case-files = Ada foto atau surat yang bisa membantu? Kirim di sini, paling banyak { $most }. Jika tidak ada, lewati.
case-files-so-far = Sudah ada { $n } dari { $most } berkas. Kirim lagi, atau lanjut.
case-files-done = Lanjut ›
case-files-drop = 🗑 Buang semua
case-file-added = Sudah saya tambahkan ke laporan ini: { $n } berkas.
case-words-added = Sudah saya catat dalam laporan Anda.
case-file-now-words = Fotonya sudah saya simpan. Sekarang tulis apa yang terjadi.
case-file-too-large = Berkas itu terlalu besar. Paling besar { $most } MB; coba foto biasa.
case-files-enough = Sudah cukup: paling banyak { $most } berkas.
case-files-ready = 📎 { $n } berkas siap dikirim. Tulis pesannya, atau kirim begitu saja.
case-send-files = 📤 Kirim
case-file = 📎 { $number }: berkas { $place } dari { $of }

case-check = *Ini yang akan dikirim. Sudah benar?* Pilih Kirim, atau bagian yang ingin diubah.
case-line-kind = *Jenis:* { $kind }
case-line-unit = *Kantor:* { $unit }
case-when-in-words = disebut di isi laporan
case-line-when = *Kapan:* { $when }
case-line-place = *Tempat:* { $place }
case-line-map = *Titik peta:* { $link }
case-on-the-map = titik di peta
case-line-sender = *Pengirim:* { $name }
case-line-anonymous = *Pengirim:* dirahasiakan
case-line-state = *Status:* { $state }
case-line-due = *Tenggat:* { DATETIME($due, dateStyle: "full", timeStyle: "short") }
case-line-flagged = ⚑ Pengirim ini ditandai: laporannya diperlambat, tidak dibungkam.
case-send = ✅ Kirim
case-mend-words = ✏️ Isi
case-mend-unit = 🏢 Kantor
case-mend-when = 🕑 Waktu
case-mend-place = 📍 Tempat
case-mend-files = 📎 Berkas
case-mend-name = 👤 Nama
case-where = Di mana? Ketik tempatnya, atau kirim lokasi dari aplikasi Anda.
case-no-place = Tanpa tempat
case-whose = Petugas tidak melihat siapa Anda. Jika Anda ingin petugas tahu, ketik nama Anda.
case-anonymous = Tetap rahasia
case-sent =
    ✅ *Laporan terkirim.*
    Nomor Anda: *{ $number }*

    { $unit } menjawab paling lambat { DATETIME($due, dateStyle: "full") }. Jawabannya datang ke obrolan ini.
case-limit-daily = Hari ini Anda sudah mengirim banyak laporan. Yang berikutnya bisa dikirim { DATETIME($until, dateStyle: "long", timeStyle: "short") }.
case-limit-same-text = Laporan dengan isi yang sama sudah ada: { $number }. Anda bisa menulis tambahan di sana.
case-limit-slowed = Laporan Anda berikutnya bisa dikirim { DATETIME($until, dateStyle: "long", timeStyle: "short") }.
case-found = Laporan { $number } ada.
case-not-found = Saya tidak menemukan laporan “{ $words }” milik Anda.

case-state-new = menunggu petugas
case-state-taken = sedang ditangani
case-state-asked = menunggu jawaban warga
case-state-done = dinyatakan selesai, menunggu konfirmasi warga
case-state-closed-confirmed = selesai
case-state-closed-unconfirmed = ditutup tanpa jawaban warga
case-state-withdrawn = ditarik

case-title = *Laporan { $number }* ({ $kind })
case-entry = • { DATETIME($at, dateStyle: "short", timeStyle: "short") } { $who }: { $what }
case-entry-words = {" "}– “{ $words }”
case-actor-you = Anda
case-actor-citizen = warga
case-actor-officer = petugas
case-actor-head = kepala unit
case-actor-superadmin = admin kota
case-actor-clock = sistem
case-action-send = mengirim
case-action-take = menangani laporan
case-action-answer = menjawab
case-action-ask-back = bertanya
case-action-hand-over = meneruskan ke { $unit }
case-action-order-field-check = meminta pemeriksaan lapangan
case-action-mark-done = menyatakan selesai
case-action-write = menulis
case-action-confirm = menyatakan sudah selesai
case-action-refuse = menyatakan belum selesai
case-action-withdraw = menarik laporan
case-action-score = menilai penanganan
case-action-remind = mengingatkan
case-action-escalate = menaikkan ke atasan
case-action-let-go = menutup setelah lama tidak ada jawaban
case-action-settle = menyatakan selesai

case-mine-title = *Laporan Anda*
case-listed = { $number } · { $state }
case-none-yet = Anda belum pernah mengirim laporan.
case-new = 📣 Laporan baru
case-see = 🔎 Lihat laporan
case-reply = ✍️ Tulis ke petugas
case-write = Tulis untuk petugas *{ $unit }* (laporan { $number }). Foto boleh disertakan.
case-reply-too-late = Laporan { $number } sudah ditutup, jadi pesan Anda tadi tidak diteruskan ke petugas. Begini keadaannya:
case-written = Terkirim ke petugas (laporan { $number }).
case-is-it-done = *Sudah selesai?*
case-done-yes = ✅ Ya, sudah
case-not-done = ❌ Belum
case-confirmed = Terima kasih. Laporan { $number } ditutup sebagai *selesai*.
case-reopened =
    Laporan { $number } dibuka lagi dan dinaikkan ke atasan. Tenggat barunya { DATETIME($due, dateStyle: "full") }.

    Apa yang belum beres? Tulis di sini, foto boleh disertakan.
case-withdraw = Tarik laporan
case-withdraw-question = Tarik laporan { $number }? Petugas tidak akan mengerjakannya lagi.
case-withdraw-sure = Ya, tarik
case-withdrawn = Laporan { $number } sudah ditarik.
case-ask-score = Bagaimana penanganan laporan { $number }?
case-score-1 = Buruk
case-score-2 = Kurang baik
case-score-3 = Baik
case-score-4 = Sangat baik
case-scored = Terima kasih atas penilaian Anda (laporan { $number }).

case-told-take = Laporan *{ $number }* sekarang ditangani petugas { $unit }.
case-told-answer = *{ $unit }* menjawab laporan *{ $number }*:
case-told-ask-back = *{ $unit }* bertanya tentang laporan *{ $number }*. Mohon dijawab supaya bisa dilanjutkan:
case-told-hand-over = Laporan *{ $number }* diteruskan ke *{ $unit }*, kantor yang menangani hal ini.
case-told-order-field-check = Laporan *{ $number }* perlu diperiksa di lapangan oleh { $unit }. Paling lambat selesai { DATETIME($due, dateStyle: "full") }.
case-told-mark-done = *{ $unit }* menyatakan laporan *{ $number }* sudah selesai:
case-told-let-go = Laporan *{ $number }* kami tutup karena lama tidak ada jawaban dari Anda. Jika belum beres, ketuk “Belum”.
case-remind-asked = { $unit } masih menunggu jawaban Anda tentang laporan *{ $number }*.
case-remind-done = { $unit } menyatakan laporan *{ $number }* sudah selesai, dan menunggu konfirmasi Anda.

case-unknown = Laporan itu tidak ada, atau bukan milik Anda.
case-not-now = Itu tidak bisa dilakukan sekarang: laporannya sudah berubah.
case-not-allowed = Itu bukan wewenang Anda.
case-other-unit = Laporan itu ada di kantor lain sekarang.
case-same-unit = Laporan itu sudah ada di kantor ini.
case-no-field-check = Laporan ini tidak memerlukan pemeriksaan lapangan lagi.
case-already-scored = Penanganannya sudah Anda nilai. Terima kasih.
case-score-range = Nilainya dari 1 sampai 4.
case-too-late = Waktu untuk menjawab sudah lewat. Silakan buat laporan baru: /lapor

# Meja petugas: laporan, piket.

command-kasus = meja laporan untuk petugas
command-piket = atur petugas piket

desk =
    *Meja laporan*
    { $n ->
        [0] Tidak ada laporan yang terbuka.
       *[other] { $n } laporan terbuka.
    } Ketik nomor laporan atau kata yang dicari, atau pilih:
desk-pile-baru = Baru
desk-pile-saya = Punya saya
desk-pile-hari-ini = Tenggat hari ini
desk-pile-lewat = Lewat tenggat
desk-pile-semua = Semua
desk-pile-tutup = Sudah ditutup
desk-no-number = Itu bukan nomor laporan. Contoh: 7F3-QX2K.
desk-list = *{ $pile }* ({ $n })
desk-empty = *{ $pile }*: kosong.
desk-listed = *{ $number }* ({ $kind })

case-open = 🗂 Buka
case-erased = (isi sudah dihapus)
case-stays-here = ‹ Tidak jadi
case-do-take = ✋ Tangani
case-do-answer = 💬 Jawab
case-do-ask-back = ❓ Tanya balik
case-do-hand-over = ↪️ Teruskan
case-do-order-field-check = 🚧 Cek lapangan
case-do-mark-done = ✅ Selesai
case-do-read-all = 📄 Baca lengkap
case-do-files = 📎 Berkas ({ $n })
case-do-flag = ⚑ Tandai pengirim
case-do-unflag = ⚐ Lepas tanda
case-did-take = Laporan ini sekarang Anda tangani.
case-did-answer = ✅ Jawaban terkirim ke warga.
case-did-ask-back = ✅ Pertanyaan terkirim ke warga.
case-did-order-field-check = Dicatat: perlu pemeriksaan lapangan. Warga diberi tahu.
case-did-mark-done = ✅ Warga ditanya apakah sudah selesai.
case-flag-set = Pengirim ditandai: laporan berikutnya diperlambat.
case-flag-gone = Tanda dilepas.
case-write-answer = Tulis jawaban untuk laporan { $number }. Warga tidak melihat siapa Anda. Foto boleh disertakan.
case-nothing-sent = Tulisan tadi tidak dikirim kepada siapa pun.
case-reply-which = Untuk laporan yang mana?
case-reply-sure = Kirim ini kepada warga sebagai jawaban laporan { $number }? Warga tidak melihat siapa Anda.
case-write-ask-back = Apa yang perlu Anda ketahui untuk laporan { $number }?
case-write-mark-done = Apa yang sudah dilakukan untuk laporan { $number }? Warga akan membaca ini dan ditanya apakah sudah selesai.
case-words-needed = Tolong tulis juga dengan kata-kata.
case-hand-over-where = Teruskan ke kantor mana? *Ketik namanya*, atau pilih:

case-staff-new = 📥 *Laporan baru { $number }* ({ $kind }) untuk { $unit }. Jawaban pertama paling lambat { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-hand-over = 📥 *Laporan { $number }* ({ $kind }) diteruskan ke { $unit }. Tenggat { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-write = ✍️ Warga menulis tentang laporan *{ $number }*:
case-staff-confirm = ✅ Warga menyatakan laporan *{ $number }* selesai.
case-staff-refuse = ❌ Warga menyatakan laporan *{ $number }* belum selesai. Laporan dibuka lagi; tenggat { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-withdraw = Warga menarik laporan *{ $number }*.
case-staff-remind = ⏰ Laporan *{ $number }* ({ $kind }) di { $unit } masih menunggu. Tenggat { DATETIME($due, dateStyle: "full", timeStyle: "short") }.
case-staff-overdue = 🔴 Laporan *{ $number }* ({ $kind }) di { $unit } lewat tenggat ({ DATETIME($due, dateStyle: "full", timeStyle: "short") }).
case-staff-refused-level = ❌ Warga menolak penutupan laporan *{ $number }* di { $unit }. Mohon perhatian Anda.

rota =
    *Petugas piket { $unit }*
    Yang piket langsung diberi tahu jika ada nilai rendah atau laporan baru. Ketuk hari untuk mengubahnya.
rota-no-unit = Peran Anda tidak terikat pada satu kantor, jadi tidak ada yang bisa diatur di sini.
rota-which-unit = Piket kantor mana?
rota-who = Siapa yang piket pada hari *{ $day }*?
rota-everybody = Semua petugas
rota-member = Petugas { $place }
rota-me = { $name } (Anda)
weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu

audit-action-case-step = mengerjakan laporan
audit-action-case-flagged = menandai pengirim laporan
audit-action-case-unflagged = melepas tanda pengirim laporan
audit-action-duty-changed = mengubah piket
audit-action-follow-up-published = menerbitkan tindak lanjut
audit-action-recovery-written = menulis kepada penilai
audit-action-recovery-settled = menyelesaikan nilai rendah

# Setelah nilai rendah, dan "Anda bilang, kami kerjakan".

recovery-alert = 🔔 *Nilai rendah di { $unit }*: { $elements } (indeks { NUMBER($ikm, minimumFractionDigits: 2) }). Mungkin orangnya masih di loket.
recovery-comment = 🔔 Komentar untuk nilai rendah di { $unit } ({ $elements }, indeks { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-agreed = 🙋 Warga yang memberi nilai rendah di { $unit } ({ $elements }, indeks { NUMBER($ikm, minimumFractionDigits: 2) }) bersedia ditanya.
recovery-citizen-writes = ✍️ Warga membalas tentang nilai rendah di { $unit } ({ $elements }, indeks { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-service = Layanan: { $service }
recovery-open = 🔎 Buka
recovery-waiting = { $n ->
        [0] Semua nilai rendah sudah dibereskan.
       *[other] *{ $n } nilai rendah* belum dibereskan. Pilih satu:
    }
recovery-listed = { DATETIME($at, dateStyle: "short") } · { $elements }
recovery-reply = 💬 Balas
recovery-settle = ✅ Sudah dibereskan
recovery-settled = Dicatat. Jika warga bersedia ditanya, ia diminta menilai sekali lagi.
recovery-is-settled = ✅ Sudah dibereskan.
recovery-second = Nilai kedua, { $element }: *{ $answer }*
recovery-not-agreed = Warga ini belum mengizinkan petugas bertanya.
recovery-write = Tulis pesan Anda. Warga tidak melihat siapa Anda, Anda tidak melihat siapa warga. Foto boleh disertakan.
recovery-reply-sure = Kirim ini kepada warga yang memberi nilai? Ia tidak melihat siapa Anda.
recovery-written = ✅ Terkirim ke warga.

recovery-offer =
    Maaf pelayanannya belum baik. Petugas di sana sudah diberi tahu, tanpa nama Anda.

    Bolehkah petugas bertanya kepada Anda lewat obrolan ini? Nama dan nomor Anda tetap tidak terlihat.
recovery-agree = 🙋 Ya, boleh
recovery-agreed-thanks = Terima kasih. Jika petugas bertanya, pesannya muncul di sini.
recovery-over = Itu sudah selesai.
recovery-reply-too-late = Petugas sudah menyatakan hal itu selesai, jadi pesan Anda tadi tidak diteruskan. Jika masih ada masalah, ketik /lapor.
recovery-told = Petugas *{ $unit }* menulis tentang penilaian Anda:
recovery-citizen-write = Tulis balasan Anda. Nama dan nomor Anda tidak terlihat. Foto boleh disertakan.
recovery-citizen-written = Terkirim ke petugas.
recovery-settled-told = *{ $unit }* menyatakan masalahnya sudah dibereskan. Bagaimana sekarang menurut Anda? Jawaban pertama Anda tetap tercatat apa adanya.
recovery-rate-again = ⭐ Nilai sekali lagi
recovery-is-answer = Apakah ini jawaban untuk petugas { $unit } tentang penilaian Anda?
recovery-is-better = Apakah itu jawaban Anda, apakah di *{ $unit }* sekarang sudah lebih baik?
recovery-better = *{ $element }*, sekarang: { $question }
recovery-second-thanks = Terima kasih, kata Anda sudah kami catat.

command-tindaklanjut = umumkan perbaikan yang sudah dilakukan
follow-up-which-unit = Perbaikan di kantor mana?
follow-up-which-element = Perbaikan ini tentang apa?
follow-up-what = Apa yang sudah diperbaiki ({ $element })? Tulis singkat dan nyata, paling banyak { $most } huruf. Contoh: “Loket 3 dibuka setiap Senin dan Kamis.”
follow-up-too-long = Terlalu panjang: { $n } huruf, paling banyak { $most }.
follow-up-which-cases = Laporan mana yang meminta ini? Ketuk yang cocok; pelapornya diberi tahu.
follow-up-go-on = Lanjut ›
follow-up-check =
    *Ini yang akan dibaca warga.* Dikirim kepada yang pernah menilai kantor ini atau melapor tentangnya, dan tampil bersama hasil.{ $n ->
        [0] { "" }
       *[other] {" "}Terkait { $n } laporan.
    }
follow-up-publish = 📢 Umumkan
follow-up-mend = ✏️ Ubah
follow-up-published = ✅ Sudah diumumkan. Warga diberi tahu sedikit demi sedikit, pada jam yang wajar.
follow-up-empty = Tulis dulu apa yang sudah dilakukan.
follow-up-told =
    🛠 *Anda bilang, kami kerjakan*
    { $unit } ({ $element }):

    { $words }
follow-up-is-answer = Apakah ini tanggapan Anda untuk { $unit } atas perbaikan yang baru diumumkan?
follow-up-with-result = 🛠 *Anda bilang, kami kerjakan* ({ $element }, { DATETIME($at, dateStyle: "medium") }): { $words }

# Words that may answer an open question

case-answer-sure = Apakah ini jawaban untuk petugas { $unit } (laporan { $number })?
case-answer-send = Ya, kirim ke petugas
case-answer-drop = Jangan dikirim
case-answer-dropped = Baik, tidak jadi dikirim.
case-done-sure = Apakah ini tentang laporan { $number }: sudah selesai?
case-not-done-send = Belum, kirim ini
case-late-sure = Berkas ini datang setelah laporan { $number } terkirim. Tambahkan ke laporan itu, untuk { $unit }?
case-edited-sure = Laporan { $number } sudah terkirim, jadi perubahan pesan Anda tidak ikut. Kirim tulisan yang baru ini kepada { $unit } sebagai susulan?
case-edited-late = Laporan { $number } sudah terkirim dan ditutup, jadi perubahan pesan Anda tidak ikut.

# Utas laporan: satu baris di bawah nomornya, meja petugas, dan hal yang jarang dilakukan.

command-jawaban = jawaban siap pakai untuk meja laporan
case-thread-place = 📍 { $place }
case-thread-due = ⏰ { DATETIME($due, dateStyle: "medium", timeStyle: "short") }
case-confidential = 🔒 rahasia
case-line-confidential = 🔒 *Rahasia:* isinya hanya untuk yang menangani dan kepala unit.
case-line-confidential-own = 🔒 *Rahasia:* isinya hanya dibaca petugas yang menanganinya.
case-line-masked = 🙈 Nomor dan nama disembunyikan. Tangani laporan ini untuk melihatnya.
case-line-lapor = *Nomor LAPOR!:* { $number }
case-line-into = 🔗 Digabung ke laporan { $number }: dikerjakan di sana.
case-line-merged = 🔗 Dikerjakan juga untuk { $n } laporan lain: { $numbers }
case-hidden = (rahasia: tangani laporan ini untuk membacanya)
case-mend-secret = 🔒 Jadikan rahasia
case-mend-open = 🔓 Tidak rahasia

case-state-outside = bukan kewenangan kota
case-state-merged = digabung dengan laporan lain
case-action-assign = menyerahkan kepada rekan
case-action-note = mencatat
case-action-refer = menyatakan bukan kewenangan kota
case-action-merge = menggabungkan dengan laporan lain
case-action-merged-here = menggabungkan laporan lain ke sini
case-do-assign = 🤝 Serahkan ke rekan
case-do-note = 📝 Catatan internal
case-do-refer = 🚫 Bukan wewenang kota
case-do-merge = 🔗 Gabungkan
case-do-more = ⋯ Lainnya
case-did-assign = ✅ Diserahkan. Rekan Anda diberi tahu.
case-did-note = 📝 Dicatat. Warga tidak melihatnya.
case-did-merge = ✅ Digabung. Sekarang dikerjakan sebagai { $number }; pelapornya diberi tahu.
case-did-refer = ✅ Warga diberi tahu bahwa ini urusan { $agency }.
case-did-hand-over = ✅ Diteruskan ke kantor itu.
case-write-hand-over = Catatan untuk kantor itu (laporan { $number })? Warga tidak membacanya.
case-write-assign = Catatan untuk rekan Anda (laporan { $number })? Warga tidak membacanya.
case-write-note = Tulis catatan untuk laporan { $number }. Hanya petugas yang membacanya.
case-without-note = Tanpa catatan
case-note-words-only = Catatan hanya berupa tulisan.
case-more = Laporan *{ $number }*: apa lagi?
case-assign-whom = Serahkan laporan { $number } kepada siapa?
case-assign-nobody = Tidak ada rekan lain di kantor ini untuk laporan { $number }.
case-colleague-away = { $name } (cuti sampai { DATETIME($until, dateStyle: "short") })
case-merge-which = Gabungkan ke laporan mana? Pilih yang mirip, atau *ketik nomornya*. Pelapornya tetap punya nomor sendiri dan ikut diberi tahu.
case-refer-whose = Ini urusan siapa? Warga diberi tahu ke mana ia bisa melapor.
case-referred-to = Ini urusan *{ $agency }* ({ $matters }), bukan Pemerintah Kota.
case-referred-lapor = Anda juga bisa melaporkannya lewat LAPOR! (lapor.go.id), yang meneruskannya ke lembaga yang tepat.
case-went-to-parent = Laporan ini sudah digabung ke *{ $number }* saat Anda menulis; tulisan Anda disimpan di sana.
case-ready-replies = 💬 Jawaban siap pakai
case-ready-title = { $title }
case-which-ready = Pilih jawaban. Sebelum terkirim, Anda masih melihatnya.
case-same-officer = Laporan itu sudah di tangan dia.
case-cannot-merge = Kedua laporan itu tidak bisa digabung: yang dituju sudah ditutup, atau salah satunya rahasia.
case-told-assign = Laporan *{ $number }* diserahkan kepada petugas lain di { $unit }.
case-told-note = Laporan *{ $number }*.
case-told-refer = Laporan *{ $number }* bukan kewenangan Pemerintah Kota:
case-told-merge = Sudah ada laporan tentang hal yang sama, jadi laporan *{ $number }* dikerjakan bersama. Nomor Anda tetap berlaku, dan Anda diberi tahu setiap ada kabar.
case-staff-assign = 🤝 Laporan *{ $number }* ({ $kind }) di { $unit } diserahkan kepada Anda. Tenggat { DATETIME($due, dateStyle: "full", timeStyle: "short") }.

desk-pile-temuan = Hasil pencarian
desk-workbook = 📊 Unduh semua
desk-workbook-ready = Semua laporan di meja Anda, tanpa nama dan nomor warga. Yang rahasia tidak memuat isi.
desk-workbook-file = laporan-{ DATETIME($at, dateStyle: "short") }.xlsx
desk-workbook-sheet = Laporan
desk-kind-all = 🔎 Semua jenis
desk-kind-pengaduan = 🔎 Pengaduan
desk-kind-aspirasi = 🔎 Aspirasi
desk-kind-permintaan-informasi = 🔎 Permintaan info
case-column-number = Nomor
case-column-kind = Jenis
case-column-unit = Kantor
case-column-service = Layanan
case-column-words = Isi
case-column-place = Tempat
case-column-state = Status
case-column-received = Masuk
case-column-responded = Jawaban pertama
case-column-due = Tenggat
case-column-closed = Ditutup
case-column-score = Nilai penanganan
case-column-lapor = Nomor LAPOR!

ready-which-unit = Jawaban siap pakai kantor mana?
ready-list = { $n ->
        [0] Belum ada jawaban siap pakai. Tulis satu, maka petugas Anda bisa memilihnya saat menjawab warga.
       *[other] *Jawaban siap pakai* ({ $n }). Ketuk untuk membaca atau menghapus.
    }
ready-new = ➕ Jawaban baru
ready-title = Judulnya? Paling banyak { $most } huruf, misalnya “Jam pelayanan”.
ready-words = Tulis jawabannya (“{ $title }”), paling banyak { $most } huruf.
ready-too-long = Terlalu panjang: { $n } huruf, paling banyak { $most }.
ready-kept = ✅ Tersimpan: { $title }.
ready-drop = 🗑 Hapus
ready-dropped = Sudah dihapus.
ready-gone = Jawaban itu sudah tidak ada.
ready-too-many = Sudah terlalu banyak jawaban siap pakai; hapus yang lama dulu.
audit-action-ready-reply-kept = menyimpan jawaban siap pakai
audit-action-ready-reply-dropped = menghapus jawaban siap pakai
audit-action-case-merged = menggabungkan laporan

leave-take = 🌴 Saya cuti
leave-back = 🌴 Saya sudah kembali
leave-until = 🌴 Anda tercatat cuti sampai { DATETIME($until, dateStyle: "full") }. Laporan di tangan Anda diberitahukan kepada rekan.
leave-how-long = Berapa hari, mulai hari ini? Pilih, atau ketik jumlahnya.
leave-days = { $n } hari
leave-not-days = Ketik jumlah hari, paling banyak { $most }.
leave-over = Selamat datang kembali.

command-batas = batas hari kerja tiap kantor dan layanan
limit-which-unit = Batas waktu kantor mana? *Ketik namanya*, atau pilih:
limit-of-unit = *Batas menyelesaikan laporan: { $unit }*
limit-line = • { $service }, { $kind }: { $days } hari kerja
limit-all-services = Semua layanan
limit-which-service = Ubah batas untuk layanan apa? Selain yang tertulis di sini, berlaku batas kota.
limit-other-unit = Kantor lain
limit-which-kind = Untuk jenis laporan apa?
limit-how-many = Berapa hari kerja untuk { $kind }? Ketik angkanya. Berlaku untuk laporan yang masuk mulai sekarang.
limit-as-city = Ikut batas kota ({ $days } hari)
limit-not-days = Ketik jumlah hari kerja, dari 1 sampai { $most }.
limit-changed = ✅ Batasnya sudah diubah.
audit-action-case-limit-changed = mengubah batas waktu laporan

# LAPOR! dan riwayat laporan.

case-do-lapor = 📤 LAPOR!
case-action-lapor = memasukkannya ke LAPOR!
case-take-first = Laporan itu rahasia: tangani dulu.
lapor-fields =
    *Untuk LAPOR!* Judul dan isi ada di dua pesan di atas, tinggal disalin. Isian lain:

    • Klasifikasi: { $kind }
    • Tanggal kejadian: { $happened }
    • Lokasi: { $where }
    • Instansi tujuan: { $agency }
    • Lampiran: { $files }
    • Anonim: { $anonymous } · Rahasia: { $confidential }
    • Nomor kami: { $number }
lapor-yes = ya
lapor-no = tidak
lapor-ask-number = Sudah dimasukkan? Ketik nomor pelacakan (Tracking ID) dari LAPOR!; warga melihatnya di laporannya. Tanyakan dulu kesediaan warga sebelum memasukkannya.
lapor-no-number = Itu bukan nomor pelacakan. Contoh: 1234567.
lapor-kept = ✅ Nomor LAPOR! { $number } tersimpan.
audit-action-case-lapor-kept = menyimpan nomor LAPOR!

case-history = 📄 Riwayat (PDF)
history-file = riwayat-{ $number }.pdf
history-ready = Riwayat laporan { $number }. Lembar ini bisa Anda tunjukkan, misalnya kepada Ombudsman.
history-title = Riwayat laporan { $number }
history-words = Isi laporan
history-steps = Apa yang terjadi
history-at = Waktu
history-who = Siapa
history-what = Apa
history-kind = Jenis
history-unit = Kantor
history-state = Status
history-received = Diterima
history-first-due = Batas jawaban pertama
history-responded = Jawaban pertama
history-settle-due = Batas penyelesaian
history-closed = Ditutup
history-reopened = Dibuka lagi
history-kept = ditepati
history-broken = terlewati
history-running = masih berjalan
history-moment = { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
history-foot = Dibuat oleh asisten kota pada { DATETIME($at, dateStyle: "long", timeStyle: "short") }. Nama petugas tidak dicantumkan.
case-in-short = { $number }, { $unit }
recovery-in-short = nilai rendah di { $unit }
talk-in-short = tanggapan { $unit } atas penilaian Anda

case-spoken = 🎤 Pesan suara ({ DATETIME($at, dateStyle: "medium", timeStyle: "short") })
case-spoken-alone = 🎤 Isinya ada di pesan suara Anda. Mau menambahkan tulisan? Ketik saja.
case-line-none = –
case-line-files = *Berkas:* { $files }
case-sent-ready = 📝 Ini saya siapkan sebagai laporan: { $what }.
files-photo = { $n } foto
files-voice = { $n } pesan suara
files-document = { $n } berkas

desk-lapor = 📤 Daftar LAPOR!
desk-lapor-ready = Laporan terbuka di meja Anda sebagai isian LAPOR!, yang belum punya nomor pelacakan lebih dulu. Yang rahasia hanya jika Anda yang menanganinya.
desk-lapor-file = lapor-{ DATETIME($at, dateStyle: "short") }.xlsx
lapor-copy-title = 📋 Salin judul
lapor-copy-text = 📋 Salin isi
lapor-copy-when = 📋 Waktu
lapor-copy-where = 📋 Tempat
lapor-copy-agency = 📋 Instansi
lapor-copy-number = 📋 Nomor kita
lapor-column-class = Klasifikasi
lapor-column-title = Judul
lapor-column-text = Isi laporan
lapor-column-when = Tanggal kejadian
lapor-column-where = Lokasi
lapor-column-agency = Instansi tujuan
lapor-column-files = Lampiran
lapor-column-anonymous = Anonim
lapor-column-confidential = Rahasia
lapor-column-number = Nomor kita
lapor-column-tracking = Nomor pelacakan LAPOR!
case-told-lapor = Laporan *{ $number }* dari { $unit } sudah dimasukkan ke LAPOR! (lapor.go.id). Nomor pelacakannya:
case-near = dekat { $place }
case-column-about = Perihal
case-cell-due = { DATETIME($due, dateStyle: "medium") }
