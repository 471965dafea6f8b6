# Forum warga: pernyataan singkat, suara, hasil, jawaban resmi.

command-forum = forum warga: beri suara, tulis pernyataan
command-forum-baru = buka topik forum
command-forum-moderasi = periksa pernyataan, jawab forum
menu-forum = 🗣 Forum warga

forum-whole-city = Seluruh kota
forum-none = Belum ada topik forum yang dibuka. Ada usul atau keluhan? Itu bisa dikirim kapan saja.
forum-choose = *Forum warga.* Pilih topik yang ingin Anda ikuti:
forum-only-over = *Forum warga.* Sedang tidak ada topik yang dibuka. Hasil yang lalu:
forum-gone = Topik itu tidak ada.
forum-voice-elsewhere = Untuk topik ini Anda sudah memberi suara dari obrolan lain. Satu orang, satu suara.
forum-staff-only = Topik ini hanya untuk pegawai. Tautkan akun Anda dulu: /daftar
consent-forum =
    *{ $question }*
    { $stage }

    Anda akan melihat pernyataan singkat satu per satu: setuju, tidak setuju, atau lewati. Suara dan pernyataan Anda disimpan tanpa nama, dengan nama samaran khusus forum, sampai satu tahun setelah topik berakhir. Izin bisa ditarik kapan saja: /privasi

    Bolehkah?
forum-consent-refused = Baik, suara Anda tidak disimpan. Hasilnya tetap bisa Anda lihat: /forum
forum-place = Pernyataan { $n } dari { $of }
forum-agree = 👍 Setuju
forum-disagree = 👎 Tidak setuju
forum-pass = ⏭ Lewati
forum-pass-also = tidak tahu
forum-write-own = ✍️ Tulis
forum-stop = 📊 Hasil
forum-all-seen = ✅ Semua pernyataan ({ $n }) sudah Anda lihat. Terima kasih! Ada yang belum disebut?
forum-no-statements = Belum ada pernyataan. Tulislah yang pertama!
forum-to-vote = 🗣 Beri suara
forum-on-web = 🌐 Lanjut di halaman web
forum-to-result = 📊 Lihat hasil
forum-to-write = ✍️ Tulis pernyataan
forum-to-own = 📝 Pernyataan saya
forum-to-topics = ‹ Topik
forum-closed-meanwhile = Topik ini baru saja ditutup, jadi suara terakhir Anda tidak dihitung. Suara Anda sebelumnya tetap dihitung.
forum-closed-for-words = Topik ini sudah ditutup; pernyataan baru tidak bisa dikirim lagi.
forum-statement-gone = Pernyataan itu sudah tidak ada.

forum-write =
    *{ $question }*

    Tulis *satu* pernyataan yang bisa dijawab setuju atau tidak setuju, paling banyak { $most } huruf. Jangan sebut nama atau nomor. Contoh: “Jam buka loket perlu sampai sore.”
forum-written = ✅ Terkirim. Pernyataan Anda diperiksa seorang petugas dulu, lalu Anda kami kabari.
forum-rule-too-long = Terlalu panjang: paling banyak { $most } huruf. Tolong persingkat.
forum-rule-too-short = Terlalu singkat. Tulis satu kalimat yang bisa dijawab setuju atau tidak setuju.
forum-rule-link = Tolong tulis tanpa tautan atau nama akun.
forum-rule-number = Tolong tulis tanpa nomor telepon, NIK, atau nomor rekening.
forum-rule-address = Tolong tulis tanpa alamat rumah.
forum-rule-insult = Tolong tulis tanpa kata kasar. Kritik boleh.
forum-rule-name = Tolong tulis tanpa nama orang; sebut jabatan atau kantornya saja.
forum-rule-enough = Anda sudah mengirim { $each } pernyataan untuk topik ini. Terima kasih!
forum-rule-like = Sudah ada yang menulis hampir sama. Silakan beri suara untuk yang ini:
forum-rule-like-waits = Sudah ada yang menulis hampir sama; pernyataan itu sedang diperiksa.

forum-own = *Pernyataan Anda*
forum-own-none = Anda belum menulis pernyataan.
forum-own-waiting = ⏳ Sedang diperiksa.
forum-own-shown = ✅ Tampil: { $agree } dari { $n } orang setuju.
forum-own-refused = ✋ Tidak ditampilkan: { $reason }.
forum-own-hidden = ✋ Diturunkan: { $reason }.
forum-own-appealed = ⏳ Keberatan Anda sedang diperiksa orang lain.
forum-object = Keberatan: { $words }
forum-object-short = Keberatan
forum-object-why = Mengapa pernyataan itu menurut Anda pantas tampil? Paling banyak { $most } huruf. Orang lain akan memeriksanya lagi.
forum-objected = ✅ Keberatan terkirim. Petugas lain akan memeriksanya, lalu Anda kami kabari.
forum-appeal-once = Untuk pernyataan itu keberatan tidak bisa diajukan (lagi).

