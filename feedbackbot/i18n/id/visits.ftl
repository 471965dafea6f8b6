# A visit that was finished, and the receipt that invites to rate it.
command-kunci-api = kunci API untuk aplikasi kantor
receipt-unknown = Tautan struk itu tidak dikenal. Anda tetap bisa menilai:
receipt-over = Tautan pada struk itu sudah dipakai atau sudah lewat masanya. Anda tetap bisa menilai:
page-receipt-over = Tautan pada struk itu sudah dipakai atau sudah lewat masanya. Anda tetap bisa menilai di sini.
api-lead = Aplikasi kantor memberi tahu saat seseorang selesai dilayani, lalu mendapat tautan sekali pakai untuk dicetak pada struk. Hasil survei terbuka untuk siapa saja.
api-fields = Isi permintaan
api-answers = Jawaban
api-key-which-unit = Kunci API untuk kantor mana? *Ketik namanya*, atau pilih:
api-key-list = *{ $unit }*: { $n ->
    [0] belum ada kunci API.
   *[other] { $n } kunci API berlaku.
}
    Dengan kunci, aplikasi kantor memberi tahu kunjungan yang selesai dan mendapat tautan penilaian untuk struk. Cara pakainya: { $address }
api-key-line = Cabut …{ $ending } ({ $share } %)
api-key-make = Kunci baru, { $share } % diundang
api-key-make-short = Baru, { $share } %
api-key-made =
    *Kunci API baru untuk { $unit }*

    { $key }

    Salin sekarang: kunci ini tidak bisa ditampilkan lagi. Simpan di aplikasi, jangan di grup obrolan, lalu hapus pesan ini. Cabut segera jika bocor: /kunci\_api
api-key-withdrawn = Kunci dicabut. Mulai sekarang tidak membuka apa pun.
api-key-gone = Kunci itu sudah dicabut.
audit-action-api-key-made = membuat kunci API
audit-action-api-key-withdrawn = mencabut kunci API
# What an application is told is in English (problem+json); these say the same to people.
api-no-service = Kantor itu tidak punya layanan dengan kode tersebut.
api-no-counter = Kantor itu tidak punya loket dengan kode tersebut.
api-too-many = Kunci ini sudah memberi tahu terlalu banyak kunjungan hari ini.
api-other-request = Nama permintaan itu sudah dipakai untuk kunjungan lain.

# Invitations after a visit, for those who wish them.
command-diundang = undangan menilai setelah Anda dilayani
to-invited = 🔔 Undang saya setelah dilayani
invited-about =
    *Undangan menilai setelah dilayani*

    Aplikasi sebagian kantor memberi tahu bot ini saat urusan seseorang selesai. Jika Anda mau, Anda dapat diundang menilai di sini. Kantor tidak diberi tahu apakah Anda memakai bot ini, dan penilaian Anda tetap tanpa nama.
invited-is-number = ✅ Anda dikenali lewat nomor HP.
invited-is-reference = ✅ Anda dikenali lewat kode.
invited-by-number = Lewat nomor HP saya
invited-by-code = Buat kode saja
invited-stop = Jangan undang saya lagi
invited-ask-number = Bagikan nomor HP Anda dengan tombol di bawah. Nomornya tidak disimpan, hanya jejak teracak untuk mencocokkan.
invited-no-number = Nomor itu tidak terbaca. Pakai tombol di bawah, atau /batal.
invited-by-number-now = Baik. Jika kantor menyebut nomor ini setelah urusan Anda selesai, Anda diundang menilai di sini. Berhenti: /diundang
invited-code =
    *Kode undangan Anda*

    { $code }

    Berikan kepada kantor sebagai ganti nomor HP. Kode lama tidak berlaku lagi, dan kode ini tidak bisa ditampilkan ulang. Berhenti: /diundang
invited-no-more = Baik. Anda tidak dikenali lagi, dan tidak diundang setelah dilayani.
invited-now = Anda baru saja dilayani di *{ $unit }*. Bagaimana pelayanannya? Sembilan pertanyaan singkat, tanpa nama.
invited-rate = Nilai sekarang
