# Digests to staff and heads

digest-title = *{ $unit }*, { $period }
digest-index = IKM { NUMBER($ikm, minimumFractionDigits: 2) } from { $n } ratings.
digest-strongest = 💪 Strongest: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) }). Keep it up!
digest-weakest = 🔧 Weakest: { $element } ({ NUMBER($nrr, minimumFractionDigits: 2) })
digest-comment = 💬 “{ $comment }”
digest-publish = The results of { $period } are not published yet for { $n } units. Publish them with /terbitkan.
digest-advice-persyaratan = This week: put a short list of requirements in front of the counter.
digest-advice-prosedur = This week: draw the service in three steps and put it on the door.
digest-advice-waktu = This week: tell every citizen how long it will take.
digest-advice-biaya = This week: show the fee, or the word “free”, at every counter.
digest-advice-produk = This week: check the result together with citizens before they leave.
digest-advice-kompetensi = This week: talk one difficult case through together, for ten minutes.
digest-advice-perilaku = This week: greet every citizen first, with a smile.
digest-advice-pengaduan = This week: answer every complaint that is still open.
digest-advice-sarana = This week: choose one thing in the waiting room that can be put right today.
