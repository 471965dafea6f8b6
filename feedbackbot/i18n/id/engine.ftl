# What the conversation engine itself says.

notice-old-button = Tombol itu sudah lewat. Ini pertanyaan yang sekarang.
notice-button-of-no-use = Tombol itu sudah lewat. Silakan mulai dari menu.
notice-tap-a-button = Saya belum mengerti. Ketuk salah satu tombol, atau ketik pilihannya.
notice-write-words = Tolong jawab dengan tulisan.
notice-not-usable = Yang itu tidak bisa saya pakai di sini.
notice-not-understood = Halo! Saya belum mengerti pesan itu. Silakan pilih di bawah ini.
notice-unknown-command = Perintah itu tidak ada. Ketik /bantuan untuk melihat yang bisa saya lakukan.
notice-edited = Pesan yang diubah tidak saya baca lagi. Tolong kirim jawabannya sebagai pesan baru.
notice-edited-late = Perubahan pada pesan lama tidak saya baca lagi.
notice-edit-taken = Perubahan pesan Anda sudah saya pakai.
notice-way-out = Kalau ingin berhenti, ketik *batal*.
stop-sure = Maksudnya batal? Anda menulis: “{ $words }”
stop-yes = Ya, berhenti
stop-no = Tidak, lanjutkan
open-something-else = Bukan, ini hal lain
open-new-report = 📣 Bukan, ini laporan baru
stop-is-answer = Itu jawaban saya
notice-foreign-contact = Itu nomor orang lain. Tolong bagikan nomor Anda sendiri lewat tombol di bawah.

cancelled = Baik, kita berhenti di sini.
nothing-to-cancel = Tidak ada yang sedang berjalan.
help =
    Ini yang bisa saya lakukan:

    { $commands }

    Anda juga bisa langsung mengetik nama kantor atau layanan yang Anda datangi, misalnya “dukcapil” atau “ktp”.
help-duty = *Untuk tugas Anda*
help-employee = *Untuk ASN*
help-citizen = *Untuk semua warga*
file-open = Buka berkas
file-once = Berkas ini dibuka lewat tautan: berlaku { $hours } jam dan hanya untuk satu kali unduh.
file-lasting = Berkas ini ada di tautan ini, berlaku { $days } hari.
file-page-title = Unduh berkas
file-page-once = { $name } hanya dapat diunduh satu kali. Unduh di ponsel atau komputer milik Anda sendiri.
file-page-button = Unduh sekarang
file-page-gone = Tautan ini sudah dipakai, habis waktunya, atau berkasnya sudah dihapus. Minta lagi di obrolan tempat tautan ini dikirim.
list-opener = Pilih
page-before = ‹ Sebelumnya
page-after = Berikutnya ›

command-mulai = buka menu
command-batal = berhenti dari yang sedang berjalan
command-bantuan = lihat semua perintah

file-not-made = _(Gambar atau berkasnya sedang tidak bisa dibuat. Silakan minta lagi nanti.)_
error-unexpected = Maaf, ada gangguan di pihak kami. Jawaban Anda sebelumnya aman. Silakan coba sebentar lagi.
notice-no-groups = Saya hanya bisa membantu lewat obrolan pribadi. Buka profil saya dan tekan Mulai. Sampai jumpa di sana!
as-table = ▦ Tampilkan sebagai tabel
table-goes-on = dan { $n } baris lagi
