# Words that many conversations share.

language-name = English
language-which = Which language would you like?
language-set = All right, we speak English now.
command-bahasa = change language · ganti bahasa

back = ‹ Back
skip = Skip
skip-all = Skip all
finished = Done
opt-out-button = 🔕 Do not send this again
opt-out-short = 🔕 Not this again
to-menu = 🏠 Menu
to-rate = ⭐ Rate it
to-result = 📊 See the result

grade-a = Very good
grade-b = Good
grade-c = Poor
grade-d = Bad

# The nine elements, short enough for a button.
element-persyaratan = Requirements
element-prosedur = Procedure
element-waktu = Speed
element-biaya = Fee
element-produk = Result
element-kompetensi = Staff ability
element-perilaku = Staff manners
element-pengaduan = Complaints
element-sarana = Facilities

unit-by-district = 📍 By district
unit-which-district = Which district?
unit-which = Which one? You can also type its name.
unit-found = This fits “{ $words }”:
unit-not-found = I cannot find “{ $words }”. Try another word, for example “dukcapil” or “ktp”, or choose below.
unit-gone = That office is no longer on our list. Please choose another.
service-not-found = I cannot find a service “{ $words }” here. Try another word, or choose below.
service-many-found = Which one do you mean: { $names }?
