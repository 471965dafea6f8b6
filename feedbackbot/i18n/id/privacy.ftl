# Data seseorang: dilihat, dihapus.

command-dataku = lihat semua data tentang Anda
command-hapus = hapus data Anda

purpose-survey = survei kepuasan
purpose-cases = laporan
purpose-recovery = ditanya petugas
purpose-forum = forum warga
purpose-marketing = kabar dan pengumuman kota

privacy-other-purposes =
    *Laporan.* Isi, berkas, dan percakapan dengan petugas disimpan sampai { $cases } hari setelah laporan ditutup. Petugas tidak melihat siapa Anda.
    *Nilai rendah.* Hanya jika Anda mengizinkan, petugas bisa bertanya lewat bot. Percakapannya disimpan { $recovery } hari.
    *Komentar* pada penilaian disimpan { $comments } hari.
    *Forum.* Suara dan pernyataan disimpan dengan nama samaran khusus forum; tidak ada yang bisa dikaitkan dengan nama atau penilaian Anda.

    Lihat semuanya: /dataku · hapus: /hapus
privacy-withdraw-cases = Tarik izin laporan
privacy-withdraw-recovery = Tarik izin ditanya
privacy-withdraw-forum = Tarik izin forum
privacy-withdraw-forum-question = Tarik izin forum? Semua suara Anda di forum dihapus dan pernyataan Anda tidak lagi terkait dengan Anda; ini tidak bisa dibatalkan.
privacy-withdraw-forum-sure = Ya, tarik dan hapus
privacy-withdraw-cases-question = Tarik izin laporan? Laporan yang sudah dikirim tetap ditangani, tetapi Anda ditanya lagi sebelum laporan berikutnya.
privacy-withdraw-recovery-question = Tarik izin ditanya petugas? Percakapan dengan petugas tentang nilai rendah Anda akan dihapus; ini tidak bisa dibatalkan.
privacy-withdraw-cases-sure = Ya, tarik izin
privacy-withdraw-recovery-sure = Ya, tarik dan hapus
privacy-purpose-withdrawn = Izin untuk { $purpose } sudah ditarik.

held-title = *Yang kami simpan tentang Anda*
held-address = • Alamat obrolan: { $channel } { $address }
held-language = • Bahasa: { $language }
held-consent = • { DATETIME($at, dateStyle: "medium") }: { $given ->
        [yes] setuju
       *[no] tidak setuju
    } untuk { $purpose } (versi { $version })
held-ratings = • Penilaian: { $n } (dengan nama samaran)
held-profile = • Data diri: { $profile }
held-cases = • Laporan: { $n }
held-case = { "  " }– { $number }, { $kind }, { DATETIME($at, dateStyle: "medium") }
held-forum = • Forum: { $votes } suara, { $n } pernyataan (dengan nama samaran)
held-statement = { "  " }– { $words }
held-others = • Catatan lain (pesan, keadaan obrolan, dan sebagainya): { $n } baris
held-file = Selengkapnya ada di berkas ini, apa adanya.

erase-button = 🗑 Hapus data saya
erase-see-first = Lihat dulu datanya
erase-sure = Ya, hapus semua
erase-preview =
    *Yang akan terjadi jika Anda menghapus data*

    • { $ratings } penilaian tetap dihitung, tetapi kaitannya dengan Anda, komentar, dan data diri dihapus.
    • { $cases } laporan: isi, berkas, dan percakapannya dihapus.{ $open ->
        [0] { "" }
       *[other] {" "}{ $open } yang masih berjalan ditarik.
    }
    • Izin, bahasa, pesan, dan alamat obrolan Anda dihapus.{ $chats ->
        [1] { "" }
       *[other] {" "}Ini berlaku untuk { $chats } obrolan Anda yang tersambung.
    }
    • Yang tersisa hanya tanda acak tanpa nama, supaya satu orang tetap satu suara dan batas percobaan tetap berlaku: kantor yang sudah Anda nilai baru bisa dinilai lagi dari obrolan ini setelah { $days } hari; tanda penyalahgunaan, jika ada, paling lama { $flag } hari.

    Ini tidak bisa dibatalkan. Lanjutkan?
