# Data pegawai: menautkan obrolan, kode, profil, dan berkas yang dikirim admin.

command-daftar = tautkan obrolan ini dengan data pegawai Anda
command-profil = lihat data pegawai Anda
command-kode = buat kode tautan untuk seorang pegawai
command-impor = kirim data pegawai, pelatihan, atau kursus

employee-kind-pns = PNS
employee-kind-pppk = PPPK

link-ask =
    *Tautkan obrolan ini dengan data pegawai*

    Ketuk tombol di bawah untuk membagikan *nomor Anda sendiri*. Nomor itu hanya dicocokkan dengan data pegawai, tidak disimpan.

    Punya kode dari BKPSDM? Ketik saja kodenya di sini.
link-share-number = 📱 Bagikan nomor saya
link-by-code-question =
    Tautkan obrolan ini dengan data pegawai, memakai kode dari tautan itu?

    Lanjutkan hanya jika kodenya Anda terima sendiri dari BKPSDM.
link-by-code-sure = Ya, tautkan
link-already = Obrolan ini sudah tertaut dengan *{ $name }*.
link-linked =
    Selamat datang, *{ $name }* ({ $unit }).

    Mulai sekarang undangan pelatihan, pengingat, dan JP Anda ada di sini.
link-unknown-number = Nomor ini tidak ada di data pegawai. Mintalah kode kepada BKPSDM, lalu ketik kodenya di sini.
link-shared-number = Nomor ini dipakai lebih dari satu pegawai. Mintalah kode kepada BKPSDM, lalu ketik kodenya di sini.
link-wrong-code = Kode itu tidak dikenal. Periksa lagi huruf dan angkanya.
link-used-code = Kode itu sudah dipakai atau sudah diganti. Mintalah kode baru kepada BKPSDM.
link-expired-code = Masa berlaku kode itu sudah habis. Mintalah kode baru kepada BKPSDM.
link-later = Terlalu banyak percobaan. Silakan coba lagi setelah pukul { DATETIME($at, timeStyle: "short") }.
link-try = 🔗 Tautkan obrolan
link-both = Pakai juga obrolan di { $service }
link-moved-away = NIP Anda baru saja ditautkan dengan obrolan lain, jadi obrolan ini dilepas. Jika itu bukan Anda, segera hubungi BKPSDM.
staff-no-longer-listed = Anda tidak ada lagi di data pegawai, jadi obrolan ini dilepas. Jika ini keliru, hubungi BKPSDM.

to-profile = 👤 Profil saya
profile =
    *{ $name }*
    { $kind } · NIP { $nip }

    Kantor: { $unit }
    Golongan: { $rank }
    Jabatan: { $position }
    Nomor ponsel: { $phone }
    Tertaut sejak: { DATETIME($at, dateStyle: "long") }

    Ada yang keliru? Hubungi BKPSDM: data ini berasal dari sana.
profile-none = Obrolan ini belum tertaut dengan data pegawai.
profile-unlink = Lepas tautan
profile-unlink-question = Lepas tautan obrolan ini dengan data pegawai Anda? JP dan riwayat Anda tetap tersimpan, tetapi undangan dan pengingat tidak lagi datang ke sini.
profile-unlink-sure = Ya, lepas
profile-unlinked = Tautan sudah dilepas. Anda bisa menautkannya lagi kapan saja.

code-ask-nip = NIP siapa? Ketik 18 angkanya.
code-no-such-employee = NIP itu tidak ada di antara pegawai aktif.
code-made =
    Kode untuk *{ $name }* ({ $unit }):

    *{ $code }*

    Pegawai itu mengetuk tautan ini, memindai gambarnya, atau mengetik kodenya di /daftar:
    { $link }

    Berlaku sekali, sampai { DATETIME($at, dateStyle: "long") } pukul { DATETIME($at, timeStyle: "short") }.

import-which = Berkas apa yang akan Anda kirim?
import-kind-pegawai = 👥 Data pegawai (Excel, CSV)
import-kind-pelatihan = 📋 Daftar pelatihan (Excel, CSV)
import-kind-kursus = 📘 Kursus (.md)
import-kind-gambar = 🖼 Gambar atau dokumen kursus
import-send-pegawai = Kirim berkas data pegawai (Excel, LibreOffice, atau CSV), langsung dari SIASN atau SIMPEG, atau lembar biasa berisi NIP, nama, unit, golongan, jabatan, dan HP. Belum ada yang berubah sebelum Anda menyetujui hasilnya.
import-send-pelatihan = Kirim lembar pelatihan (Excel, LibreOffice, atau CSV) dengan kolom judul, jenis, keterampilan, dan cara; satu baris untuk tiap sesi.
import-send-kursus = Kirim berkas kursusnya (Markdown, .md).
import-send-gambar = Kirim gambar atau dokumennya. Untuk foto, tulis nama berkasnya sebagai keterangan.
import-which-course = Untuk kursus yang mana?
import-no-course = Belum ada kursus.
import-not-a-photo = Kirim sebagai berkas, bukan sebagai foto.
import-file-added = Sudah saya tambahkan: { $n } berkas. Untuk apa berkas ini?
import-former-void = Berkas sebelumnya yang belum Anda putuskan tidak dipakai lagi: { $names }.
import-received = “{ $name }” sudah diterima dan sedang dibaca. Hasilnya saya kirim sebentar lagi.
import-received-together = { $n } berkas sudah diterima dan dibaca bersama sebagai satu daftar: { $names }. Hasilnya saya kirim sebentar lagi.
import-received-each = { $n } berkas sudah diterima dan dibaca satu per satu: { $names }. Hasil masing-masing saya kirim sebentar lagi.
import-file-too-large = Berkas itu lebih besar dari 20 MB. Bagi menjadi beberapa berkas, atau kirim sebagai CSV.
import-file-gone = Berkasnya tidak bisa diambil lagi dari aplikasi obrolan. Tolong kirim sekali lagi.
import-file-changed = Berkasnya sudah berbeda dari yang Anda setujui. Tolong kirim sekali lagi.
import-too-heavy = Berkas itu terlalu berat untuk dibaca. Bagi menjadi beberapa berkas, atau kirim sebagai CSV.
import-refused =
    Berkas “{ $name }” tidak bisa dipakai, dan tidak ada yang berubah.

    { $reason }
