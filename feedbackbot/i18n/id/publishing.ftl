# Publishing results

command-terbitkan = terbitkan hasil semester
publish-which = Hasil masa yang mana yang diterbitkan?
publish-review =
    *{ $period }*

    Siap diterbitkan: { $n } unit
    { $names }

    Terlalu sedikit penilaian: { $few }
    Sudah terbit: { $done }

    Setelah terbit, angkanya *tidak berubah lagi*.
publish-yes = 📌 Terbitkan { $n } unit
publish-done = Hasil { $n } unit untuk { $period } sudah diterbitkan.
publish-nothing = Tidak ada yang bisa diterbitkan.
publish-not-over = Masa itu belum berakhir. Hasil diterbitkan setelah masanya selesai.
audit-action-result-published = menerbitkan hasil
