# Digests to staff and heads

digest-title = *{ $unit }*, { $period }
digest-index = IKM { NUMBER($ikm, minimumFractionDigits: 2) } dari { $n } penilaian.
digest-strongest = 💪 Terkuat: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) }). Pertahankan!
digest-weakest = 🔧 Terlemah: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) })
digest-comment = 💬 “{ $comment }”
digest-publish = Hasil { $period } belum diterbitkan untuk { $n } unit. Terbitkan dengan /terbitkan.
digest-advice-persyaratan = Minggu ini: tempel daftar syarat yang singkat di depan loket.
digest-advice-prosedur = Minggu ini: gambar alur layanan dalam tiga langkah dan tempel di pintu.
digest-advice-waktu = Minggu ini: sebutkan perkiraan waktu selesai kepada setiap warga.
digest-advice-biaya = Minggu ini: pasang tarif, atau kata “gratis”, di setiap loket.
digest-advice-produk = Minggu ini: periksa hasil layanan bersama warga sebelum mereka pulang.
digest-advice-kompetensi = Minggu ini: bahas bersama satu kasus yang sulit, sepuluh menit saja.
digest-advice-perilaku = Minggu ini: sapa setiap warga lebih dulu, dengan senyum.
digest-advice-pengaduan = Minggu ini: jawab semua aduan yang masih terbuka.
digest-advice-sarana = Minggu ini: pilih satu hal di ruang tunggu yang bisa dibereskan hari ini.