erased-already = ✅ Data Anda sudah dihapus tadi; tidak ada lagi yang tersisa.
erase-holds-role = Anda masih memegang peran sebagai petugas atau admin. Mintalah peran itu dicabut dulu, lalu hapus data Anda.
erased =
    ✅ Data Anda sudah dihapus. { $kept ->
        [0] Tidak ada penilaian yang tersisa.
       *[other] { $kept } penilaian tetap dihitung, tanpa kaitan apa pun dengan Anda.
    }

    Alamat obrolan ini juga segera dilupakan, kecuali jika Anda menulis lagi.

command-sambung = pakai dua aplikasi obrolan sebagai satu orang

join-code =
    *Sambungkan obrolan ini dengan obrolan Anda di aplikasi lain*

    Buka asisten ini di aplikasi yang lain, ketik /sambung di sana, lalu ketik kode ini:

    *{ $code }*

    Kode berlaku 15 menit dan hanya sekali. Jangan berikan kepada orang lain.
join-link = Atau buka langsung di { $service }: { $link }
join-ask-code = Sudah punya kode dari aplikasi yang lain? Ketik kodenya di sini.
join-question =
    *Sambungkan obrolan ini dengan obrolan yang menunjukkan kode itu?*

    Keduanya menjadi satu orang: laporan, penilaian, undangan, dan tugas terbaca di keduanya, dan satu kantor tetap satu suara.

    Lanjutkan hanya jika *Anda sendiri* yang membuat kodenya. Jika orang lain yang memintanya, jangan: orang itu akan bisa membaca laporan Anda.
join-sure = Ya, keduanya obrolan saya
join-sure-short = Ya, milik saya
join-asked =
    Angka di sini: *{ $sign }*

    Sekarang buka { $service }. Di sana Anda ditanya sekali lagi; setujui hanya jika angkanya sama. Pertanyaannya berlaku 15 menit.
join-wrong-code = Kode itu tidak dikenal atau sudah tidak berlaku. Ketik /sambung di aplikasi yang lain untuk membuat kode baru.
join-later = Terlalu banyak percobaan. Silakan coba lagi setelah pukul { DATETIME($at, timeStyle: "short") }.
join-own-code = Kode itu dibuat oleh Anda sendiri, dan obrolan ini sudah tersambung.
join-same-service = Kode itu dari obrolan lain di aplikasi yang sama. Yang bisa disambungkan hanya obrolan di dua aplikasi yang berbeda.
join-two-employees = Kedua obrolan tertaut dengan dua pegawai yang berbeda. Lepas dulu salah satunya di /profil.
join-already = Kedua obrolan ini sudah tersambung. Lihat atau pisahkan: /sambung
join-too-late = Permintaan itu sudah dijawab atau sudah lewat 15 menit. Ketik /sambung untuk memulai lagi.
join-request =
    *Obrolan di { $service } ingin disambungkan dengan obrolan ini.*

    Di sana tertulis angka *{ $sign }*. Setujui hanya jika Anda sendiri yang memintanya dan melihat angka itu: siapa pun yang memegang obrolan itu akan membaca laporan Anda dan menjawab atas nama Anda.
join-agree = Ya, sambungkan
join-refuse = Tidak
join-refused-here = Baik, tidak disambungkan. Jika bukan Anda yang membuat kodenya, abaikan saja.
join-refused = Obrolan yang satunya menolak, jadi tidak ada yang disambungkan.
join-joined =
    ✅ Obrolan ini dan obrolan Anda di { $service } sekarang satu orang.{ $dropped ->
        [0] { "" }
       *[other] {" "}Kantor yang Anda nilai di keduanya dihitung satu kali: yang terbaru.
    }

    Memisahkannya lagi: /sambung
join-joined-there = ✅ Sudah tersambung: kedua obrolan Anda sekarang satu orang. Memisahkannya lagi: /sambung
join-places = *Obrolan Anda yang tersambung*
join-place = • { $service }, sejak { DATETIME($at, dateStyle: "medium") }{ $here ->
        [yes] {" "}(obrolan ini)
       *[no] { "" }
    }
join-part = Pisahkan { $service }
join-part-question =
    Pisahkan obrolan di { $service }?

    Di sana semuanya mulai dari awal. Laporan, penilaian, peran, dan tautan pegawai tetap di obrolan yang lain.
join-part-sure = Ya, pisahkan
join-parted = Obrolan di { $service } sudah dipisahkan. Jika bukan Anda yang memintanya, lihat /dataku di obrolan Anda.
