# Yang bisa salah pada lembar data pegawai, lembar pelatihan, dan berkas kursus.

## Berkas lembar secara keseluruhan
sheet-empty = Berkas ini kosong: tidak ada satu sel pun yang berisi.
sheet-file-too-large = Berkas ini lebih besar dari { $megabytes } MB. Bagi menjadi beberapa berkas, atau kirim sebagai CSV.
sheet-not-a-sheet = Berkas ini bukan tabel. Kirim berkas Excel (.xlsx, .xls), LibreOffice (.ods), atau CSV.
sheet-damaged = Berkas ini rusak atau tidak lengkap. Buka dengan Excel atau LibreOffice, simpan sebagai “Excel Workbook (.xlsx)”, lalu kirim lagi.
sheet-bomb = Berkas ini tidak dibuka: isinya akan membengkak jauh melebihi ukurannya. Simpan lembarnya sebagai berkas baru.
sheet-renamed-archive = Berkas ini arsip (ZIP, RAR, atau sejenisnya), bukan lembar. Keluarkan dulu isinya, lalu kirim lembar yang ada di dalamnya.
sheet-quote-open = Pada baris { $row } ada tanda kutip yang tidak ditutup, sehingga sisanya tidak dapat dibaca.
sheet-no-header = Baris judul kolom tidak ditemukan. Kolom yang belum ada: { $missing }.
sheet-too-many-rows = Lembar ini berisi lebih dari { $limit } baris. Periksa apakah berkasnya benar.
sheet-locked = Berkas ini berkata sandi. Buka, hapus kata sandinya (Berkas › Info › Lindungi), simpan, lalu kirim lagi.
sheet-other-program = Berkas ini dari program yang tidak bisa saya baca. Buka dengan program itu atau dengan Excel, simpan sebagai “Excel Workbook (.xlsx)”, lalu kirim lagi.
sheet-is-pdf = Berkas ini PDF, jadi sel-selnya tidak bisa dibaca. Mintalah berkas Excel aslinya, lalu kirim yang itu.
sheet-is-picture = Berkas ini gambar, jadi angkanya tidak bisa dibaca dengan pasti. Kirim berkas Excel atau CSV-nya.
sheet-is-document = Berkas ini dokumen teks atau presentasi. Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu kirim lagi.
sheet-is-link = Berkas ini hanya tautan ke Google Sheets. Buka lembarnya, pilih File › Download › Microsoft Excel (.xlsx), lalu kirim hasilnya.
sheet-all-hidden = Semua lembar yang berisi di berkas ini disembunyikan. Tampilkan lembar yang benar, simpan, lalu kirim lagi.
sheet-answer-of-five = Skala jawaban lembar ini berisi lima pilihan; survei ini memakai empat. Jawaban tidak bisa diubah tanpa menebak.
sheet-answers-no-header = Kolom untuk unsur ini tidak ditemukan: { $missing }. Jalan termudah: beri judul kolom U1 sampai U9 dan isi jawaban 1 sampai 4, satu responden satu baris.
sheet-left-hidden = disembunyikan
sheet-left-name = namanya bukan data
sheet-left-no-header = tidak ada baris judul yang dikenal
sheet-left-empty = kosong
skipped-column-numbers = nomor kolom
skipped-total = jumlah atau rekap
skipped-signature = tanda tangan atau catatan
skipped-header-again = judul kolom yang berulang
skipped-number-only = hanya nomor urut
skipped-section = judul bagian

## Satu sel
cell-digits-lost = Excel telah memotong angka ini. Ubah kolomnya menjadi Teks, isi lagi nomornya, lalu kirim ulang.
cell-excel-error = Sel ini berisi tanda galat dari Excel.
cell-formula = Sel ini berisi rumus. Rumus tidak dihitung; isi dengan nilainya.
cell-missing = Sel ini harus diisi.
cell-not-a-date = Ini bukan tanggal yang pasti. Contoh yang benar: 25/11/2026 atau 25 November 2026.
cell-date-hijri = Tanggal Hijriah tidak saya hitung. Tulis tanggal Masehinya, misalnya 25 November 2026.
cell-not-a-time = Ini bukan jam yang pasti. Contoh yang benar: 09.30.
cell-weekday-differs = Nama hari dan tanggalnya tidak cocok. Periksa mana yang benar.
cell-not-a-span = Ini bukan jam mulai dan selesai. Contoh yang benar: 09.00-12.00.
cell-span-open = Jam selesainya belum ada. Contoh yang benar: 09.00-12.00.
cell-not-a-link = Ini bukan alamat web yang diawali https://.
cell-not-a-number = Isi dengan angka antara { $lowest } dan { $highest }.
cell-too-long = Isi sel ini lebih dari { $limit } huruf.
words-too-long = Isinya lebih dari { $limit } huruf.