forum-reason-insult = berisi kata kasar
forum-reason-person = menyebut orang tertentu
forum-reason-off-topic = di luar topik
forum-reason-duplicate = sudah ada yang sama
forum-reason-unclear = tidak bisa dijawab setuju atau tidak setuju
forum-reason-advertising = berisi iklan

forum-stage-coming = Dibuka { DATETIME($opens, dateStyle: "medium") }.
forum-stage-open = Terbuka sampai { DATETIME($until, dateStyle: "medium") }.
forum-stage-over = Selesai { DATETIME($until, dateStyle: "medium") }, menunggu jawaban resmi.
forum-stage-answered = Sudah dijawab.
forum-stage-kept = ✅ Sudah dijawab dan dikerjakan.
forum-stage-reopened = ⚠️ Janji lewat waktunya; jawaban ditunggu lagi.
forum-stage-hidden = Topik ini ditutup untuk umum.
forum-about = 🗣 Forum: { $unit }
forum-card = *{ $question }*
forum-voters = { $n ->
    [0] Belum ada yang memberi suara.
   *[other] { $n } orang memberi suara.
}
forum-too-few = Hasil tampil setelah { $least } orang memberi suara.
forum-soon = Hasil sedang dihitung.
forum-agreed = *Disepakati semua kelompok*
forum-share-agree = { $share } % setuju ({ $low }–{ $high } %)
forum-share-disagree = { $share } % tidak setuju ({ $low }–{ $high } %)
forum-share-groups = setuju { $shares }
forum-no-groups = Tidak terlihat kelompok pendapat yang berbeda.
forum-groups-clear = Ada { $n } kelompok pendapat ({ $sizes } orang).
forum-groups-uncertain = Mungkin ada { $n } kelompok pendapat ({ $sizes } orang), tetapi batasnya tidak tegas.
forum-parting = *Berbeda pendapat*
forum-doubtful = { $n } suara diragukan (misalnya banyak sekaligus atau sama persis) dan dihitung terpisah.
forum-page = Selengkapnya: { $address }
forum-answer = *Jawaban resmi { $unit }* (paling lambat { DATETIME($due, dateStyle: "medium") })
forum-answer-kept = ✅ Dikerjakan { DATETIME($at, dateStyle: "medium") }:
forum-answer-passed = ⚠️ Tanggal itu sudah lewat dan belum ada kabar. Topik ini dibuka lagi untuk dijawab.

forum-told-shown = ✅ Pernyataan Anda sekarang tampil di forum:
forum-told-refused = Pernyataan Anda di forum tidak ditampilkan: { $reason }. Anda bisa mengajukan keberatan.
forum-told-hidden = Pernyataan Anda di forum diturunkan: { $reason }. Anda bisa mengajukan keberatan.
forum-told-answer = 📣 Forum yang Anda ikuti sudah dijawab:
forum-told-kept = ✅ Janji dari forum yang Anda ikuti sudah dikerjakan:
forum-told-passed = ⚠️ Janji dari forum yang Anda ikuti lewat waktunya. Jawabannya kami minta lagi:
forum-owed-over = Topik forum sudah selesai. Warga menunggu jawaban resmi:
forum-owed-reopened = ⚠️ Tanggal janji sudah lewat. Warga diberi tahu, dan jawaban baru ditunggu:
forum-to-answer = Buka topik
forum-waiting = 📝 { $n } pernyataan warga menunggu diperiksa.
forum-to-check = Periksa

forum-new-unit = Topik ini tentang kantor mana? *Ketik namanya*, atau pilih:
forum-all-units = Semua kantor
forum-new-question = Apa pertanyaannya untuk warga? Satu pertanyaan, paling banyak { $most } huruf.
forum-question-short = Tolong tulis pertanyaannya dengan kata-kata.
forum-question-long = Terlalu panjang: paling banyak { $most } huruf.
forum-question-of-case = Apa yang perlu diperbaiki dari { $element } di { $unit }?
forum-new-from = Mulai kapan? Ketik tanggalnya, atau:
forum-new-now = Sekarang
forum-new-until = Sampai kapan? Ketik tanggalnya, atau:
forum-new-days = { $n } hari
forum-until-past = Tanggal itu sudah lewat, atau sebelum topik dimulai.
forum-until-far = Paling lama { $most } hari.
forum-new-who = Siapa yang boleh ikut?
forum-audience-everybody = Semua warga
forum-audience-staff = Pegawai saja
forum-new-seeds = Tulis beberapa pernyataan awal, satu per baris (paling banyak { $most }, masing-masing { $signs } huruf). Beragam, juga yang mungkin ditolak.
forum-new-review =
    *{ $question }*
    { $unit } · { $who }
    { DATETIME($opens, dateStyle: "medium") } – { DATETIME($until, dateStyle: "medium") }
forum-new-open = ✅ Buka topik
forum-new-again = Ubah
forum-opened = ✅ Topik dibuka. Umumkan dari kartu topik: tautan, poster, atau siaran.
forum-to-steer = Kartu topik
forum-not-yours = Topik itu bukan untuk Anda atur.
forum-ask-citizens = 🗣 Tanya warga

forum-steer = *Forum: topik Anda*
forum-steer-none = Belum ada topik. Buka yang pertama: /forum\_baru
forum-check-all = 📝 Periksa pernyataan ({ $n })
forum-nothing-waits = ✅ Tidak ada pernyataan yang menunggu diperiksa oleh Anda.
forum-check = Tampilkan pernyataan ini? Setelah ini masih { $n } menunggu.
forum-look-twice = ⚠️ Perhatikan kata: { $words }
forum-appealed = Penulis keberatan (tadi: { $reason }):
forum-show = ✅ Tampilkan
forum-refuse = ✋ Tolak
forum-later = ⏭ Nanti
forum-why = Apa alasannya? Penulis akan membacanya.
forum-shown = ✅ Ditampilkan.
forum-refused = Ditolak; penulis dikabari.
forum-hidden = Diturunkan; penulis dikabari.
forum-decided-already = Pernyataan itu sudah diputuskan.
forum-own-statement = Pernyataan Anda sendiri diperiksa orang lain.
forum-appeal-other = Keberatan diperiksa orang lain, bukan yang memutuskan tadi.
forum-which-to-hide = Pernyataan mana yang diturunkan?
forum-do-tautan = 🔗 Tautan dan kode
forum-do-poster = 🖨 Poster
forum-do-siarkan = 📢 Siarkan
forum-poster-made = Poster topik ini, siap dicetak. Ukuran lain:
forum-poster-step-2 = Setuju atau tidak dengan kalimat warga, tanpa nama
forum-poster-step-3 = Baca apa yang disepakati dan jawaban resminya
forum-poster-until = sampai { DATETIME($until, dateStyle: "long") }
forum-announce =
    🗣 Forum warga: { $question }

    Setuju atau tidak dengan pernyataan warga lain, atau tulis sendiri, tanpa nama. Terbuka sampai { DATETIME($until, dateStyle: "long") }.
forum-announce-where = Ikut di sini: /forum
forum-do-tutup = 🔒 Tutup sekarang
forum-do-jawab = 📣 Jawab resmi
forum-do-tepati = ✅ Sudah dikerjakan
forum-do-sembunyi = Turunkan pernyataan
forum-do-tutupi = Sembunyikan topik
forum-do-pelatihan = 🎓 Jadikan pelatihan
forum-link = Bagikan atau cetak:
forum-ask-close = Tutup topik ini sekarang? Warga tidak bisa memberi suara lagi, dan topik tidak bisa dibuka kembali.
forum-close-sure = 🔒 Ya, tutup
forum-closed = 🔒 Topik ditutup. Warga menunggu jawaban resmi.
forum-closed-already = Topik itu sudah ditutup.
forum-why-hide-topic = Mengapa topik ini disembunyikan dari umum? Alasannya dicatat.
forum-topic-hidden = Topik disembunyikan.
forum-answer-what = Apa yang akan dilakukan? Jawaban ini dikirim kepada semua yang ikut. Paling banyak { $most } huruf.
forum-answer-unit = Kantor mana yang mengerjakannya? *Ketik namanya*, atau pilih:
forum-answer-when = Paling lambat kapan? Ketik tanggalnya, misalnya 31 Desember 2026.
forum-answer-sure = Kirim jawaban ini kepada semua yang ikut? Setelah tanggalnya lewat tanpa kabar, topik dibuka lagi.
forum-answer-send = 📣 Kirim
forum-answer-mend = Ubah
forum-answered = ✅ Jawaban dikirim kepada semua yang ikut.
forum-answer-not-now = Jawaban resmi diberikan setelah topik selesai.
forum-due-range = Tanggalnya harus setelah hari ini dan dalam setahun.
forum-nothing-promised = Belum ada yang dijanjikan.
forum-what-was-done = Apa yang sudah dikerjakan? Ini dikirim kepada semua yang ikut.
forum-kept = ✅ Tercatat dan dikabarkan kepada semua yang ikut.
forum-which-lesson = Pernyataan mana yang dijadikan perbaikan dengan pelatihan?
forum-no-lesson = Belum ada pernyataan yang disepakati semua kelompok.
forum-which-element = Unsur survei mana yang paling sesuai?
forum-lesson-opened = ✅ Perbaikan dibuka. Pilih pelatihannya:
forum-too-few-ratings = Penilaian unit ini masih terlalu sedikit untuk mengukur perubahan.
forum-case-under-way = Perbaikan untuk unsur itu sudah berjalan.

