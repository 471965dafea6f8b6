# What knocks where a day has passed since the person last wrote; approved by the chat service beforehand.

template-kasus-kabar = Ada kabar tentang laporan yang melibatkan Anda: { $about }. Ketuk Buka untuk membacanya.
template-darurat = Peringatan penting untuk warga: { $about }. Ketuk Buka untuk petunjuknya.
template-pelatihan-perubahan = Ada perubahan pada pelatihan Anda: { $about }. Ketuk Buka untuk membacanya.
template-pelatihan-hari-ini = Sesi pelatihan Anda berlangsung hari ini: { $about }. Ketuk Buka untuk waktu dan tempatnya.
template-pelatihan-pengingat = Pengingat untuk pelatihan yang Anda ikuti: { $about }. Ketuk Buka untuk membacanya.
template-pelatihan-undangan = Anda ditunjuk mengikuti pelatihan: { $about }. Ketuk Buka untuk menjawab undangan ini.
template-layanan-nilai = Anda baru saja memakai layanan kami: { $about }. Ketuk Buka untuk menilai kunjungan itu.
template-ringkasan = Ringkasan berkala yang Anda minta sudah siap: { $about }. Ketuk Buka untuk membacanya.
template-kabar-kota = Kabar dari kota: { $about }. Ketuk Buka untuk membaca selengkapnya.
template-dorongan = Saran untuk Anda: { $about }. Ketuk Buka untuk membaca selengkapnya.
template-open = Buka
template-stop = Berhenti
knock-nothing-waits = Kabar itu sudah Anda terima, atau sudah lewat waktunya.
