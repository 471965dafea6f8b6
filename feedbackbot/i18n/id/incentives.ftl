command-poin = poin Anda dan asalnya
command-peringkat = posisi Anda dan kantor Anda musim ini
command-lencana = lencana yang Anda raih
command-hadiah = penghargaan yang bisa Anda ajukan

incentives-only-staff = Poin dan lencana untuk pegawai yang sudah terhubung. Hubungkan diri dulu dengan kode dari BKPSDM.
incentives-only-admins = Keputusan ini wewenang admin program.

points-title = *{ NUMBER($points) } poin* pada triwulan { $quarter } tahun { $year }
points-season-end = Musim ini berjalan sampai { DATETIME($at, dateStyle: "long") }; lalu semua mulai dari awal lagi.
points-total = Seluruhnya sejak awal: { NUMBER($points) } poin
points-streak =
    { $months ->
        [0] Belum ada bulan belajar berturut-turut.
       *[other] Belajar { $months } bulan berturut-turut.
    } { $freezes ->
        [0] { "" }
       *[other] Cadangan jeda: { $freezes } bulan.
    }
points-latest = *Terakhir dicatat*
points-entry = • { DATETIME($at, dateStyle: "medium") }: { NUMBER($points) } – { $cause }
points-none-yet = Belum ada poin. Poin dicatat sendiri saat Anda hadir di pelatihan, lulus kursus, atau menjawab undangan tepat waktu.
points-cause-attended = hadir di pelatihan
points-cause-passed = lulus kursus
points-cause-answered-in-time = menjawab undangan tepat waktu
points-cause-helped-unit = ikut mengantar kantor mencapai targetnya
points-cause-taken-back = koreksi catatan kehadiran
points-new-badge = 🎖 Lencana baru: *{ $badge }*
points-see = Poin saya
points-to-board = Peringkat
points-to-badges = Lencana

board-title = *Peringkat musim ini*
board-not-in = Di sini Anda melihat beberapa rekan di atas dan di bawah Anda, dan mereka melihat Anda. Hanya yang ikut yang tampil; tidak ada daftar terbawah.
board-no-points-yet = Anda ikut. Begitu poin pertama musim ini tercatat, posisi Anda muncul di sini.
board-join = Saya ikut
board-leave = Saya tidak ikut lagi
board-line = { $place } { $name } · { NUMBER($points, maximumFractionDigits: 1) }
board-line-you = { $place } *{ $name } (Anda)* · *{ NUMBER($points, maximumFractionDigits: 1) }*
team-title = *Kantor Anda: { $unit }*
team-goal = { $learners } dari { $staff } pegawai sudah belajar musim ini; targetnya { $percent } dari 100.
team-no-points-yet = Belum ada kantor yang mengumpulkan poin musim ini.
team-goal-reached = Target kantor tercapai. Terima kasih!
team-too-small = Kantor dengan kurang dari lima pegawai tidak masuk peringkat, supaya poin seseorang tidak terbaca.
team-leaders = Tiga teratas: { $names }

badges-title =
    { $count ->
        [0] *Lencana:* belum ada
       *[other] *Lencana Anda:* { $count }
    }
badges-held = 🎖 *{ $badge }* – { DATETIME($at, dateStyle: "medium") }
badges-open = *Yang masih bisa diraih*
badges-how = • { $badge }: { $how }
badge-first-training = Langkah Pertama
badge-first-training-how = hadir di satu pelatihan
badge-first-course = Kursus Pertama
badge-first-course-how = lulus satu kursus
badge-steady = Tekun
badge-steady-how = belajar tiga bulan berturut-turut
badge-year-complete = Tahun Genap
badge-year-complete-how = mencapai 20 JP dalam setahun
badge-many-ways = Banyak Jalan
badge-many-ways-how = belajar lewat tiga bentuk yang berbeda
badge-team-player = Untuk Kantor
badge-team-player-how = ikut mengantar kantor mencapai targetnya

reward-title = *Penghargaan*
reward-see = Penghargaan
reward-letter-of-appreciation = surat apresiasi
reward-priority-for-next-training = prioritas untuk pelatihan berikutnya
reward-claim-letter-of-appreciation = Ajukan surat apresiasi ({ $season })
reward-claim-priority-for-next-training = Ajukan prioritas ({ $season })
reward-none-yet = Mulai { $priority } poin dalam satu musim Anda dapat mengajukan prioritas untuk pelatihan berikutnya, mulai { $letter } poin surat apresiasi. Mengajukan tidak mengurangi poin.
reward-line = • { $reward }, { $season }: { $state }
reward-state-claimed = menunggu keputusan
reward-state-granted = diberikan
reward-state-refused = tidak diberikan
reward-state-used = sudah dipakai
reward-claimed = Permohonan { $reward } sudah dikirim ke admin program. Anda akan dikabari.
reward-asked = *{ $name }* ({ $unit }) mengajukan *{ $reward }*: { $points } poin pada { $season }.
reward-grant = Berikan
reward-refuse = Tidak
reward-granted = Diberikan. Pegawainya sudah dikabari.
reward-refused = Tidak diberikan. Pegawainya sudah dikabari.
reward-none-waiting = Tidak ada permohonan yang menunggu.
reward-told-refused = Permohonan Anda untuk { $reward } ({ $season }) tidak dapat dipenuhi. Tanyakan alasannya kepada BKPSDM.
reward-told-letter-of-appreciation = Terima kasih atas kesungguhan Anda belajar pada { $season }. Ini surat apresiasi Anda.
reward-told-priority-for-next-training = Anda mendapat prioritas untuk satu daftar tunggu pelatihan. Kapan pun Anda menunggu kursi, pakai lewat /hadiah.
reward-use-priority = Maju di daftar tunggu: { $training }
reward-priority-used = Anda sekarang yang pertama di daftar tunggu *{ $training }*.
reward-letter-again = Surat apresiasi { $season }
reward-not-due = Penghargaan itu belum dapat diajukan, atau sudah pernah diajukan.
reward-unknown = Permohonan itu tidak ada.
reward-not-for-oneself = Permohonan Anda sendiri diputuskan oleh admin lain.
reward-decided-already = Permohonan itu sudah diputuskan.
reward-priority-no-use = Prioritas itu tidak dapat dipakai di sana lagi.

season-over = *Musim { $season } selesai.* Anda mengumpulkan { NUMBER($points) } poin. Musim baru mulai dari nol untuk semua.
season-over-rewards = Untuk itu ada { $count } penghargaan yang bisa Anda ajukan.

audit-action-reward-granted = memberikan penghargaan
audit-action-reward-refused = menolak penghargaan
