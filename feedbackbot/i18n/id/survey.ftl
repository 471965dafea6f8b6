command-nilai = nilai pelayanan yang baru Anda terima

# Raise the version in feedbackbot/domain/people/consents.py when the meaning of this text changes.
consent-survey =
    *Sebelum mulai, izin Anda dulu*

    Pemerintah Kota { CITY() } menghitung kepuasan warga dari jawaban Anda (dasar: UU 27/2022 dan PermenPANRB 14/2017).

    • Yang disimpan: sembilan jawaban, saran, dan data diri singkat jika Anda mau mengisinya.
    • Disimpan dengan nama samaran sampai Anda menarik izin; petugas tidak tahu siapa yang menilai.
    • Pesan lewat server aplikasi obrolan, mungkin di luar negeri.
    • Anda boleh melihat, membetulkan, menghapus, atau menarik izin kapan saja: /privasi

    Setuju?
consent-agree = ✅ Setuju
consent-agree-also = ya
consent-refuse = Tidak
consent-refuse-also = tidak setuju
consent-read = Baca selengkapnya
consent-refused = Baik, tidak ada jawaban yang disimpan. Jika berubah pikiran, cukup ketik /nilai.

rating-which-unit = Kantor mana yang Anda datangi? *Ketik namanya atau layanannya* (misalnya “dukcapil” atau “ktp”), atau pilih:
rating-which-service = *{ $unit }*: layanan apa yang Anda urus?
rating-other-service = Layanan lain
rating-go-on-with = ▶️ Lanjutkan: { $unit } ({ $done }/9)
rating-go-on = ▶️ Lanjutkan penilaian
rating-resume = Anda sudah menjawab { $done } dari 9 pertanyaan tentang *{ $unit }*. Lanjutkan?
rating-resume-yes = ▶️ Lanjutkan
rating-resume-no = Mulai dari awal
rating-repeat = Anda sudah menilai *{ $unit }* pada { DATETIME($at, dateStyle: "long") }. Satu penilaian dihitung setiap { $days } hari, tetapi jawaban itu masih bisa Anda ubah.
rating-voice-counts = Penilaian Anda untuk kantor ini masih dihitung, walau tidak lagi terkait dengan obrolan ini. Satu orang satu suara: Anda bisa menilai kantor ini lagi mulai { DATETIME($at, dateStyle: "long") }.
rating-voice-counts-already = Penilaian Anda untuk kantor ini masih dihitung. Satu orang satu suara.
survey-voice-counts = Jawaban Anda untuk survei ini masih dihitung, walau tidak lagi terkait dengan obrolan ini. Satu orang satu suara: Anda bisa menjawab lagi mulai { DATETIME($at, dateStyle: "long") }.
survey-voice-counts-already = Jawaban Anda untuk survei ini masih dihitung. Satu orang satu suara.
rating-repeat-change = ✏️ Ubah jawaban

rating-question =
    { $place }
    { $progress }

    { $question }
rating-which-of-four = Yang mana dari empat ini yang paling cocok?
rating-words-noted = ✓ Dicatat: *{ $answer }*. Keliru? Ketuk “Kembali”.
ask-persyaratan = Apakah persyaratannya sesuai dengan layanan yang Anda urus?
ask-prosedur = Seberapa mudah prosedurnya?
ask-waktu = Seberapa cepat Anda dilayani?
ask-biaya = Bagaimana biayanya?
ask-produk = Apakah hasilnya sesuai dengan yang dijanjikan?
ask-kompetensi = Seberapa mampu petugasnya?
ask-perilaku = Bagaimana sikap petugasnya?
ask-pengaduan = Adakah tempat mengadu di sana, dan seberapa baik dikelola? Nilailah juga bila Anda tidak punya keluhan.
ask-sarana = Bagaimana ruang, alat, dan fasilitasnya?

