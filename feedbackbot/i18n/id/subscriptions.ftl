command-langganan = atur kabar yang ingin Anda terima

subscriptions =
    *Kabar yang Anda terima*

    Ketuk untuk menyalakan atau mematikan. Balasan atas pesan dan laporan Anda, serta peringatan bahaya, tetap sampai.
subscription-off = Baik. Anda tidak akan menerima *{ $topic }* lagi.
subscription-on-again = Nyalakan lagi
subscription-others = Atur kabar lainnya
topic-news = Kabar dari kota
topic-training-reminders = Pengingat pelatihan
topic-suggestions = Saran pelatihan
topic-surveys = Undangan menilai
topic-digests = Ringkasan berkala
