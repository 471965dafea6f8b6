# Laporan rahasia ke Inspektorat: pungli, suap, penyalahgunaan wewenang.

command-wbs = lapor pungli atau korupsi, rahasia
command-inspektorat = laporan rahasia untuk Inspektorat
behind-wbs = melapor ke Inspektorat
behind-inspektorat = membaca laporan rahasia
duty-inspektorat = 🕵️ Laporan rahasia
home-inspector = Inspektorat
home-as-inspector = 👤 Inspektorat
task-tips = 🕵️ *{ $n }* laporan rahasia belum dibaca
task-do-tips = 🕵️ Belum dibaca ({ $n })
role-inspector = Inspektorat
role-inspector-many = Semua Inspektorat
role-may-inspector = membaca laporan rahasia tentang pungli dan korupsi, menjawab pengirimnya, dan menutupnya
role-inspector-alone = Peran Inspektorat harus dipegang sendiri: tidak bersama peran lain di asisten ini. Cabut dulu peran yang lain, atau berikan kepada orang lain.

tip-nobody-reads =
    Inspektorat belum membaca laporan di asisten ini. Soal pungli, suap, atau korupsi bisa Anda sampaikan langsung ke:
tip-about-inspectorate =
    Laporan tentang Inspektorat tidak kami simpan di sini, karena Inspektorat sendiri yang membacanya. Sampaikan langsung ke:
tip-elsewhere = • *{ $agency }*: { $matters }

tip-which-kind =
    🕵️ *Laporan rahasia ke Inspektorat*
    Hanya Inspektorat yang membacanya: bukan kantor yang dilaporkan, bukan admin. Nama dan nomor Anda tidak disimpan bersamanya. Anda mendapat kode dan PIN untuk melihat jawabannya.

    Ini bukan laporan penerimaan gratifikasi oleh pegawai: itu ke KPK atau UPG.

    Tentang apa?
tip-kind-pungli = 💵 Pungutan liar
tip-kind-suap = 🤝 Suap, korupsi
tip-kind-pengadaan = 📑 Pengadaan, proyek
tip-kind-wewenang = ⚖️ Penyalahgunaan wewenang
tip-kind-asusila = 🚷 Perbuatan asusila
tip-kind-narkoba = 💊 Narkoba
tip-kind-lainnya = ❓ Hal lain
tip-have-code = 🔑 Saya punya kode dan PIN
tip-which-unit = Ini terjadi di kantor mana? *Ketik namanya*, atau pilih. Boleh tanpa kantor.
tip-no-unit = Tanpa kantor tertentu
tip-what = Apa yang terjadi? Sebutkan siapa (jabatan cukup), kapan, di mana, dan berapa. Foto, surat, atau pesan suara boleh. Jangan tulis nama Anda sendiri.
tip-more = Boleh lebih jelas sedikit? Inspektorat perlu tahu apa yang terjadi.
tip-check = *Ini yang akan dikirim ke Inspektorat. Sudah benar?*
tip-line-sender = *Pengirim:* tidak disimpan
tip-send = 🔒 Kirim rahasia
tip-sent =
    🔒 *Terkirim, hanya ke Inspektorat.*
    Kode: *{ $code }*
    PIN: *{ $pin }*

    Catat keduanya: hanya dengan itu Anda bisa melihat jawabannya, dari obrolan mana pun. Kami tidak bisa mengirimnya lagi, dan tidak ada pengingat yang dikirim. Demi keamanan, hapus pesan ini dari ponsel setelah dicatat.
tip-come-back = 🔑 Lihat jawabannya
tip-stopped = Baik, tidak ada yang dikirim atau disimpan.
tip-enough-today = Hari ini sudah cukup banyak laporan rahasia dari obrolan ini. Coba lagi besok.
tip-ask-code = Ketik kode dan PIN Anda, misalnya: WBS-K7Q2MX 482913
tip-wrong-code = Kode atau PIN itu tidak cocok. Ketik keduanya, misalnya: WBS-K7Q2MX 482913
tip-guess-later = Terlalu banyak percobaan. Coba lagi { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
tip-title = 🕵️ *{ $code }*
tip-state-new = belum dibaca
tip-state-read = ditelaah Inspektorat
tip-state-closed = ditutup
tip-entry = • { DATETIME($at, dateStyle: "medium") } { $who } { $what }
tip-actor-inspector = Inspektorat
tip-actor-sender = pengirim
tip-action-send = melapor
tip-action-write = menambahkan
tip-action-read = mulai menelaah
tip-action-answer = menjawab
tip-action-note = mencatat
tip-action-close = menutup
tip-add = Ketik atau kirim foto untuk menambahkan sesuatu. Tutup layar ini jika selesai.
tip-added = Sudah ditambahkan, hanya untuk Inspektorat.
tip-close = ✖️ Tutup
tip-left = Ditutup. Dengan kode dan PIN Anda bisa kembali kapan saja: /wbs
tip-closed = Laporan itu sudah ditutup atau tidak ada lagi.
tip-not-yours = Itu bukan wewenang Anda.

tips-open = { $n ->
        [0] 🕵️ *Laporan rahasia:* tidak ada yang terbuka.
       *[other] 🕵️ *Laporan rahasia:* { $n } terbuka. Jangan diteruskan ke kantor yang dilaporkan.
    }
tips-closed = *Laporan rahasia yang ditutup:* { $n }
tips-to-closed = Yang ditutup ›
tips-to-open = ‹ Yang terbuka
tip-open = 🔎 Buka
tip-do-read = 👁 Mulai telaah
tip-do-answer = 💬 Jawab
tip-do-note = 📝 Catatan
tip-do-close = ✅ Tutup
tip-write-answer = Tulis jawaban atau pertanyaan. Pengirim membacanya dengan kode dan PIN; ia tidak diberi tahu lebih dulu.
tip-write-note = Tulis catatan. Hanya Inspektorat yang membacanya.
tip-write-close = Bagaimana hasilnya? Pengirim membacanya dengan kode dan PIN. Jika ini urusan lembaga lain, pilih di bawah.
tip-did-read = Dicatat: sedang ditelaah.
tip-written-what = Tulisan ini untuk apa? Pengirim hanya membaca jawaban.
tip-written-answer = 💬 Jawaban untuk pengirim
tip-did-answer = ✅ Jawaban disimpan untuk pengirim.
tip-did-note = 📝 Dicatat.
tip-did-close = ✅ Ditutup.
tip-referred = Hal ini ditangani { $agency }. Mohon disampaikan ke sana.
tip-told-send = 🕵️ Laporan rahasia baru: *{ $code }*
tip-told-write = 🕵️ Pengirim laporan rahasia *{ $code }* menambahkan sesuatu.

tip-door = 🕵️ Pungli, korupsi (rahasia)
case-bribery-ask =
    Ini terdengar seperti pungli atau suap. Mau disampaikan *rahasia, hanya ke Inspektorat*? Kantor yang dilaporkan dan admin tidak melihatnya.

    Sebagai laporan biasa, kantor itu sendiri yang membaca dan menjawabnya.
case-bribery-secret = 🕵️ Ke Inspektorat saja
case-bribery-plain = 📣 Laporan biasa
case-line-bribery = ℹ️ Soal pungli atau suap juga bisa dilaporkan ke { $agencies }.
case-mend-kind = 🏷 Jenis
stop-here = ✖️ Batal
