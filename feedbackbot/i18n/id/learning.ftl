# Kursus di obrolan.

command-belajar = belajar di obrolan, sedikit demi sedikit

menu-learning = 📘 Belajar di obrolan

learn-which = *Belajar di obrolan.* Kursus yang mana?
learn-none = Belum ada kursus saat ini.
learn-open = 📘 Mulai belajar
learn-lesson = *Materi { $number } dari { $count }: { $title }*
learn-next = Lanjut ›
learn-to-quiz = Ke kuis ›
learn-go-on = ▶️ Lanjutkan
learn-show-file = 📎 { $name }
learn-daily-harian = ⏰ Satu materi sehari
learn-daily-setop = ⏰ Berhenti diingatkan
learn-daily-off = Berhenti diingatkan
learn-daily-is-on = Baik: satu materi sehari, saya ingatkan tiap pagi.
learn-daily-is-off = Baik, saya tidak mengingatkan lagi. Anda bisa melanjutkan kapan saja.
learn-daily-reminder = 📘 *{ $title }*: materi { $lesson } menunggu Anda. Cukup beberapa menit.
learn-enough-today = Cukup untuk hari ini. Materi { $lesson } besok pagi, atau lanjutkan sekarang jika mau.
learn-ready =
    *Semua materi sudah dibaca.*

    Kuisnya { $questions } soal, lulus dengan { $percent }% benar. Kesempatan: { $tries } kali. Jika lulus Anda mendapat { $jp } JP.
learn-start-quiz = Mulai kuis
learn-read-again = Baca lagi dari awal
learn-quiz-resume = Kuis Anda berhenti di soal { $number } dari { $count }.
learn-passed-already = ✅ Anda sudah lulus *{ $title }* ({ $percent }%).
learn-out-of-tries = Kesempatan sudah habis ({ $tries } kali, terbaik { $percent }%). Hubungi BKPSDM jika ingin mencoba lagi.
learn-lessons-first = Baca dulu semua materinya.
learn-no-tries-left = Kesempatan mengerjakan kuis sudah habis.
learn-course-changed = Isi kursus ini baru saja diganti. Mulai lagi kuisnya dari menu; kesempatan Anda tidak berkurang.

quiz-question = Soal { $number } dari { $count }
quiz-right = ✅ Benar. { $explanation }
quiz-wrong =
    ❌ Belum tepat. Jawabannya: { $right }

    { $explanation }
quiz-already-answered = Soal itu sudah dijawab; jawaban pertama yang dihitung.
quiz-passed = 🎉 *Lulus!* { $right } dari { $questions } benar ({ $percent }%).
quiz-failed = Belum lulus: { $right } dari { $questions } benar ({ $percent }%). Kesempatan tersisa: { $tries }.
quiz-again = Baca lagi dan coba lagi

course-brought = Kursus *{ $title }* sudah masuk katalog: { $lessons } materi, { $questions } soal.
course-same = Isinya sama dengan sebelumnya; tidak ada yang berubah.
course-missing = Berkas yang masih harus dikirim: { $names }
course-complete = Semua gambar dan dokumen kursus sudah lengkap.
course-file-not-shown = “{ $name }” tidak disebut di kursus ini. Periksa nama berkasnya.
course-title-taken = Sudah ada pelatihan lain dengan judul itu.
course-line = { $file }, baris { $line }: { $problem }

audit-action-course-imported = memasukkan kursus
