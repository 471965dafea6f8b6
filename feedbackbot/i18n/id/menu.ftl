menu =
    *Asisten layanan Kota { CITY() }*

    Baru saja dari kantor pemerintah, puskesmas, atau kantor camat? Ceritakan pelayanannya: cukup satu menit.

    Ketik nama kantornya (misalnya “dukcapil”), atau pilih:
menu-rate = ⭐ Nilai pelayanan
menu-results = 📊 Lihat hasil
menu-language = 🌐 Bahasa · Language
menu-privacy = 🔒 Privasi
menu-not-understood = Saya belum mengerti. Ketik nama kantor atau layanannya, atau pilih di bawah.

command-privasi = data apa yang disimpan tentang Anda
privacy =
    *Data Anda dan survei kepuasan*
    _Pemberitahuan versi { $version }_

    *Siapa.* Pemerintah Kota { CITY() } menjalankan survei ini untuk menilai pelayanan publiknya.
    *Dasar.* Persetujuan Anda (UU 27/2022 tentang Pelindungan Data Pribadi) dan kewajiban survei kepuasan (PermenPANRB 14/2017).
    *Untuk apa.* Menghitung indeks kepuasan tiap kantor dan memperbaiki yang lemah. Bukan untuk yang lain.
    *Data apa.* Sembilan jawaban, kantor dan layanan, waktu, saran yang Anda tulis, serta jenis kelamin, kelompok umur, pendidikan, dan pekerjaan jika Anda mau mengisinya. Untuk mengobrol kami menyimpan nomor akun obrolan dan pilihan bahasa Anda.
    *Siapa yang melihat.* Penilaian disimpan dengan nama samaran, terpisah dari akun Anda. Petugas melihat angka dan saran, bukan siapa yang memberi. Jangan tulis nama atau nomor di dalam saran.
    *Berapa lama.* Data diri dan kaitannya dengan akun Anda disimpan sampai Anda menarik persetujuan. Setelah itu angka penilaian tetap dihitung, tanpa kaitan apa pun dengan Anda.
    *Di luar negeri.* Pesan lewat aplikasi obrolan, yang servernya mungkin berada di luar Indonesia.
    *Hak Anda.* Melihat, membetulkan, menghapus, dan menarik persetujuan kapan saja.
privacy-withdraw = Tarik persetujuan
privacy-withdraw-question =
    Jika persetujuan ditarik, saran dan data diri Anda dihapus, dan kaitan penilaian dengan akun Anda diputus. Angkanya tetap dihitung, sehingga kantor yang sama baru bisa Anda nilai lagi setelah { $days } hari. Ini tidak bisa dibatalkan.

    Lanjutkan?
privacy-withdraw-sure = Ya, tarik dan hapus
privacy-withdrawn =
    Persetujuan Anda sudah ditarik, dan data survei Anda sudah dihapus. { $kept ->
        [0] Tidak ada penilaian yang tersisa.
       *[other] { $kept } penilaian tetap dihitung, tanpa kaitan dengan Anda.
    }

# Beranda tiap peran: judul, tugas hari ini, tombol untuk semua kewajiban.

home-head-line = *Beranda { $role }*
home-head-line-unit = *Beranda { $role }* · { $unit }
home-nothing-waits = Tidak ada yang menunggu Anda sekarang. ✅
home-choose = Pilih di bawah, atau ketik saja maksud Anda.
home-own-cases = *Laporan Anda yang masih berjalan:*
home-own-case = • { $number }: { $state }
home-switch = 🔁 Ganti peran
home-which = Sebagai siapa Anda mau memakai asisten ini sekarang?
home-group = Apa yang mau Anda lakukan?
home-superadmin = superadmin
home-programme-admin = admin program
home-head = kepala unit
home-unit-admin = admin unit
home-officer = petugas aduan
home-trainer = pelatih
home-employee = pegawai
home-as-superadmin = 👤 Superadmin
home-as-programme-admin = 👤 Admin program
home-as-head = 👤 Kepala unit
home-as-unit-admin = 👤 Admin unit
home-as-officer = 👤 Petugas aduan
home-as-trainer = 👤 Pelatih
home-as-employee = 👤 Pegawai
home-as-citizen = 👤 Warga

