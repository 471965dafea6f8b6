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
role-line = • { $who }: { $role } (sejak { DATETIME($at, dateStyle: "medium") })
role-person = Orang #{ $id }
role-give = ➕ Beri peran
role-withdraw = Cabut: { $who }
role-withdraw-question = Cabut peran *{ $role }* dari *{ $who }*? Berlaku seketika.
role-withdraw-sure = Ya, cabut
role-withdrawn = Peran { $role } dari { $who } sudah dicabut.
role-which = Peran apa yang diberikan?
role-which-unit = Untuk kantor mana? *Ketik namanya*, atau pilih:
role-whose = Untuk siapa? Tulis namanya, supaya Anda mengenalinya dalam daftar.
role-code =
    Kode untuk *{ $who }* ({ $role }):

    /admin { $code }

    Minta dia mengirim baris itu ke asisten ini dalam 24 jam. Kodenya hanya berlaku sekali; jangan kirim ke orang lain.
roles-suspended = *{ $name }* tidak ada lagi di data pegawai, jadi perannya ditangguhkan: { $roles }. Jika ini keliru, kembalikan dengan tombol di bawah.
role-restore = Kembalikan: { $role }
role-restored = Peran { $role } berlaku lagi.
role-accept-question = Tautan itu memberi obrolan ini peran *{ $role }*. Terima?
role-accept-sure = Ya, terima
role-accepted = Peran Anda sekarang: *{ $role }*. Perintah baru Anda ada di /bantuan.
role-needs-unit = Peran itu perlu kantor, atau justru tidak boleh.
role-not-yours-to-give = Peran itu bukan wewenang Anda.
role-gone-already = Peran itu sudah dicabut.
role-last-superadmin = Ini superadmin terakhir. Beri peran itu kepada orang lain dulu.

audit-title = *Catatan tindakan admin*
audit-empty = Belum ada tindakan yang dicatat.
audit-older = Yang lebih lama ›
audit-command-line = baris perintah
audit-entry = { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · { $who }: { $action } ({ $subject })
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
