# Pesan ajakan: satu ajakan yang jelas, angka yang benar, tanpa seruan berlebihan
nudge-act-accepted = menjawab undangan *{ $training }*
nudge-act-attended = hadir di *{ $training }*
nudge-act-started = memulai kursus *{ $training }*
nudge-act-finished = menyelesaikan kursus *{ $training }*
nudge-act-jp = mencapai *{ NUMBER($jp) } JP* pengembangan kompetensi tahun ini
nudge-done-accepted = menyatakan ikut *{ $training }*
nudge-done-attended = hadir di *{ $training }*
nudge-done-started = memulai kursus *{ $training }*
nudge-done-finished = menyelesaikan kursus *{ $training }*
nudge-done-jp = mencapai *{ NUMBER($jp) } JP* pengembangan kompetensi tahun ini
nudge-until = { DATETIME($at, dateStyle: "full") } pukul { DATETIME($at, timeStyle: "short") }
nudge-button-accepted = Lihat undangannya
nudge-button-attended = Lihat jadwalnya
nudge-button-started = Mulai belajar
nudge-button-finished = Lanjutkan belajar
nudge-button-jp = Lihat pelatihan yang ada

nudge-plain-reminder =
    Masih ada satu hal yang menunggu Anda: { $act }.

    Cukup beberapa menit; tombol di bawah langsung menuju ke sana.
nudge-social-norm =
    { $did } dari { $peers } rekan Anda di *{ $unit }* sudah { $act }.

    Anda dapat menyusul lewat tombol di bawah.
nudge-reserved-seat =
    Undangan Anda untuk { $act } berlaku sampai { $until }. Setelah itu kursi Anda terbuka untuk rekan lain.

    Kalau Anda ingin memakainya, jawab sekarang. Kalau tidak, jawaban Anda juga membantu kami.
nudge-own-progress =
    Sampai hari ini Anda sudah mengumpulkan *{ NUMBER($jp) } JP* tahun ini. Langkah berikutnya yang paling dekat: { $act }.
nudge-citizens-said =
    Warga memberi *{ $unit }* nilai { $ikm } (dari { NUMBER($ratings) } penilaian). Apa yang dirasakan warga banyak bergantung pada keterampilan kita yang melayani.

    Satu langkah yang dapat Anda ambil: { $act }.
nudge-incentive =
    Dengan { $act }, Anda mendapat *{ NUMBER($points) } poin* di musim ini. Poin membuka penghargaan yang nyata: surat apresiasi dan prioritas untuk pelatihan berikutnya.

nudge-not-yours = Ajakan ini tidak berlaku lagi. Pelatihan yang terbuka untuk Anda ada di /pelatihan.
nudge-jp-way = Pelatihan yang terbuka dan kursus yang bisa diikuti kapan saja ada di sini.

campaign-only-admins = Kampanye hanya untuk admin program.
campaign-unknown = Kampanye itu tidak ada.
campaign-too-few-people = Yang dapat diundi hanya { $people } orang; untuk rancangan ini perlu paling sedikit { $fewest }. Pilih sasaran yang lebih luas atau pesan yang lebih sedikit.
campaign-too-few-units = Yang dapat diundi hanya { $units } kantor; mengundi per kantor dengan rancangan ini perlu paling sedikit { $fewest }. Pilih undian per orang, atau pesan yang lebih sedikit.
campaign-needs-confirmation = Kampanye ini hanya dapat melihat beda yang besar. Mohon nyatakan bahwa Anda tetap ingin memulainya.
campaign-words-too-long = Terlalu panjang: paling banyak { $most } huruf.
campaign-words-unknown = { $name } tidak dikenal pada pesan ini.
campaign-words-missing = Pesan ini perlu memuat: { $names }.
campaign-not-running = Kampanye ini sudah tidak berjalan.
campaign-no-best = Belum ada pesan yang terbukti, jadi tidak ada yang dikirim ke kelompok pembanding.
campaign-best-sent = Pesan terbaik sudah dikirim.
campaign-over = Kampanye *{ $title }* sudah sampai di akhir masa ukurnya. Hasilnya siap dibaca.
campaign-see-result = Lihat hasilnya

audit-action-campaign-started = memulai kampanye
audit-action-campaign-cancelled = menghentikan kampanye
audit-action-campaign-best-sent = mengirim pesan terbaik ke kelompok pembanding

command-kampanye = ajakan kepada pegawai yang diukur hasilnya
campaign-list = *Kampanye*

    Setiap kampanye adalah percobaan: sebagian pegawai mendapat pesan, sebagian tidak, dan sesudah masa ukur terlihat apa yang benar-benar membantu.
campaign-new = ➕ Buat kampanye
campaign-in-list = { $mark } { $title }
campaign-ask-goal = Apa yang ingin dicapai? Hanya yang tercatat sendiri di sistem yang bisa diukur.
campaign-goal-accepted = Menerima undangan
campaign-goal-attended = Hadir di pelatihan
campaign-goal-started = Memulai kursus
campaign-goal-finished = Menyelesaikan kursus
campaign-goal-jp = Mencapai sejumlah JP
campaign-ask-training = Pelatihan yang mana?
campaign-no-training = Belum ada pelatihan yang cocok untuk tujuan itu.
campaign-ask-jp = Berapa JP tahun ini? Tulis angkanya, misalnya *20*.
campaign-not-jp = Tulis angka dari 1 sampai 100.
campaign-ask-audience = Siapa yang diundi? Yang sudah mencapai tujuan, tidak punya chat, atau mematikan saran tidak ikut.
campaign-audience-all = Semua pegawai
campaign-audience-pns = PNS
campaign-audience-pppk = PPPK
campaign-audience-too-few = ⚠️ { $label } ({ NUMBER($count) }, terlalu sedikit)
campaign-nobody-to-draw = Kampanye ini belum bisa dimulai: baru { $people } pegawai yang bisa dijangkau untuk tujuan itu, perlu paling sedikit { $fewest }. Yang belum menautkan chat, sudah mencapai tujuan, atau mematikan saran tidak terhitung. Ajak dulu pegawai menautkan chat (QR di /kode), atau pilih tujuan lain.
campaign-nobody-invited-accepted = Untuk tujuan ini hanya pegawai yang sudah diundang ke pelatihan itu dan belum menjawab yang terhitung. Undang dulu lewat /undang.
campaign-nobody-invited-attended = Untuk tujuan ini hanya pegawai yang sudah diundang ke pelatihan itu yang terhitung. Undang dulu lewat /undang.
campaign-audience-size = { $label } ({ NUMBER($count) })
campaign-ask-messages =
    Pilih satu sampai empat pesan, masing-masing menurut satu prinsip. Kelompok pembanding tidak mendapat apa-apa.

    { $learnt }
campaign-learnt = • { $principle }: rata-rata { $mean } poin ({ $low } sampai { $high }) dari { $campaigns } kampanye di sini
campaign-learnt-nothing = • { $principle }: belum pernah diukur di sini
campaign-messages-done = Lanjut dengan { $count } pesan
campaign-principle-plain-reminder = Pengingat biasa
campaign-principle-social-norm = Rekan sekantor
campaign-principle-reserved-seat = Kursi yang berbatas waktu
campaign-principle-own-progress = Kemajuan sendiri
campaign-principle-citizens-said = Kata warga
campaign-principle-incentive = Poin dan penghargaan
campaign-ask-words =
    Pesan *{ $principle }* akan berbunyi begini (angka diisi untuk setiap pembaca):

    { $draft }

    Pakai begitu, atau *tulis kalimat Anda sendiri*. Yang boleh dan perlu dimuat: { $names }.
campaign-words-keep = Pakai begitu
campaign-ask-draw = Siapa yang diundi ke dalam kelompok?
campaign-draw-person = Setiap orang
campaign-draw-unit = Kantor utuh
campaign-draw-why = Kantor utuh bila rekan sekantor akan saling bercerita; itu perlu jauh lebih banyak pegawai.
campaign-ask-base =
    Tanpa pesan apa pun, kira-kira berapa dari 100 orang yang akan melakukannya?

    { $hint }
campaign-base-known = Pada kampanye lalu dengan tujuan ini: { $percent } dari 100.
campaign-base-unknown = Belum ada pengalaman di sini. Kalau ragu, pilih 50: itu perkiraan yang paling hati-hati.
campaign-base-choice = { $percent } dari 100
campaign-ask-days = Kapan hasilnya dibaca? Tanggal ini diumumkan sekarang dan tidak berubah; tindakan sesudahnya tidak dihitung.
campaign-days =
    { $waves ->
       *[other] { $days } hari, paling banyak { $waves } pesan seorang
    }
