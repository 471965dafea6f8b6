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