# The standard's four labels; a short one where the label has more than 18 characters.
scale-persyaratan-1 = Tidak sesuai
scale-persyaratan-2 = Kurang sesuai
scale-persyaratan-3 = Sesuai
scale-persyaratan-4 = Sangat sesuai
scale-prosedur-1 = Tidak mudah
scale-prosedur-2 = Kurang mudah
scale-prosedur-3 = Mudah
scale-prosedur-4 = Sangat mudah
scale-waktu-1 = Tidak cepat
scale-waktu-2 = Kurang cepat
scale-waktu-3 = Cepat
scale-waktu-4 = Sangat cepat
scale-biaya-1 = Sangat mahal
scale-biaya-2 = Cukup mahal
scale-biaya-3 = Murah
scale-biaya-4 = Gratis
scale-produk-1 = Tidak sesuai
scale-produk-2 = Kurang sesuai
scale-produk-3 = Sesuai
scale-produk-4 = Sangat sesuai
scale-kompetensi-1 = Tidak kompeten
scale-kompetensi-2 = Kurang kompeten
scale-kompetensi-3 = Kompeten
scale-kompetensi-4 = Sangat kompeten
scale-perilaku-1 = Tidak sopan dan ramah
scale-perilaku-1-short = Tidak ramah
scale-perilaku-2 = Kurang sopan dan ramah
scale-perilaku-2-short = Kurang ramah
scale-perilaku-3 = Sopan dan ramah
scale-perilaku-4 = Sangat sopan dan ramah
scale-perilaku-4-short = Sangat ramah
# The standard says "Tidak ada", which people read as "I have no complaint"; its own label stands in the official report.
scale-pengaduan-1 = Tidak ada tempat mengadu
scale-pengaduan-1-short = Tak bisa mengadu
scale-pengaduan-2 = Ada tetapi tidak berfungsi
scale-pengaduan-2-short = Tidak berfungsi
scale-pengaduan-3 = Berfungsi kurang maksimal
scale-pengaduan-3-short = Kurang maksimal
scale-pengaduan-4 = Dikelola dengan baik
scale-pengaduan-4-short = Dikelola baik
scale-sarana-1 = Buruk
scale-sarana-2 = Cukup
scale-sarana-3 = Baik
scale-sarana-4 = Sangat baik
# Words that people type instead of any of the labels.
scale-also-1 = tidak puas, sangat buruk, jelek sekali
scale-also-2 = kurang puas, kurang baik, kurang
scale-also-3 = puas, bagus
scale-also-4 = sangat puas, sangat bagus, bagus sekali, mantap

rating-thanks = ✅ *Terima kasih!* Penilaian Anda untuk *{ $unit }* sudah masuk.
rating-changed = ✅ *Tersimpan.* Penilaian Anda untuk *{ $unit }* sudah diperbarui.
rating-standing = Indeks kepuasannya sekarang *{ NUMBER($ikm, minimumFractionDigits: 2) }* ({ $grade }), dari { $n } penilaian.
rating-change = ✏️ Ubah jawaban
rating-change-which = Jawaban mana tentang *{ $unit }* yang ingin Anda ubah?
rating-comment = Ada saran untuk *{ $unit }*? Tulis saja di sini. Jika tidak, lewati.
rating-comment-kept = Terima kasih, saran Anda sudah kami catat.
rating-comment-cut = Terima kasih, saran Anda sudah kami catat ({ $most } huruf pertama).
rating-profile =
    Sedikit tentang Anda ({ $progress }), hanya sekali, dan boleh dilewati.

    { $question }
