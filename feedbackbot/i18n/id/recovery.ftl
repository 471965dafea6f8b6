# Setelah nilai rendah, dan "Anda bilang, kami kerjakan".

recovery-alert = 🔔 *Nilai rendah di { $unit }*: { $elements } (indeks { NUMBER($ikm, minimumFractionDigits: 2) }). Mungkin orangnya masih di loket.
recovery-comment = 🔔 Komentar untuk nilai rendah di { $unit } ({ $elements }, indeks { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-agreed = 🙋 Warga yang memberi nilai rendah di { $unit } ({ $elements }, indeks { NUMBER($ikm, minimumFractionDigits: 2) }) bersedia ditanya.
recovery-citizen-writes = ✍️ Warga membalas tentang nilai rendah di { $unit } ({ $elements }, indeks { NUMBER($ikm, minimumFractionDigits: 2) }):
recovery-service = Layanan: { $service }
recovery-open = 🔎 Buka
recovery-reply = 💬 Balas
recovery-settle = ✅ Sudah dibereskan
recovery-settled = Dicatat. Jika warga bersedia ditanya, ia diminta menilai sekali lagi.
recovery-is-settled = ✅ Sudah dibereskan.
recovery-second = Nilai kedua, { $element }: *{ $answer }*
recovery-not-agreed = Warga ini belum mengizinkan petugas bertanya.
recovery-write = Tulis pesan Anda. Warga tidak melihat siapa Anda, Anda tidak melihat siapa warga. Foto boleh disertakan.
recovery-reply-sure = Kirim ini kepada warga yang memberi nilai? Ia tidak melihat siapa Anda.
recovery-written = ✅ Terkirim ke warga.

recovery-offer =
    Maaf pelayanannya belum baik. Petugas di sana sudah diberi tahu, tanpa nama Anda.

    Bolehkah petugas bertanya kepada Anda lewat obrolan ini? Nama dan nomor Anda tetap tidak terlihat.
recovery-agree = 🙋 Ya, boleh
recovery-agreed-thanks = Terima kasih. Jika petugas bertanya, pesannya muncul di sini.
recovery-over = Itu sudah selesai.
recovery-reply-too-late = Petugas sudah menyatakan hal itu selesai, jadi pesan Anda tadi tidak diteruskan. Jika masih ada masalah, ketik /lapor.
recovery-told = Petugas *{ $unit }* menulis tentang penilaian Anda:
recovery-citizen-write = Tulis balasan Anda. Nama dan nomor Anda tidak terlihat. Foto boleh disertakan.
recovery-citizen-written = Terkirim ke petugas.
recovery-settled-told = *{ $unit }* menyatakan masalahnya sudah dibereskan. Bagaimana sekarang menurut Anda? Jawaban pertama Anda tetap tercatat apa adanya.
recovery-rate-again = ⭐ Nilai sekali lagi
recovery-better = *{ $element }*, sekarang: { $question }
recovery-second-thanks = Terima kasih, kata Anda sudah kami catat.

command-tindaklanjut = umumkan perbaikan yang sudah dilakukan
follow-up-which-unit = Perbaikan di kantor mana?
follow-up-which-element = Perbaikan ini tentang apa?
follow-up-what = Apa yang sudah diperbaiki ({ $element })? Tulis singkat dan nyata, paling banyak { $most } huruf. Contoh: “Loket 3 dibuka setiap Senin dan Kamis.”
follow-up-too-long = Terlalu panjang: { $n } huruf, paling banyak { $most }.
follow-up-which-cases = Laporan mana yang meminta ini? Ketuk yang cocok; pelapornya diberi tahu.
follow-up-go-on = Lanjut ›
follow-up-check =
    *Ini yang akan dibaca warga.* Dikirim kepada yang pernah menilai kantor ini atau melapor tentangnya, dan tampil bersama hasil.{ $n ->
        [0] { "" }
       *[other] {" "}Terkait { $n } laporan.
    }
follow-up-publish = 📢 Umumkan
follow-up-mend = ✏️ Ubah
follow-up-published = ✅ Sudah diumumkan. Warga diberi tahu sedikit demi sedikit, pada jam yang wajar.
follow-up-empty = Tulis dulu apa yang sudah dilakukan.
follow-up-told =
    🛠 *Anda bilang, kami kerjakan*
    { $unit } ({ $element }):

    { $words }
follow-up-with-result = 🛠 *Anda bilang, kami kerjakan* ({ $element }, { DATETIME($at, dateStyle: "medium") }): { $words }
