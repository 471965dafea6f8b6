# Kata-kata yang tidak menjawab pertanyaan: dimengerti, ditanyakan, atau diantar ke tempatnya.

heard-which = Maksud Anda…?
heard-which-then = Baik, bukan itu. Atau yang ini?
heard-not-that = Bukan itu
heard-not-that-said = tidak, tdk, bukan, bkn, gak, ga, nggak, enggak, salah, bukan semuanya
heard-sorry = Maaf, saya belum mengerti. Kata-kata Anda kami pakai tanpa nama untuk memperbaiki bot ini. Silakan pilih dari menu.
heard-files = 📎 { $n } berkas ikut terbawa.
heard-switch = Tadi Anda sedang { $behind }. Kata-kata Anda sepertinya untuk hal lain:
behind-nilai = menilai pelayanan
behind-lapor = menulis laporan
behind-forum = mengikuti forum
behind-belajar = belajar
behind-siarkan = menyusun siaran
behind-tiket = menulis ke petugas
behind-kasus = menjawab laporan warga
behind-daftar = menautkan akun pegawai
behind-hadir = mencatat kehadiran
behind-pelatihan_baru = membuat pelatihan
heard-switch-other = Pertanyaan saya yang tadi belum dijawab. Kata-kata Anda sepertinya untuk hal lain:
switch-stay-other = ↩️ Kembali ke yang tadi
switch-stay = ↩️ Lanjutkan { $behind }
switch-stay-short = ↩️ Lanjutkan
switch-complain = 📣 Simpan, buat laporan
switch-city = 📣 Simpan, buat laporan
switch-wish = 💡 Simpan, kirim usul
switch-forum = 🗣 Forum warga
switch-praise = 💚 Simpan, kirim pujian
switch-rate = ⭐ Nilai kantor lain
switch-status = 🗂 Laporan saya
switch-results = 📊 Lihat hasil
switch-hours = 🕑 Tanya jam buka
switch-requirements = 📋 Tanya syarat
switch-fee = 💵 Tanya biaya
switch-duration = ⏱ Tanya lama proses
switch-place = 📍 Tanya alamat
switch-human = 👤 Tulis ke petugas
switch-privacy = 🔒 Privasi
switch-language = 🌐 Ganti bahasa
switch-trainings = 🎓 Pelatihan
switch-credits = 📚 JP saya
switch-certificate = 📜 Sertifikat
switch-course = 📖 Belajar
switch-link = 🔗 Tautkan akun ASN
switch-broadcast = 📢 Siarkan pesan
switch-report = 📈 Laporan unit
switch-desk = 🗃 Meja laporan
switch-stop = ✋ Ya, berhenti
switch-help = ❓ Bantuan

aim-complain = 📣 Buat laporan
aim-city = 📣 Buat laporan
aim-wish = 💡 Usul (laporan)
aim-forum = 🗣 Forum warga
aim-praise = 💚 Sampaikan pujian
aim-praise-unit = 💚 Sampaikan pujian ke { $unit }
aim-rate = ⭐ Nilai pelayanan
aim-rate-unit = ⭐ Nilai { $unit }
aim-status = 🗂 Laporan saya
aim-results = 📊 Lihat hasil
aim-hours = 🕑 Jam buka
aim-requirements = 📋 Syarat dan cara
aim-fee = 💵 Biaya
aim-duration = ⏱ Lama proses
aim-place = 📍 Alamat
aim-human = 👤 Tulis ke petugas
aim-privacy = 🔒 Privasi
aim-language = 🌐 Ganti bahasa
aim-trainings = 🎓 Pelatihan
aim-credits = 📚 JP saya
aim-certificate = 📜 Sertifikat
aim-course = 📖 Belajar
aim-link = 🔗 Tautkan akun ASN
aim-broadcast = 📢 Siarkan pesan
aim-report = 📈 Laporan unit
aim-answering = ✉️ Jawab laporan warga
aim-desk = 🗃 Meja laporan
aim-greeting = 👋 Menyapa
aim-thanks = 🙏 Terima kasih
aim-goodbye = 👋 Pamit
aim-stop = ✋ Berhenti
aim-help = ❓ Bantuan
aim-small-talk = 💬 Mengobrol
aim-abuse = 😕 Kesal

danger =
    *Dalam bahaya? Telepon sekarang:*
    { $numbers }

    Obrolan ini tidak dijaga terus-menerus, jadi jangan menunggu jawaban di sini. Kalau sudah aman, Anda bisa melaporkannya.
danger-perhaps = 🚨 Ada bahaya sekarang? { $numbers }
danger-number = *{ $number }* { $what }
emergency-all = Darurat
emergency-police = Polisi
emergency-fire = Pemadam
emergency-ambulance = Ambulans
emergency-rescue = SAR
emergency-women-children = Kekerasan perempuan dan anak
danger-go-on = ↩️ Lanjutkan yang tadi

manners-greeting-salam = Waalaikumsalam, halo! Ada yang bisa dibantu? Tulis saja keperluan Anda, atau pilih:
manners-greeting = Halo! Ada yang bisa dibantu? Tulis saja keperluan Anda, atau pilih:
manners-thanks = Sama-sama, senang bisa membantu. Ada lagi?
manners-goodbye = Baik, sampai jumpa. Kapan saja perlu, tulis saja ke sini.
manners-small-talk = Saya bot layanan kota 😊 Saya bisa menerima laporan, penilaian, dan pertanyaan.
manners-abuse = { $times ->
    [0] Maaf kalau mengecewakan. Ceritakan apa yang salah, supaya bisa sampai ke petugas.
    [1] Baik, saya mengerti Anda kesal. Keluhannya bisa langsung dikirim ke petugas.
   *[other] Saya tetap di sini kalau Anda perlu.
}
manners-stop = Baik, tidak ada yang berjalan. Kapan saja perlu, tulis saja ke sini.