task-cases-overdue = 🔴 *{ $n }* laporan lewat tenggat
task-cases-today = 🟠 *{ $n }* laporan harus dijawab hari ini
task-cases-new = 📥 *{ $n }* laporan belum ada yang menangani
task-low-scores = 🔔 *{ $n }* nilai rendah belum dibereskan
task-statements = 📝 *{ $n }* pernyataan forum menunggu diperiksa
task-consents = ✋ *{ $n }* pegawai menunggu izin Anda untuk ikut pelatihan
task-approvals = 📝 *{ $n }* siaran menunggu persetujuan Anda
task-broadcasts-overdue = ⏰ *{ $n }* siaran terlambat, menunggu keputusan Anda
task-imports = 📂 *{ $n }* berkas sudah dibaca, menunggu keputusan Anda
task-claims = 🎁 *{ $n }* permintaan penghargaan menunggu
task-sessions = 🧾 *{ $n }* sesi pelatihan yang kehadirannya belum lengkap
task-invitations = ✉️ *{ $n }* undangan belum Anda jawab
task-courses = 📘 *{ $n }* kursus belum selesai
task-drafts = ✏️ *{ $n }* naskah siaran belum dikirim
task-questions = ❗ *{ $n }* laporan Anda menunggu jawaban Anda
task-rating = ⏳ Penilaian *{ $name }* belum selesai: { $n } dari 9 sudah dijawab
task-do-cases-overdue = 🔴 Lewat tenggat ({ $n })
task-do-cases-today = 🟠 Hari ini ({ $n })
task-do-cases-new = 📥 Baru ({ $n })
task-do-low-scores = 🔔 Nilai rendah ({ $n })
task-do-statements = 📝 Periksa forum ({ $n })
task-do-consents = ✋ Izin pegawai ({ $n })
task-do-approvals = 📝 Setujui siaran ({ $n })
task-do-broadcasts-overdue = ⏰ Siaran telat ({ $n })
task-do-imports = 📂 Periksa berkas ({ $n })
task-do-claims = 🎁 Penghargaan ({ $n })
task-do-sessions = 🧾 Kehadiran ({ $n })
task-do-invitations = ✉️ Undangan ({ $n })
task-do-courses = 📘 Lanjut kursus ({ $n })
task-do-drafts = ✏️ Naskah ({ $n })
task-do-questions = ❗ Jawab ({ $n })
task-do-rating = ⏳ Lanjutkan menilai

duties-laporan = 🗂 Laporan warga
duties-hasil = 📊 Hasil dan loket
duties-forum = 🗣 Forum warga
duties-pesan = 📢 Siaran, ajakan
duties-latih = 🎓 Pelatihan
duties-orang = 👥 Orang dan data
duties-asisten = 🤖 Asisten ini
duty-kasus = 🗂 Meja laporan
duty-piket = 📅 Piket
duty-jawaban = 💬 Jawaban siap
duty-batas = ⏱ Batas hari
duty-tindaklanjut = 🛠 Umumkan perbaikan
duty-perbaikan = 📈 Perbaikan
duty-laporan = 📊 Laporan hasil
duty-terbitkan = 📰 Terbitkan hasil
duty-poster = 🖼 Poster loket
duty-kios = 🖥 Layar loket
duty-survei = 📋 Survei lain
duty-forum-baru = ➕ Topik forum baru
duty-forum-moderasi = 🗣 Atur forum
duty-siarkan = 📢 Tulis siaran
duty-siaran = 📨 Semua siaran
duty-kampanye = 🧪 Ajakan terukur
duty-pelatihan = 🎓 Pelatihan
duty-pelatihan-baru = ➕ Pelatihan baru
duty-undang = ✉️ Undang pegawai
duty-hadir = 🧾 Kehadiran
duty-rekap = 🧮 Rekap JP
duty-tabel-jp = 📐 Tabel JP
duty-hadiah = 🎁 Penghargaan
duty-peran = 👥 Peran
duty-impor = 📂 Kirim berkas
duty-kode = 🔑 Kode pegawai
duty-audit = 🧾 Catatan tindakan
duty-ubah-info = ✏️ Ubah info layanan
duty-belum-paham = ❓ Belum dipahami
duty-biaya = 💰 Biaya pesan
duty-kunci-api = 🔌 Kunci API
duty-tim = 👥 JP pegawai unit
duty-belajar = 📘 Belajar di sini
duty-jp = 📈 JP saya
duty-poin = ⭐ Poin saya
duty-peringkat = 🏅 Peringkat
duty-lencana = 🎖 Lencana
duty-profil = 🪪 Data pegawai saya
task-externals = 📜 *{ $n }* sertifikat dari luar menunggu diperiksa
task-do-externals = 📜 Sertifikat ({ $n })
duty-sertifikat = 📜 Sertifikat luar
