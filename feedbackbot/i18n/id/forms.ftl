# A form, asked at once: on a page, a screen, paper, or in a chat app that can show one.
form-skm = Survei kepuasan masyarakat
form-page-izin = Izin Anda
form-page-layanan = Layanan
form-page-unsur = Sembilan pertanyaan
form-page-komentar = Saran
form-page-profil = Tentang Anda
form-intro-izin = Pemerintah Kota { -city } menghitung kepuasan warga dari jawaban Anda (UU 27/2022, PermenPANRB 14/2017). Disimpan tanpa nama; petugas tidak tahu siapa yang menilai.
form-intro-profil = Boleh dilewati.
form-consent = Saya setuju jawaban saya dipakai untuk itu
form-which-service = Layanan apa yang Anda urus?
form-comment = Ada saran? (boleh dilewati)

form-not-a-choice = Pilihan itu tidak ada lagi. Pilih salah satu yang tertera.
form-needs-consent = Tanpa izin Anda, jawaban tidak boleh kami simpan.
form-needs-choice = Pilih salah satu.
form-needs-scale = Pilih salah satu.
form-needs-text = Isi dulu.
form-no-answers = Jawab dulu setidaknya satu pertanyaan.
form-too-old = Formulir itu sudah terlalu lama. Ini yang baru:
form-had-come = Formulir ini sudah kami terima. Penilaian Anda untuk *{ $unit }* dihitung satu kali.

rating-form =
    *{ $unit }*: bagaimana pelayanan yang baru Anda terima?

    Isi sembilan pertanyaan sekaligus, kira-kira satu menit. Atau ketik *satu per satu* jika ingin ditanya bergantian.
rating-form-open = Isi penilaian
rating-one-by-one = Satu per satu
rating-one-by-one-also = tanya satu per satu
rating-form-half = { $done } dari 9 jawaban sudah tersimpan. Tinggal sisanya:
