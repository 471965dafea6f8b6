# Words that many conversations share.

language-name = Bahasa Indonesia
language-which = Bahasa apa yang Anda inginkan?
language-set = Baik, sekarang kita berbahasa Indonesia.
command-bahasa = ganti bahasa · change language

back = ‹ Kembali
skip = Lewati
skip-all = Lewati semua
finished = Selesai
opt-out-button = 🔕 Jangan kirim ini lagi
opt-out-short = 🔕 Jangan kirim lagi
to-menu = 🏠 Menu
to-rate = ⭐ Beri penilaian
to-result = 📊 Lihat hasil

grade-a = Sangat baik
grade-b = Baik
grade-c = Kurang baik
grade-d = Tidak baik

# The nine elements, short enough for a button.
element-persyaratan = Persyaratan
element-prosedur = Prosedur
element-waktu = Kecepatan
element-biaya = Biaya
element-produk = Hasil layanan
element-kompetensi = Kemampuan petugas
element-perilaku = Sikap petugas
element-pengaduan = Penanganan aduan
element-sarana = Sarana prasarana

unit-by-district = 📍 Menurut kecamatan
unit-which-district = Kecamatan yang mana?
unit-which = Yang mana? Anda juga bisa mengetik namanya.
unit-found = Yang cocok dengan “{ $words }”:
unit-not-found = Saya tidak menemukan “{ $words }”. Coba kata lain, misalnya “dukcapil” atau “ktp”, atau pilih di bawah.
unit-gone = Kantor itu tidak ada lagi dalam daftar kami. Silakan pilih yang lain.
service-not-found = Saya tidak menemukan layanan “{ $words }” di sini. Coba kata lain, atau pilih di bawah.
service-many-found = Yang mana yang Anda maksud: { $names }?