## Pegawai
nip-missing = NIP belum diisi.
nip-not-digits = NIP hanya boleh berisi angka.
nip-length = NIP harus { $expected } angka; ini { $digits } angka.
nip-old-form = Ini NIP lama (9 angka). Isi dengan NIP baru 18 angka.
nip-digits-lost = Excel telah memotong NIP ini. Ubah kolomnya menjadi Teks, isi lagi nomornya, lalu kirim ulang.
nip-birth-date = Delapan angka pertama NIP bukan tanggal lahir yang benar.
nip-appointment-month = Bulan pengangkatan di dalam NIP tidak benar (angka ke-13 dan ke-14).
nip-appointed-too-young = Menurut NIP ini, pengangkatan terjadi saat orangnya masih anak-anak.
nip-appointed-in-future = Menurut NIP ini, pengangkatan masih di masa depan.
nip-sex-digit = Angka ke-15 dari NIP harus 1 atau 2.
nip-pppk-year = NI PPPK paling awal bertahun { $first_year }; nomor ini lebih tua.
name-missing = Nama belum diisi.
name-too-long = Nama lebih dari { $limit } huruf.
phone-not-a-number = Ini bukan nomor telepon; dibiarkan kosong.
phone-not-sure = Nomor ini tidak pasti (ada .0, (2), atau angkanya terlalu banyak); dibiarkan kosong.
rank-unknown = Golongan ini tidak dikenal; dibiarkan kosong.
import-many-gone = Banyak pegawai tidak ada di lembar ini dan akan dinonaktifkan. Apakah ini lembar yang lengkap?
import-many-wrong = Banyak baris yang salah. Periksa lembarnya sebelum melanjutkan.
import-excel-cut-numbers = Excel telah memotong NIP di lembar ini. Ubah kolom NIP menjadi Teks sebelum mengisi atau membuka CSV.

## Kode
code-length = Kode ini harus { $expected } huruf dan angka.
code-mistyped = Ada huruf yang salah ketik pada kode ini. Periksa lagi.

## JP
jp-needs-minutes = Lama pelatihan dalam menit diperlukan untuk menghitung JP.
jp-needs-days = Jumlah hari diperlukan untuk menghitung JP.
jp-needs-times = Berapa kali kegiatan dilakukan diperlukan untuk menghitung JP.
jp-negative = Jumlahnya tidak boleh negatif.
jp-not-foreseen = Bentuk ini tidak ada untuk kegiatan internasional.
jp-rate = Aturan JP ini tidak dipahami. Contoh: "1 hari = 4 JP", "sesuai JP", "maks 2 JP per hari".
jp-table-columns = Tabel JP harus berkolom kode, jalur, nasional, internasional.
jp-table-code = Pada baris { $line } kodenya kosong atau sudah dipakai.

## Lembar pelatihan
training-kind-unknown = Jenis ini tidak dikenal. Pilihan: { $known }.
training-skill-unknown = Keterampilan ini tidak dikenal. Pilihan: { $known }.
training-mode-unknown = Cara ini tidak dikenal. Pilihan: { $known }.
training-element-unknown = Unsur ini tidak dikenal. Pilihan: { $known }.
training-form-unknown = Kode bentuk ini tidak ada di tabel JP. Pilihan: { $known }.
training-rows-differ = Isinya berbeda dari baris { $row } untuk pelatihan yang sama.
training-no-place = Isi tempat atau tautan.
training-ends-before-start = Jam selesai harus setelah jam mulai.
training-in-past = Tanggal ini sudah lewat.
training-deadline-late = Batas pendaftaran jatuh setelah sesi pertama.
training-jp-missing = JP tidak dapat dihitung dari lembar ini. Isi kolom JP.

