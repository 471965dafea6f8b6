# What knocks where a day has passed since the person last wrote; approved by the chat service beforehand.

template-kasus-kabar = There is news of a report that concerns you: { $about }. Tap Open to read it.
template-kasus-petugas = Something waits for you as an officer: { $about }. Tap Open to read it.
template-darurat = An important warning for citizens: { $about }. Tap Open for what to do.
template-pelatihan-perubahan = Something about your training has changed: { $about }. Tap Open to read it.
template-pelatihan-hari-ini = A session of your training is today: { $about }. Tap Open for time and place.
template-pelatihan-pengingat = A reminder of a training you take part in: { $about }. Tap Open to read it.
template-pelatihan-undangan = You have been named for a training: { $about }. Tap Open to answer the invitation.
template-jadwal-perubahan =
    Something about your training has changed.
    Training: { $pelatihan }
    When: { $waktu }
    Where: { $tempat }
    Tap Open to read what has changed.
template-jadwal-hari-ini =
    A session of your training is today.
    Training: { $pelatihan }
    When: { $waktu }
    Where: { $tempat }
    Tap Open for the whole schedule.
template-jadwal-pengingat =
    A reminder of a training you take part in.
    Training: { $pelatihan }
    When: { $waktu }
    Where: { $tempat }
    Tap Open to read it.
template-jadwal-undangan =
    You have been named for a training.
    Training: { $pelatihan }
    When: { $waktu }
    Where: { $tempat }
    Tap Open to answer the invitation.
template-layanan-nilai = You have just used a service of ours: { $about }. Tap Open to rate that visit.
template-ringkasan = The regular summary that you asked for is ready: { $about }. Tap Open to read it.
template-kabar-kota = News from the city: { $about }. Tap Open to read all of it.
template-dorongan = A suggestion for you: { $about }. Tap Open to read all of it.
template-open = Open
template-stop = Stop
knock-nothing-waits = You have had that message already, or it is out of date.

command-biaya = see what messages cost and how templates stand
cost-title = *Paid messages since { $since }:* { $n }, about Rp{ $rupiah }
cost-category = • { $category }: { $n }
cost-of-service = conversations
cost-of-utility = notices
cost-of-marketing = news and nudges
cost-ceiling = This month's ceiling: { $ceiling } messages; after that only urgent ones go.
cost-waiting = ⏳ { $n } wait: { $why }
waits-window-knocked = the person has not opened yet
waits-window-template = a template cannot be used yet
waits-window-people = today's number of people is used up
waits-window-ceiling = this month's ceiling is reached
waits-window-no-consent = the person has not asked for news
templates-title = *Templates*
templates-line = { $name } { $language }: { $status }, { $category }