import-decided = Berkas itu sudah Anda putuskan, atau sudah diganti berkas yang lebih baru.
import-comes-again = Hasil bacanya saya kirim lagi.
import-plan =
    *Hasil pembacaan “{ $name }”* (belum ada yang berubah)

    Baru: { $new }
    Berubah: { $changed }
    Tidak ada lagi: { $gone }
    Tetap: { $unchanged }
    Baris yang ditolak: { $wrong }
    Sel yang dibiarkan kosong: { $cells }
import-caution = ⚠️ { $caution }
import-wrong-head = *Yang perlu diperbaiki:*
import-line = Baris { $row }, { $column }: { $reason }
import-line-twice = Baris { $rows }: pegawai yang sama, diambil sekali.
import-line-contested = Baris { $rows }: NIP yang sama dengan isi berbeda, tidak diambil.
import-line-changed = Baris { $row }: berubah { $fields }.
import-roles-head = *Yang tidak ada lagi tetapi masih memegang peran* (peran itu ditangguhkan):
import-line-roles = NIP { $nip }: { $roles }
import-line-gone = Tidak ada di lembar: NIP { $nip }.
import-row-on-sheet = { $row } di lembar “{ $sheet }”
import-do-banyak = Nonaktifkan juga { $gone } pegawai …
import-do-pasti = Ya, nonaktifkan { $gone } pegawai
import-many-gone-question = *Tunggu sebentar.* { $gone } dari { $active } pegawai yang aktif tidak ada di berkas ini. Bila diteruskan, mereka keluar dari daftar: kursi pelatihannya dilepas dan obrolannya terputus. Apakah berkas ini benar-benar memuat SELURUH pegawai kota?
read-sheets = Lembar yang dibaca: { $sheets }
read-sheet-left = { $name } ({ $reason })
read-sheets-left = Lembar yang *tidak* dibaca: { $sheets }
read-column = { $label } → { $fields }
read-column-like = { $label } → { $fields } (mirip, periksa)
read-columns = Kolom yang dibaca: { $columns }
read-columns-dropped = Kolom yang *tidak* dibaca ({ $count }): { $columns }
read-rows-skipped = { $count } baris { $reason } dilewati: baris { $rows }
import-changes-nothing = Tidak ada yang perlu diubah: data pegawai sudah sama dengan lembar ini.
import-do-ya = ✅ Terapkan semuanya
import-do-sebagian = Terapkan, yang tidak ada tetap aktif
import-do-batal = Batalkan
import-cancelled = Dibatalkan. Tidak ada yang berubah.
import-under-way = Baik, sedang diterapkan. Saya kabari jika sudah selesai.
import-done = Data pegawai sudah diperbarui: { $new } baru, { $changed } berubah, { $gone } dinonaktifkan.
import-trainings-done = Pelatihan baru di katalog: { $new }. Sudah ada sebelumnya: { $known }.
import-workbook-file = impor-{ $id }.xlsx
import-sheet-name = Hasil pembacaan
import-column-row = Baris
import-column-what = Apa
import-column-reason = Penjelasan
import-what-wrong = ditolak
import-what-ignored = sel dikosongkan
import-what-twice = berulang
import-what-changed = berubah
import-what-roles = peran ditangguhkan
import-what-gone = tidak ada lagi

staff-field-name = nama
staff-field-nip = NIP
staff-field-title-before = gelar depan
staff-field-title-after = gelar belakang
staff-field-unit-ref = unit (SIASN)
staff-field-unit-name = unit
staff-field-agency-ref = satuan kerja
staff-field-rank = golongan
staff-field-position-ref = jabatan (SIASN)
staff-field-position-name = jabatan
staff-field-phone = nomor ponsel
staff-field-contract-start = mulai kontrak
staff-field-kind = PNS/PPPK
staff-field-active = aktif kembali

audit-action-staff-imported = memperbarui data pegawai
audit-action-link-code-made = membuat kode tautan pegawai

# Kolom lembar pelatihan
training-field-title = judul
training-field-kind = jenis
training-field-skill = keterampilan
training-field-mode = cara
training-field-form = bentuk
training-field-institution = lembaga
training-field-element = unsur
training-field-jp = JP
training-field-seats = kursi
training-field-register-until = batas pendaftaran
training-field-date = tanggal
training-field-start = mulai
training-field-end = selesai
training-field-hours = jam
training-field-place = tempat
training-field-link = tautan

# Kolom lembar jawaban
answer-field-respondent = nomor responden
answer-field-day = tanggal
answer-field-time = jam
answer-field-persyaratan = persyaratan
answer-field-prosedur = prosedur
answer-field-waktu = waktu penyelesaian
answer-field-biaya = biaya
answer-field-produk = produk
answer-field-kompetensi = kompetensi
answer-field-perilaku = perilaku
answer-field-pengaduan = pengaduan
answer-field-sarana = sarana
answer-field-sheet_code = kode lembar
answer-field-komentar = saran
answer-field-sex = jenis kelamin
answer-field-age = usia
answer-field-education = pendidikan
answer-field-occupation = pekerjaan