## Berkas kursus
course-file-problems = { $count ->
   *[other] Berkas { $file } belum diimpor: ada { $count } hal yang perlu diperbaiki.
}
course-file-too-large = Berkas kursus lebih besar dari { $kilobytes } KB.
course-not-text = Baris ini bukan teks UTF-8. Simpan berkasnya sebagai teks UTF-8.
course-head-missing = Berkas harus diawali kepala: baris "---", lalu judul, unsur, dan jp, lalu "---".
course-head-open = Kepala berkas tidak ditutup dengan baris "---".
course-head-broken = Kepala berkas tidak terbaca di sini. Beri tanda kutip bila isinya memakai titik dua.
course-key-missing = Di kepala berkas belum ada "{ $name }".
course-key-twice = "{ $name }" ditulis dua kali.
course-key-unknown = "{ $name }" tidak dikenal di kepala berkas.
course-value-not-plain = Isinya harus satu nilai biasa, bukan daftar.
course-number = "{ $name }" harus angka antara { $lowest } dan { $highest }.
course-element-unknown = Unsur ini tidak dikenal. Pilihan: { $known }.
course-form-unknown = Kode bentuk ini tidak ada di tabel JP. Pilihan: { $known }.
course-title-length = Judul harus diisi, paling banyak { $limit } huruf.
course-summary-length = Ringkasan paling banyak { $limit } huruf.
course-text-before-lessons = Sebelum pelajaran pertama (##) tidak boleh ada teks.
course-no-lessons = Belum ada pelajaran. Setiap pelajaran diawali "## Judul".
course-too-many-lessons = Pelajaran paling banyak { $limit }.
course-lesson-title = Judul pelajaran paling banyak { $limit } huruf.
course-lesson-empty = Pelajaran ini kosong.
course-lesson-parts = Pelajaran ini terpotong menjadi lebih dari { $limit } pesan. Bagi menjadi dua pelajaran.
course-part-length = Teks ini { $length } huruf; paling banyak { $limit }. Bagi dengan gambar atau pelajaran baru.
course-caption-length = Keterangan ini paling banyak { $limit } huruf.
course-markup = Tanda tebal atau miring tidak berpasangan di dekat "{ $near }".
course-target = Alamat ini harus nama berkas tanpa folder, atau diawali https://.
course-picture-kind = Gambar harus berakhiran { $kinds }.
course-no-quiz = Belum ada bagian "## Kuis".
course-second-quiz = Hanya boleh ada satu bagian kuis.
course-quiz-empty = Kuis belum berisi pertanyaan. Setiap pertanyaan diawali "### ".
course-quiz-length = Pertanyaan paling banyak { $limit }.
course-quiz-stray = Sebelum pertanyaan pertama (###) tidak boleh ada teks.
course-question-length = Pertanyaan harus diisi, paling banyak { $limit } huruf.
course-question-stray = Baris ini bukan pilihan (- [ ]) dan bukan penjelasan (>).
course-options = Perlu { $fewest } sampai { $most } pilihan; ini { $found }.
course-option-length = Pilihan harus diisi, paling banyak { $limit } huruf.
course-option-twice = Pilihan ini sudah ada.
course-right-answer = Tepat satu pilihan harus ditandai benar dengan [x]; ini { $found }.
course-explanation = Penjelasan (>) harus diisi, paling banyak { $limit } huruf.
sheet-answer-wrong = Jawaban harus angka 1 sampai 4, huruf a sampai d, atau kata dari skala jawabannya.
sheet-answer-not-on-scale = Jawaban harus angka 1 sampai { $highest }.

## Lembar jawaban survei
sheet-day-not-come = Tanggal { $day } belum tiba.
answers-none = Tidak ada satu baris pun yang dapat dihitung; tidak ada yang diubah.
answers-day-needed = Ada baris tanpa tanggal. Tulis harinya dengan --day, misalnya --day 2026-06-30.
answers-unit-needed = Lembar ini tidak menyebut kantornya. Tulis kodenya dengan --unit, misalnya --unit disdukcapil.
answers-other-unit = Lembar ini dari { $found }, bukan dari { $unit } saja. Pisahkan lembarnya per kantor; tidak ada yang diubah.
answers-no-unit = Tidak ada kantor dengan kode { $unit }.
sheet-code-wrong = Kode lembar tidak dikenal. Salin dari pojok formulir, misalnya SKM1/disdukcapil/loket-1.
answers-no-import = Tidak ada impor nomor { $id } yang masih berlaku.
answers-no-imports = Belum ada lembar jawaban yang diimpor.
answers-plan-old = Sementara itu ada impor lain; tidak ada yang diubah. Jalankan sekali lagi.
answers-which = Lembar ini mirip impor yang sudah dihitung: { $found }. Tulis --replaces NOMOR bila ini lembar yang sama, atau --separate bila jawabannya memang dari orang lain. Tidak ada yang diubah.
answers-problem = baris { $row }, { $column }: { $reason }
answers-more-problems = … dan { $more } lagi
answers-summary-row = baris { $row }: { $kind }, tidak dihitung
answers-summary-total = baris jumlah
answers-summary-mean = baris rata-rata
answers-summary-min = baris nilai terendah
answers-summary-max = baris nilai tertinggi
answers-summary-mode = baris modus
answers-summary-other = baris ringkasan
answers-plan-new = Impor baru "{ $name }" untuk { $unit }, { $first } sampai { $last }: { $new } jawaban.
answers-plan-replaces = "{ $name }" untuk { $unit }, { $first } sampai { $last }, menggantikan impor { $id } ("{ $earlier }"): { $new } baru, { $changed } berubah, { $gone } hilang, { $same } tetap.
answers-plan-nothing = "{ $name }" sudah dihitung sebagai impor { $id } ("{ $earlier }"): { $same } jawaban tetap, tidak ada yang berubah.
answers-ask = Laksanakan?
answers-done = Selesai: { $new } baru, { $changed } berubah, { $gone } hilang, { $same } tetap.
answers-ask-back = Tarik kembali seluruhnya?
answers-taken-back = Ditarik kembali: { $rows } jawaban tidak dihitung lagi.
answers-import-line = { $id }  "{ $name }", { $unit }, { $first } sampai { $last }, { $rows } jawaban { $state }
answers-state-back = (ditarik { $day })
audit-action-answers-imported = mengimpor lembar jawaban
audit-action-answers-taken-back = menarik kembali lembar jawaban
audit-action-survey-rows-taken-back = menarik kembali lembar jawaban survei lain
