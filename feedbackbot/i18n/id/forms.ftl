# A form, asked at once: on a page, a screen, paper, or in a chat app that can show one.
form-skm = Survei kepuasan masyarakat
form-page-izin = Izin Anda
form-page-layanan = Layanan
form-page-unsur = Sembilan pertanyaan
form-page-komentar = Saran
form-page-profil = Tentang Anda
form-intro-izin = Pemerintah Kota { CITY() } menghitung kepuasan warga dari jawaban Anda (UU 27/2022, PermenPANRB 14/2017). Disimpan tanpa nama; petugas tidak tahu siapa yang menilai.
form-intro-profil = Boleh dilewati.
form-consent = Saya setuju jawaban saya dipakai untuk itu
form-which-service = Layanan apa yang Anda urus?
form-answer = Jawaban Anda
form-next = Lanjut
form-send = Kirim
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

# The page
page-rate = Nilai { $unit }
page-lead = Bagaimana pelayanan yang baru Anda terima? Sembilan pertanyaan, kira-kira satu menit, tanpa nama.
page-or-chat = Bisa juga lewat
page-send = Kirim penilaian
page-half = Boleh dikirim walau belum semua dijawab. Penilaian dihitung dalam indeks setelah kesembilannya terjawab.
page-cookie = Halaman ini menyimpan satu cookie berisi angka acak selama { $days } hari, agar satu orang dihitung satu kali untuk setiap kantor. Tidak dipakai untuk hal lain.
page-no-choice = – pilih –
page-counts = Anda sudah menilai kantor ini dalam { $days } hari terakhir. Jika Anda mengirim lagi, jawaban yang baru menggantikan yang lama.
page-went-on = Jawaban Anda tadi sudah terisi. Tinggal lanjutkan.
page-problem = Belum terkirim
page-from-elsewhere = Kiriman ini datang dari situs lain, jadi tidak kami terima. Isi lewat halaman ini saja.
page-send-again = Halaman ini sudah terlalu lama terbuka. Jawaban Anda masih ada di bawah; kirim sekali lagi.
page-too-many = Terlalu banyak penilaian untuk kantor ini dari jaringan internet Anda hari ini. Coba lagi besok, atau lewat ponsel sendiri.
page-draft = Jawaban Anda yang belum terkirim masih tersimpan di ponsel ini.
page-offline = Tidak ada internet. Jawaban Anda tersimpan di ponsel ini; kirim lagi saat sinyal kembali.
page-thanks-counted = Terima kasih, penilaian Anda sudah masuk
page-thanks-changed = Tersimpan, penilaian Anda sudah diperbarui
page-thanks-kept = Jawaban Anda tersimpan
page-thanks-already = Penilaian ini sudah kami terima
page-kept = { $done } dari 9 pertanyaan sudah terjawab. Tinggal { $left } lagi, lalu penilaian Anda dihitung.
page-go-on = Lanjutkan
page-is-in = Jawaban Anda tentang { $unit } dihitung satu kali.
page-too-few = Baru ada { $n } penilaian; indeksnya ditampilkan mulai dari { $wanted }.
page-see-result = Lihat hasil kantor ini
page-rate-other = Nilai kantor lain
page-choose = Kantor mana yang Anda datangi?
page-search = Nama kantor atau layanan
page-find = Cari
page-found = Mungkin ini
page-nothing-found = Tidak ada yang cocok. Coba kata lain, atau pilih dari daftar.
page-unknown = Kantor itu tidak ditemukan
page-unknown-why = Mungkin alamatnya salah ketik, atau kantornya sudah berganti nama. Cari di sini:

# The screen at the counter
command-kios = layar penilaian untuk loket
kiosk-title = Bagaimana pelayanan di { $unit }?
kiosk-start = Mulai menilai
kiosk-agree = Sembilan pertanyaan, tanpa nama. Dengan menekan tombol ini Anda setuju jawaban Anda dipakai untuk menghitung kepuasan warga (UU 27/2022, PermenPANRB 14/2017).
kiosk-back = ‹ Kembali
kiosk-thanks = Terima kasih!
kiosk-thanks-more = Penilaian Anda sudah tersimpan.
kiosk-skip = Layanan lain
kiosk-waiting = Menunggu jaringan:
kiosk-code = Kode pembuka dari /kios
kiosk-open = Buka layar
kiosk-wrong-code = Kode itu salah, sudah dipakai, atau sudah lewat. Minta yang baru dengan /kios.
kiosk-no-script = Layar ini memerlukan JavaScript. Menilai tanpa JavaScript:
kiosk-unknown = Loket itu tidak ditemukan
kiosk-unknown-why = Ketik /kios kepada bot untuk mendapat alamat dan kode layar loket Anda.
kiosk-which-unit = Layar untuk kantor mana? *Ketik namanya*, atau pilih:
kiosk-which = Layar *{ $unit }* untuk loket mana?
kiosk-no-counter = *{ $unit }* belum punya loket dalam data kota, jadi layar belum bisa dibuka.
kiosk-offer =
    *Layar { $unit }*

    1. Buka di tablet: { $address }
    2. Ketik kode: *{ $code }*
    3. Nyalakan layar penuh dan biarkan terbuka.

    Kode berlaku satu kali, sampai besok. Tanpa jaringan pun layar tetap menerima penilaian, lalu mengirimnya saat jaringan kembali.
