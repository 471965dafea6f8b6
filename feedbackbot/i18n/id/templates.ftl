# What knocks where a day has passed since the person last wrote; approved by the chat service beforehand.

template-kasus-kabar = Ada kabar tentang laporan yang melibatkan Anda: { $about }. Ketuk Buka untuk membacanya.
template-kasus-petugas = Ada yang menunggu tindakan Anda sebagai petugas: { $about }. Ketuk Buka untuk membacanya.
template-darurat = Peringatan penting untuk warga: { $about }. Ketuk Buka untuk petunjuknya.
template-pelatihan-perubahan = Ada perubahan pada pelatihan Anda: { $about }. Ketuk Buka untuk membacanya.
template-pelatihan-hari-ini = Sesi pelatihan Anda berlangsung hari ini: { $about }. Ketuk Buka untuk waktu dan tempatnya.
template-pelatihan-pengingat = Pengingat untuk pelatihan yang Anda ikuti: { $about }. Ketuk Buka untuk membacanya.
template-pelatihan-undangan = Anda ditunjuk mengikuti pelatihan: { $about }. Ketuk Buka untuk menjawab undangan ini.
template-jadwal-perubahan =
    Ada perubahan pada pelatihan Anda.
    Pelatihan: { $pelatihan }
    Waktu: { $waktu }
    Tempat: { $tempat }
    Ketuk Buka untuk membaca apa yang berubah.
template-jadwal-hari-ini =
    Sesi pelatihan Anda berlangsung hari ini.
    Pelatihan: { $pelatihan }
    Waktu: { $waktu }
    Tempat: { $tempat }
    Ketuk Buka untuk jadwal lengkapnya.
template-jadwal-pengingat =
    Pengingat untuk pelatihan yang Anda ikuti.
    Pelatihan: { $pelatihan }
    Waktu: { $waktu }
    Tempat: { $tempat }
    Ketuk Buka untuk membacanya.
template-jadwal-undangan =
    Anda ditunjuk mengikuti sebuah pelatihan.
    Pelatihan: { $pelatihan }
    Waktu: { $waktu }
    Tempat: { $tempat }
    Ketuk Buka untuk menjawab undangan ini.
template-layanan-nilai = Anda baru saja memakai layanan kami: { $about }. Ketuk Buka untuk menilai kunjungan itu.
template-ringkasan = Ringkasan berkala yang Anda minta sudah siap: { $about }. Ketuk Buka untuk membacanya.
template-kabar-kota = Kabar dari kota: { $about }. Ketuk Buka untuk membaca selengkapnya.
template-dorongan = Saran untuk Anda: { $about }. Ketuk Buka untuk membaca selengkapnya.
template-open = Buka
template-stop = Berhenti
knock-nothing-waits = Kabar itu sudah Anda terima, atau sudah lewat waktunya.

command-biaya = lihat biaya pesan dan keadaan templat
cost-title = *Pesan berbayar sejak { $since }:* { $n }, kira-kira Rp{ $rupiah }
cost-category = • { $category }: { $n }
cost-of-service = percakapan
cost-of-utility = pemberitahuan
cost-of-marketing = kabar dan ajakan
cost-ceiling = Batas bulan ini: { $ceiling } pesan; setelah itu hanya yang mendesak dikirim.
cost-waiting = ⏳ { $n } menunggu: { $why }
waits-window-knocked = warga belum membuka
waits-window-template = templat belum bisa dipakai
waits-window-people = jatah orang hari ini habis
waits-window-ceiling = batas bulan ini tercapai
waits-window-no-consent = warga belum meminta kabar
templates-title = *Templat*
templates-line = { $name } { $language }: { $status }, { $category }
