menu =
    *Asisten layanan Kota { -city }*

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

    *Siapa.* Pemerintah Kota { -city } menjalankan survei ini untuk menilai pelayanan publiknya.
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
