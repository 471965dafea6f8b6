# Data seseorang: dilihat, dihapus.

command-dataku = lihat semua data tentang Anda
command-hapus = hapus data Anda

purpose-survey = survei kepuasan
purpose-cases = laporan
purpose-recovery = ditanya petugas

privacy-other-purposes =
    *Laporan.* Isi, berkas, dan percakapan dengan petugas disimpan sampai { $cases } hari setelah laporan ditutup. Petugas tidak melihat siapa Anda.
    *Nilai rendah.* Hanya jika Anda mengizinkan, petugas bisa bertanya lewat bot. Percakapannya disimpan { $recovery } hari.
    *Komentar* pada penilaian disimpan { $comments } hari.

    Lihat semuanya: /dataku · hapus: /hapus
privacy-withdraw-cases = Tarik izin laporan
privacy-withdraw-recovery = Tarik izin ditanya
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
    • Izin, bahasa, pesan, dan alamat obrolan Anda dihapus.
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
