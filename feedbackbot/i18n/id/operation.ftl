# Keadaan asisten: dibaca oleh superadmin.

command-status = lihat keadaan asisten ini
duty-status = Keadaan asisten
status-see = Lihat keadaan
status-well = ✅ *Semua berjalan baik.*
status-wrong = ⚠️ *Ada yang tidak beres:*
status-waiting = *Yang menunggu*
status-nothing = Tidak ada.
status-updates = Pesan warga yang belum dijawab: { NUMBER($count) }, tertua sejak { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-due-reply = Jawaban yang belum terkirim: { NUMBER($count) }, sejak { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-due-reminder = Pengingat dan kabar yang belum terkirim: { NUMBER($count) }, sejak { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-due-bulk = Siaran dan undangan yang belum terkirim: { NUMBER($count) }, sejak { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-held = ⏸ Ditahan sejak pemulihan cadangan: { NUMBER($count) } pesan. Petugas server menentukan: _bot.py restore --resume_ (kirim) atau _--drop_ (jangan kirim).
status-failed = *Yang gagal dalam 24 jam*
status-dead = Pesan warga yang tidak dapat diolah: { NUMBER($count) }
status-rejected = Pesan yang ditolak layanan chat: { NUMBER($count) }
status-unknown = Pesan yang tidak jelas sampai atau tidak: { NUMBER($count) }
status-jobs = Pekerjaan berkala yang terakhir gagal: { $names }
status-backup = *Cadangan*
status-backup-made = Terakhir: { DATETIME($at, dateStyle: "medium", timeStyle: "short") }, { NUMBER($size, maximumFractionDigits: 1) } MB
status-backup-none = Tidak dijadwalkan (FEEDBACKBOT_BACKUP_FOLDER kosong).
status-backup-not-yet = Belum ada; malam ini yang pertama.
status-backup-failed = ❌ Yang terakhir gagal: { $problem }
status-trial-good = Diuji { DATETIME($at, dateStyle: "medium", timeStyle: "short") }: dapat dipulihkan, berisi { NUMBER($people) } orang dan { NUMBER($ratings) } penilaian.
status-trial-bad = ❌ Diuji { DATETIME($at, dateStyle: "medium", timeStyle: "short") }: tidak dapat dipulihkan ({ $problem })
status-installation =
    *Pemasangan*
    Versi { $release }, { $database } (skema { $revision }), { NUMBER($processes) } proses, sisa disk { NUMBER($free, maximumFractionDigits: 1) } GB

## Peringatan
trouble-began =
    ⚠️ *Sudah { NUMBER($minutes) } menit ada yang tidak beres*
    { $what }

    { $todo }
trouble-over = ✅ *Sudah beres:* { $what }
trouble-nothing-sent = Pesan menunggu, tetapi tidak ada yang terkirim.
trouble-nothing-sent-todo = Periksa sambungan internet server dan jalankan _bot.py doctor_.
trouble-refused = Layanan chat menolak pesan kita.
trouble-refused-todo = Jalankan _bot.py doctor_; alasannya ada di catatan log.
trouble-dead-updates = Ada pesan warga yang tidak dapat diolah.
trouble-dead-updates-todo = Simpan catatan log, lalu beri tahu pengembang.
trouble-backup-late = Cadangan terakhir sudah terlalu lama.
trouble-backup-late-todo = Jalankan _bot.py backup --tonight_ dan baca pesannya.
trouble-backup-bad = Cadangan terakhir atau ujiannya gagal.
trouble-backup-bad-todo = Alasannya ada di /status; setelah diperbaiki jalankan _bot.py backup --tonight_.
trouble-disk = Disk server hampir penuh.
trouble-disk-todo = Kosongkan: cadangan dan log lama lebih dulu. Kalau penuh, asisten berhenti menjawab.
