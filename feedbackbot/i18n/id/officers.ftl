# Meja petugas: laporan, piket.

command-kasus = meja laporan untuk petugas
command-piket = atur petugas piket
menu-desk = 🗂 Meja laporan

desk =
    *Meja laporan*
    { $n ->
        [0] Tidak ada laporan yang terbuka.
       *[other] { $n } laporan terbuka.
    } Ketik nomor laporan, atau pilih:
desk-pile-baru = Baru
desk-pile-saya = Punya saya
desk-pile-hari-ini = Tenggat hari ini
desk-pile-lewat = Lewat tenggat
desk-pile-semua = Semua
desk-pile-tutup = Sudah ditutup
desk-no-number = Itu bukan nomor laporan. Contoh: 7F3-QX2K.
desk-list = *{ $pile }* ({ $n })
desk-empty = *{ $pile }*: kosong.
desk-listed = { $mark }{ $number } · { $kind } · { DATETIME($due, dateStyle: "short") }

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
case-did-hand-over = ✅ Diteruskan ke { $unit }.
case-did-order-field-check = Dicatat: perlu pemeriksaan lapangan. Warga diberi tahu.
case-did-mark-done = ✅ Warga ditanya apakah sudah selesai.
case-flag-set = Pengirim ditandai: laporan berikutnya diperlambat.
case-flag-gone = Tanda dilepas.
case-write-answer = Tulis jawaban untuk laporan { $number }. Warga tidak melihat siapa Anda. Foto boleh disertakan.
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