profile-name-sex = Jenis kelamin
profile-sex = Jenis kelamin Anda?
profile-sex-female = Perempuan
profile-sex-male = Laki-laki
profile-name-age = Kelompok umur
profile-age = Umur Anda?
profile-age-to-19 = Sampai 19 tahun
profile-age-20-29 = 20–29 tahun
profile-age-30-39 = 30–39 tahun
profile-age-40-49 = 40–49 tahun
profile-age-50-59 = 50–59 tahun
profile-age-from-60 = 60 tahun ke atas
profile-name-education = Pendidikan
profile-education = Pendidikan terakhir Anda?
profile-education-none = Tidak sekolah
profile-education-sd = SD
profile-education-smp = SMP
profile-education-sma = SMA/SMK
profile-education-d3 = D3
profile-education-s1 = S1/D4
profile-education-s2 = S2
profile-education-s3 = S3
profile-name-occupation = Pekerjaan
profile-occupation = Pekerjaan Anda?
profile-occupation-pns = PNS/PPPK
profile-occupation-tni = TNI
profile-occupation-polri = Polri
profile-occupation-employee = Karyawan swasta
profile-occupation-self-employed = Wirausaha
profile-occupation-other = Lainnya
rating-closed = Selesai. Terima kasih, Anda ikut memperbaiki pelayanan di Kota { CITY() }. 🙏
rating-left = { $done } dari 9 jawaban Anda tentang *{ $unit }* tetap tersimpan. Anda bisa melanjutkannya kapan saja.

# Surveys beside the SKM
command-survei = survei lain: SPKP, SPAK
form-page-pernyataan = Seberapa sesuai dengan yang Anda alami?
form-intro-izin-lain = Jawaban Anda dipakai untuk menilai mutu layanan kantor ini (UU 27/2022). Disimpan tanpa nama, terpisah dari survei kepuasan.
survey-head = *{ $survey }*, { $unit }
survey-statement =
    *{ $survey }* · { $unit }
    { $progress }

    { $statement }
survey-gone = Survei itu tidak (lagi) ditanyakan kantor ini.
survey-refused = Baik, tidak ada yang disimpan.
survey-left = Tersimpan: { $done } jawaban yang sudah Anda beri.
survey-thanks = Terima kasih, jawaban Anda sudah masuk dan dihitung satu kali.
survey-send = Kirim jawaban
survey-answer = Jawab survei ini
survey-basis = { $n } orang, { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") }
survey-on-scale = Pada skalanya sendiri: { NUMBER($value, minimumFractionDigits: 2) } dari { $highest }.
survey-caption = Rata-rata setiap unsur, dari 1 sampai { $highest }
survey-mean = Rata-rata
survey-too-few = Baru { $n } orang menjawab; angkanya ditampilkan mulai dari { $least }.
survey-method = Cara menghitung
survey-rule = Rata-rata unsur menurut bobotnya, lalu dikali 100 dan dibagi { $highest }. Angka tinggi selalu berarti baik.
survey-not-skm = Ini bukan indeks kepuasan masyarakat (IKM). Dasar:
survey-others = Survei lain kantor ini
surveys-which-unit = Survei kantor mana? *Ketik namanya*, atau pilih:
surveys-of = *Survei selain SKM, { $unit }.* SKM selalu berjalan; yang lain hanya untuk kantor yang memerlukannya, misalnya yang membangun zona integritas.
surveys-on =
    *{ $name }*: berjalan, { $n } jawaban
    Isi: { $ask } · { $chats }
    Hasil: { $result }
surveys-off = { $name }: tidak ditanyakan
surveys-switch-on = Mulai { $survey }
surveys-switch-off = Hentikan { $survey }
surveys-paper = 🖨 { $survey } di kertas
surveys-made-kertas = Formulir kertas { $survey } untuk *{ $unit }* dan setiap loketnya, satu halaman masing-masing. Setelah diisi, ketik ke lembar isian lalu serahkan kepada pengelola server.
surveys-made-isian = Lembar isian { $survey } untuk *{ $unit }*. Pengelola server membacanya dengan import-survey-answers; berkas yang sama tidak dihitung dua kali.
survey-rows = { $rows } baris terbaca dan dihitung; yang sudah ada tidak dihitung dua kali.
survey-rows-dry = { $rows } baris terbaca; belum ada yang dihitung.
surveys-unknown = Survei itu tidak ada.
audit-action-survey-on = memulai survei
audit-action-survey-off = menghentikan survei