campaign-review =
    *Sebelum dikirim*

    Tujuan: { $act }
    Diundi: { NUMBER($people) } orang dalam { $groups } kelompok, satu di antaranya pembanding
    Hasil dibaca: { DATETIME($at, dateStyle: "long") }
campaign-review-left-out = Tidak ikut diundi: { NUMBER($count) } orang, karena salah satu pesan tidak benar untuk kantornya.
campaign-power = Dengan { NUMBER($people) } orang, beda di bawah *{ NUMBER($points, maximumFractionDigits: 1) } poin* tidak akan terlihat (dihitung untuk peluang 80 dari 100).
campaign-power-none = Dengan { NUMBER($people) } orang, bahkan beda yang paling besar pun tidak akan terlihat.
campaign-power-weak = Itu lebih dari 5 poin, sedangkan ajakan biasanya mengubah 1 sampai 5 poin. Besar kemungkinan hasilnya "belum terbukti".
campaign-start = Mulai sekarang
campaign-start-weak = Saya mengerti, mulai
campaign-started = Kampanye dimulai. Pesan pertama berangkat pada jam kerja. Hasilnya dibaca { DATETIME($at, dateStyle: "long", timeStyle: "short") }; sebelum itu hanya kemajuannya yang terlihat.
campaign-change-audience = Ubah sasaran
campaign-change-messages = Ubah pesan
campaign-change-draw = Ubah undian dan waktu
campaign-see = Lihat kampanyenya
campaign-left = Rancangan kampanye tidak disimpan.
campaign-head = *{ $title }* – { $act }
campaign-progress = Masih berjalan. { NUMBER($acted) } dari { NUMBER($assigned) } orang sudah melakukannya, di semua kelompok bersama. Hasil per kelompok baru dibaca { DATETIME($at, dateStyle: "long") }: melihat lebih awal menemukan beda pada kebetulan.
campaign-progress-arm = • { $name }: { NUMBER($assigned) } orang, pesan sampai pada { NUMBER($reached) }
campaign-cancelled-view = Dihentikan sebelum masa ukurnya selesai, jadi tidak ada hasil.
campaign-control = Kelompok pembanding
campaign-arm-line =
    *{ $name }*: { NUMBER($acted) } dari { NUMBER($counted) } ({ $share }, selang { $low } sampai { $high }); pesan sampai pada { NUMBER($reached) }
campaign-difference = Beda dengan pembanding: *{ $difference } poin* (selang 95 %: { $low } sampai { $high })
campaign-needed = Kira-kira { NUMBER($estimate) } orang perlu diajak untuk satu tambahan ({ NUMBER($best) } sampai { NUMBER($worst) }).
campaign-verdict-helps = Terbukti membantu.
campaign-verdict-harms = Terbukti merugikan: tanpa pesan ini lebih banyak yang melakukannya.
campaign-verdict-not-proven = Belum terbukti: beda nol masih mungkin.
campaign-holm = Karena ada beberapa pesan, selangnya dilebarkan (koreksi Holm).
campaign-refused-assigned-ratio = *Hasil tidak dapat dipakai.* Isi kelompok bukan lagi seperti yang diundi, jadi beda apa pun tidak berarti. Periksa siapa yang mengubah penempatan.
campaign-refused-lost-people = *Hasil tidak dapat dipakai.* Dari satu kelompok jauh lebih banyak orang keluar dari daftar pegawai daripada dari kelompok lain.
campaign-refused-too-few = *Hasil tidak dapat dibaca.* Orang yang masih terhitung terlalu sedikit.
campaign-send-best = Kirim yang terbaik ke kelompok pembanding
campaign-best-on-its-way =
    { $count ->
       *[other] Pesan terbaik dikirim ke { $count } orang dari kelompok pembanding yang belum melakukannya.
    }
campaign-cancel = Hentikan
campaign-cancel-sure = Hentikan kampanye ini? Tidak ada pesan lagi, dan hasilnya tidak akan pernah dibaca.
campaign-cancel-yes = Ya, hentikan
campaign-now-cancelled = Kampanye dihentikan.
campaign-chart-subtitle = { $act }; { NUMBER($people) } orang
campaign-chart-axis = Bagian yang melakukannya, dalam persen, dengan selang kepercayaan
campaign-chart-alt = Grafik hasil kampanye { $title }: bagian yang melakukannya di setiap kelompok.
campaign-chart-helps = terbukti membantu
campaign-chart-harms = terbukti merugikan
campaign-chart-not-proven = belum terbukti