case-which-target = Laporan ini untuk kantor mana?
case-to-city-desk = 🏛 Meja pengaduan kota
case-other-office = 🔎 Kantor lain

info-topic-hours = Jam layanan
info-topic-requirements = Persyaratan
info-topic-fee = Biaya
info-topic-duration = Lama proses
info-topic-place = Alamat
info-title = *{ $topic }: { $unit }*
info-source = _Sumber: { $source }, { $at }_
info-unknown = { $topic } untuk { $unit } belum ada di data kami. Mau kami tanyakan ke kantornya? Pertanyaan Anda kami kirim apa adanya.
info-which-office = { $topic } itu belum ada di data kami. Mau kami tanyakan ke kantornya? Pertanyaan Anda kami kirim apa adanya.
info-ask-office = ❓ Tanyakan ke kantor

info-day = { $day ->
    [1] Senin
    [2] Selasa
    [3] Rabu
    [4] Kamis
    [5] Jumat
    [6] Sabtu
   *[7] Minggu
}: { $hours }

command-belum-paham = kata-kata warga yang belum dimengerti bot
unclear-none = Tidak ada kata-kata yang belum dimengerti.
unclear-title =
    *Belum dimengerti*
    { $unknown } tidak dimengerti, { $corrected } dibetulkan warga, dalam { $days } hari terakhir. Nama dan nomor sudah dibuang.
    Pilih satu untuk memberi tahu artinya:
unclear-meaning = Apa maksud kata-kata ini?
unclear-drop = 🗑 Buang
unclear-taught = Baik. Kata-kata seperti itu sekarang dimengerti.
unclear-dropped = Baik, sudah dibuang dari daftar.

command-ubah-info = tulis jam, alamat, syarat, biaya, dan lama layanan
fact-which-unit = Informasi kantor mana yang diubah? *Ketik namanya*, atau pilih:
fact-which-topic = *{ $unit }*: informasi apa?
fact-which-service = Untuk layanan apa?
fact-whole-unit = Semua layanan
fact-write = Tulis *{ $topic }* untuk { $unit }, paling banyak { $most } huruf. Untuk alamat, sertakan tautan petanya.
fact-remove = 🗑 Hapus yang sekarang
fact-removed = Sudah dihapus. Warga akan ditawari bertanya ke kantor.
fact-too-long = Tolong tulis antara 1 dan { $most } huruf.
fact-source = Dari mana informasi ini? Misalnya nomor peraturan atau standar pelayanan. Warga melihatnya bersama tanggal hari ini.
fact-kept = ✅ Disimpan. Warga yang bertanya langsung mendapat jawaban ini.
audit-action-phrase-taught = mengajari bot arti sebuah kalimat
audit-action-fact-changed = mengubah informasi layanan

## Jawaban pertanyaan warga, sebagai lembar

import-kind-info = 💬 Jawaban pertanyaan warga (Excel, CSV)
import-send-info = Kirim lembar jawaban (Excel, LibreOffice, atau CSV) dengan kolom kantor, layanan, hal, isi, sumber, dan tanggal. Lembar terlampir memuat jawaban yang berlaku sekarang: isi atau ubah, lalu kirim kembali. Pisahkan butir daftar dengan titik koma; tulis - untuk menghapus. Baris tanpa isi tidak mengubah apa pun, dan belum ada yang berubah sebelum Anda menyetujui hasilnya.
import-facts-plan =
    *Hasil pembacaan “{ $name }”* (belum ada yang berubah)

    Jawaban baru: { $new }
    Berubah: { $changed }
    Dihapus: { $gone }
    Tetap: { $unchanged }
    Baris yang ditolak: { $wrong }
import-facts-line = • { $about }, { $topic }: { $before } → { $after }
import-facts-nothing = Tidak ada yang perlu diubah: jawaban yang berlaku sudah sama dengan lembar ini.
import-facts-done = Jawaban untuk warga sudah diperbarui: { $new } baru, { $changed } berubah, { $gone } dihapus.
fact-sheet-name = Jawaban
fact-sheet-file = jawaban-untuk-warga.xlsx
fact-column-unit = Kantor
fact-column-service = Layanan
fact-column-topic = Hal
fact-column-text = Isi
fact-column-source = Sumber
fact-column-checked-on = Tanggal
fact-field-unit = kantor
fact-field-service = layanan
fact-field-topic = hal
fact-field-text = isi
fact-field-source = sumber
fact-field-checked-on = tanggal
fact-topic-unknown = yang dikenal: jam layanan, alamat, persyaratan, biaya, lama proses.
fact-day-ahead = tanggalnya belum tiba.
fact-said-twice = sudah dijawab di baris { $row }.
fact-unit-unknown = tidak ada kantor bernama “{ $words }”. Pakai nama atau kode seperti di lembar contoh.
fact-service-unknown = { $unit } tidak punya layanan “{ $words }”. Kosongkan bila berlaku untuk seluruh kantor.