audit-subject-forum = topik forum { $number }
audit-subject-forum-statement = pernyataan forum { $number }
audit-action-forum-opened = membuka topik forum
audit-action-forum-closed = menutup topik forum
audit-action-forum-hidden = menyembunyikan topik forum
audit-action-forum-answered = menjawab topik forum
audit-action-forum-kept = menepati janji forum
audit-action-forum-reopened = janji forum lewat waktunya
audit-action-forum-improvement = membuka perbaikan dari forum
audit-action-forum-statement-shown = menampilkan pernyataan forum
audit-action-forum-statement-refused = menolak pernyataan forum
audit-action-forum-statement-hidden = menurunkan pernyataan forum

home-forum = Forum warga: beri suara dan lihat jawaban kota
forum-web-title = Forum warga
forum-web-lead = Warga menilai pernyataan singkat; kota menjawab apa yang akan dikerjakan, dan kapan.
forum-web-all = Semua topik forum
forum-web-vote = Beri suara
forum-web-result = Hasil
forum-web-agree = Saya setuju suara dan pernyataan saya disimpan tanpa nama. Sebuah kuki mengenali peramban ini supaya satu orang satu suara.
forum-web-cookie = Peramban Anda tidak menyimpan kuki, padahal dengan itu satu orang tetap satu suara. Izinkan kuki, atau ikut lewat aplikasi obrolan.
forum-web-consent = Tolong centang izinnya dulu.
forum-web-kept = ✅ Suara Anda tersimpan.
forum-web-written = ✅ Terkirim. Pernyataan Anda diperiksa seorang petugas dulu.
forum-web-write = Satu pernyataan yang bisa dijawab setuju atau tidak setuju, paling banyak { $most } huruf, tanpa nama dan nomor.
forum-web-send = Kirim
forum-web-chat = Ikut lewat { $channel }
forum-web-learn-head = Kapan ada jawaban?
forum-web-learn = Topik ini ditutup { DATETIME($until, dateStyle: "long") }. Sesudah itu kantor yang berwenang menulis jawaban resmi: apa yang dikerjakan dan paling lambat kapan. Jawabannya tampil di halaman ini.
forum-web-learn-over = Pemungutan suara sudah selesai; jawaban resmi akan tampil di halaman ini.
forum-web-untold = Halaman ini tidak meminta nama atau alamat Anda, jadi kami tidak bisa mengabari Anda. Simpan alamat halaman ini, atau ikut lewat obrolan: di sana Anda dikabari begitu ada jawaban.
forum-web-untold-alone = Halaman ini tidak meminta nama atau alamat Anda, jadi kami tidak bisa mengabari Anda. Simpan alamat halaman ini dan lihat lagi nanti.
forum-web-told-in-chat = Anda datang dari obrolan, jadi jawabannya juga dikabarkan di sana.
forum-web-at = Dihitung { DATETIME($at, dateStyle: "medium", timeStyle: "short") } dari { $votes } suara.
forum-web-groups-clear = Pendapat warga terbagi menjadi { $n } kelompok.
forum-web-groups-uncertain = Pendapat warga mungkin terbagi menjadi { $n } kelompok, tetapi batasnya tidak tegas.
forum-web-group = Kelompok { $name }
forum-web-group-of = Kelompok { $name } ({ $n } orang)
forum-web-picture = Gambar pendapat { $n } orang dalam { $groups } kelompok: yang memberi suara mirip terletak berdekatan.
forum-web-caption = Setiap tanda satu orang; yang memberi suara mirip terletak berdekatan.
forum-web-agreed = Disepakati semua kelompok
forum-web-parting = Berbeda pendapat
forum-web-all-statements = Semua pernyataan
forum-web-statement = Pernyataan
forum-web-doubtful = Diragukan
forum-web-csv = Unduh semua suara tanpa nama (CSV)
