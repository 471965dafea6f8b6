# JP, sertifikat, evaluasi, tim, dan rekap.

command-jp = lihat JP dan sertifikat Anda
command-tim = lihat JP pegawai unit Anda
command-rekap = rekap JP seluruh kota
command-tabel-jp = lihat atau ubah tabel JP

to-jp = 📈 JP saya
jp-title = *JP Anda tahun { $year }*
jp-pns-missing = *{ $total } dari { $target } JP.* Tinggal { $missing } JP lagi.
jp-pns-reached = *{ $total } dari { $target } JP.* Target tahun ini tercapai 🎉
jp-pppk = *{ $total } JP*{ $counted ->
    [0] { "" }
   *[other] {" "}(dihitung { $counted })
}
jp-pppk-full = Paling banyak { $ceiling } JP yang dihitung dalam setahun.
jp-nothing-yet = Belum ada pelatihan yang tercatat.
jp-entry = • { DATETIME($at, dateStyle: "medium") }: { $jp } JP, { $title }
jp-more-entries = … dan { $count } lagi
jp-certificates = 📜 Sertifikat ({ $count })
jp-which-certificate = Sertifikat yang mana?

training-completed = 🎉 Anda menyelesaikan *{ $title }* dan mendapat *{ $jp } JP*. Sertifikatnya sudah ada. Bagaimana pelatihannya? Lima ketukan saja.
certificate-button = 📜 Sertifikat
certificate-here = Sertifikat Anda untuk *{ $title }*.
certificate-none = Sertifikat itu tidak ada.
certificate-government = Pemerintah Kota { -city }
certificate-heading = Sertifikat
certificate-number = Nomor { $number }
certificate-given-to = diberikan kepada
certificate-for-what = yang telah menyelesaikan pelatihan
certificate-counts = dengan { $jp } jam pelajaran (JP)
certificate-place-and-date = { -city }, { DATETIME($at, dateStyle: "long") }
certificate-issuer = Badan Kepegawaian dan Pengembangan Sumber Daya Manusia
certificate-check = Periksa keasliannya

verify-title = Periksa sertifikat
verify-ask = Kode pada sertifikat:
verify-button = Periksa
verify-genuine = Sertifikat ini asli.
verify-withdrawn = Sertifikat ini pernah diterbitkan, tetapi sudah ditarik.
verify-unknown = Tidak ada sertifikat dengan kode ini.
verify-mistyped = Kode ini salah ketik. Kode sertifikat terdiri atas 12 huruf dan angka.
verify-number = Nomor
verify-name = Nama
verify-training = Pelatihan
verify-day = Selesai
verify-on = { DATETIME($at, dateStyle: "long") }

evaluate-button = ⭐ Beri evaluasi
evaluate-question =
    *{ $title }* · { $number }/{ $count }

    { $question }
evaluate-content = Apakah materinya berguna bagi tugas Anda?
evaluate-trainer = Apakah pelatihnya menjelaskan dengan baik?
evaluate-organisation = Apakah waktu dan tempatnya diatur dengan baik?
evaluate-usefulness = Apakah Anda akan memakainya dalam pekerjaan?
evaluate-recommend = Apakah Anda menyarankannya kepada rekan?
evaluate-answer-1 = Tidak
evaluate-answer-2 = Kurang
evaluate-answer-3 = Ya
evaluate-answer-4 = Sangat
evaluate-thanks = Terima kasih! Pendapat Anda membantu memperbaiki pelatihan berikutnya.
evaluate-done-already = Evaluasi Anda sudah lengkap. Terima kasih!
evaluate-not-yours = Evaluasi itu bukan untuk Anda.

jp-team-which = Unit yang mana?
jp-team-none = Anda belum tercatat sebagai kepala unit.
jp-team-not-yours = Itu bukan unit Anda.
jp-team-title = *{ $unit }*: { $people } pegawai
jp-team-reached = PNS yang mencapai { $target } JP: { $reached } dari { $pns }
jp-team-member = { $mark } { $name }: { $jp } JP{ $linked }
jp-team-not-linked = , belum tertaut

recap-empty = Data pegawai masih kosong. Kirim dengan /impor.
recap-text =
    *Rekap JP { $year }*

    Pegawai aktif: { $people }, tertaut: { $linked }
    Jumlah JP: { $jp }
    PNS yang mencapai target: { $reached } dari { $pns }
recap-to-workbook = 📊 Lembar kerja (XLSX)
recap-workbook-ready = Rekap lengkap per kantor dan per pegawai.
recap-title = Rekap JP { $year }
recap-subtitle = Target PNS { $target } JP setahun; PPPK tidak punya target
recap-alt = Tabel JP { $year } dari { $units } kantor, jumlah { $jp } JP, target PNS { $target } JP
recap-no-unit = Kantor belum dikenal
recap-other-units = { $count } kantor lain
recap-all = Seluruh kota
recap-column-unit = Kantor
recap-column-pns = PNS
recap-column-pppk = PPPK
recap-column-linked = Tertaut
recap-column-jp = JP
recap-column-reached = Tercapai
recap-column-nip = NIP
recap-column-name = Nama
recap-column-kind = Status
recap-column-rank = Golongan
recap-column-target = Target
recap-sheet-units = Kantor
recap-sheet-people = Pegawai

jp-table-which = *Tabel JP.* Bentuk mana yang ingin Anda lihat atau ubah?
jp-table-rule =
    *{ $code } { $name }*
    Aturan sekarang: { $rule }

    Ketik aturan baru, misalnya “1 hari = 4 JP”, “maks 2 JP per hari”, atau “sesuai JP”.
jp-table-changed = Aturan { $code } sekarang: { $rule }
jp-form-unknown = Bentuk itu tidak ada di tabel JP.

audit-action-jp-form-changed = mengubah tabel JP
audit-action-jp-corrected = membetulkan JP seorang pegawai
