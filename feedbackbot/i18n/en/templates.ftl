# What knocks where a day has passed since the person last wrote; approved by the chat service beforehand.

template-kasus-kabar = There is news of a report that concerns you: { $about }. Tap Open to read it.
template-darurat = An important warning for citizens: { $about }. Tap Open for what to do.
template-pelatihan-perubahan = Something about your training has changed: { $about }. Tap Open to read it.
template-pelatihan-hari-ini = A session of your training is today: { $about }. Tap Open for time and place.
template-pelatihan-pengingat = A reminder of a training you take part in: { $about }. Tap Open to read it.
template-pelatihan-undangan = You have been named for a training: { $about }. Tap Open to answer the invitation.
template-layanan-nilai = You have just used a service of ours: { $about }. Tap Open to rate that visit.
template-ringkasan = The regular summary that you asked for is ready: { $about }. Tap Open to read it.
template-kabar-kota = News from the city: { $about }. Tap Open to read all of it.
template-dorongan = A suggestion for you: { $about }. Tap Open to read all of it.
template-open = Open
template-stop = Stop
knock-nothing-waits = You have had that message already, or it is out of date.
