# Waktu yang diketik orang, dan lamanya sesuatu.

time-not-understood = Saya belum mengerti waktunya. Contoh: “besok 09:00”, “25/11 14.30”, “senin jam 8”.
time-no-such-date = Tanggal itu tidak ada. Contoh: “25/11 14.30”.
time-no-such-hour = Jam itu tidak ada. Tulis antara 00.00 dan 23.59.
time-ambiguous = Waktu itu bisa berarti dua. Tulis satu hari dan satu jam, misalnya “besok 14.00”.
time-hour-missing = Jam berapa? Contoh: “besok 09:00”.
time-past = Waktu itu sudah lewat. Pilih waktu yang akan datang.
time-too-far = Itu terlalu jauh: paling lama satu tahun dari sekarang.

duration-seconds = { $count } detik
duration-minutes = { $count } menit
duration-hours = { $count } jam
time-hijri = Tanggal Hijriah tidak saya hitung. Tulis tanggal Masehinya, misalnya “25 November 2026 09.00”.
