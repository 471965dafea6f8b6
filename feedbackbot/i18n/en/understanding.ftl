# Words that answer no question: understood, asked about, or led to where they belong.

heard-which = Do you mean…?
heard-which-then = Not that, then. Or one of these?
heard-not-that = Not that
heard-not-that-said = no, nope, none, none of these, neither, wrong
heard-sorry = Sorry, I did not understand. Your words help us to improve this bot, without your name. Please choose from the menu.
heard-files = 📎 { $n ->
        [one] { $n } file comes
       *[other] { $n } files come
    } along.
heard-switch = You were { $behind }. Your words seem to be about something else:
behind-nilai = rating a service
behind-lapor = writing a report
behind-forum = taking part in the forum
behind-belajar = learning
behind-siarkan = writing a broadcast
behind-tiket = writing to the officer
behind-kasus = answering a report
behind-daftar = linking your staff account
behind-hadir = recording that you are there
behind-pelatihan_baru = making a training
heard-switch-other = My last question is still open. Your words seem to be about something else:
switch-stay-other = ↩️ Back to the question
switch-stay = ↩️ Go on { $behind }
switch-stay-short = ↩️ Go on
switch-complain = 📣 Save, make a report
switch-city = 📣 Save, make a report
switch-wish = 💡 Save, send a wish
switch-forum = 🗣 Citizens' forum
switch-praise = 💚 Save, send praise
switch-rate = ⭐ Rate another office
switch-status = 🗂 My reports, status
switch-results = 📊 See results
switch-hours = 🕑 Ask for hours
switch-requirements = 📋 Ask what is needed
switch-fee = 💵 Ask for the fee
switch-duration = ⏱ Ask how long
switch-place = 📍 Ask for the address
switch-human = 👤 Write to an officer
switch-privacy = 🔒 Privacy
switch-language = 🌐 Change language
switch-trainings = 🎓 Trainings
switch-credits = 📚 My JP
switch-certificate = 📜 Certificates
switch-course = 📖 Learn
switch-link = 🔗 Link staff account
switch-broadcast = 📢 Broadcast
switch-report = 📈 Unit report
switch-desk = 🗃 Case desk
switch-stop = ✋ Yes, stop
switch-help = ❓ Help

aim-complain = 📣 Make a report
aim-city = 📣 Make a report
aim-wish = 💡 Wish (report)
aim-forum = 🗣 Citizens' forum
aim-praise = 💚 Pass on praise
aim-praise-unit = 💚 Pass on praise to { $unit }
aim-rate = ⭐ Rate a service
aim-rate-unit = ⭐ Rate { $unit }
aim-status = 🗂 My reports, status
aim-results = 📊 See results
aim-hours = 🕑 Opening hours
aim-requirements = 📋 What is needed
aim-fee = 💵 Fee
aim-duration = ⏱ How long it takes
aim-place = 📍 Address
aim-human = 👤 Write to an officer
aim-privacy = 🔒 Privacy
aim-language = 🌐 Change language
aim-trainings = 🎓 Trainings
aim-credits = 📚 My JP
aim-certificate = 📜 Certificates
aim-course = 📖 Learn
aim-link = 🔗 Link staff account
aim-broadcast = 📢 Broadcast
aim-report = 📈 Unit report
aim-answering = ✉️ Answer a citizen's report
aim-desk = 🗃 Case desk
aim-greeting = 👋 Greeting
aim-thanks = 🙏 Thanks
aim-goodbye = 👋 Goodbye
aim-stop = ✋ Stop
aim-help = ❓ Help
aim-small-talk = 💬 Chat
aim-abuse = 😕 Upset

danger =
    *In danger? Call now:*
    { $numbers }

    Nobody watches this chat all the time, so do not wait for an answer here. Once you are safe, you can report it.
danger-perhaps = 🚨 In danger now? { $numbers }
danger-number = *{ $number }* { $what }
emergency-all = Emergency
emergency-police = Police
emergency-fire = Fire
emergency-ambulance = Ambulance
emergency-rescue = Rescue
emergency-women-children = Violence against women and children
danger-go-on = ↩️ Go on as before

manners-greeting-salam = Waalaikumsalam! How can I help? Just write what you need, or choose:
manners-greeting = Hello! How can I help? Just write what you need, or choose:
manners-thanks = You are welcome. Anything else?
manners-goodbye = Goodbye. Whenever you need something, just write here.
manners-small-talk = I am the city's service bot 😊 I take reports, ratings and questions.
manners-abuse = { $times ->
    [0] Sorry to let you down. Tell me what went wrong, so that it reaches an officer.
    [1] All right, I can see you are upset. Your complaint can go straight to an officer.
   *[other] I am still here if you need me.
}
manners-stop = All right, nothing is under way. Whenever you need something, just write here.

case-which-target = Which office is this report for?
case-to-city-desk = 🏛 City desk
case-other-office = 🔎 Another office

info-topic-hours = Opening hours
info-topic-requirements = What is needed
info-topic-fee = Fee
info-topic-duration = Time it takes
info-topic-place = Address
info-title = *{ $topic }: { $unit }*
info-source = _Source: { $source }, { $at }_
info-unknown = { $topic } of { $unit }: our data do not have it yet. Shall we ask the office? Your question is sent as it is.
info-which-office = { $topic }: our data do not have it yet. Shall we ask the office? Your question is sent as it is.
info-ask-office = ❓ Ask the office (information)

info-day = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}: { $hours }

command-belum-paham = words of citizens that the bot did not understand
unclear-none = There are no words that were not understood.
unclear-title =
    *Not understood*
    { $unknown } not understood, { $corrected } corrected by citizens, in the last { $days } days. Names and numbers are taken out.
    Choose one to say what it means:
unclear-meaning = What do these words mean?
unclear-drop = 🗑 Drop
unclear-taught = Good. Words like these are understood from now on.
unclear-dropped = Good, it is off the list.

command-ubah-info = write hours, address, requirements, fee and time of services
fact-which-unit = Which office's information? *Type its name*, or choose:
fact-which-topic = *{ $unit }*: which information?
fact-which-service = For which service?
fact-whole-unit = All services
fact-write = Write the *{ $topic }* of { $unit }, at most { $most } letters. With an address, add the link to its map.
fact-remove = 🗑 Remove the present one
fact-removed = Removed. Citizens will be offered to ask the office.
fact-too-long = Please write between 1 and { $most } letters.
fact-source = Where is this from? For example the number of a regulation or a service standard. Citizens see it with today's date.
fact-kept = ✅ Kept. Whoever asks gets this answer at once.
audit-action-phrase-taught = taught the bot what a sentence means
audit-action-fact-changed = changed information about a service

## Answers to citizens' questions, as a sheet

import-kind-info = 💬 Answers to citizens' questions (Excel, CSV)
import-send-info = Send the sheet of answers (Excel, LibreOffice or CSV) with the columns office, service, about, text, source and date. The attached sheet holds the answers in force now: fill in or change it, and send it back. Part the points of a list with semicolons; write - to remove an answer. A row without text changes nothing, and nothing changes before you agree to what was read.
import-facts-plan =
    *What was read in “{ $name }”* (nothing has changed yet)

    New answers: { $new }
    Changed: { $changed }
    Removed: { $gone }
    As before: { $unchanged }
    Rows refused: { $wrong }
import-facts-line = • { $about }, { $topic }: { $before } → { $after }
import-facts-nothing = There is nothing to change: the answers in force are those of this sheet.
import-facts-done = The answers for citizens are up to date: { $new } new, { $changed } changed, { $gone } removed.
fact-sheet-name = Answers
fact-sheet-file = answers-for-citizens.xlsx
fact-column-unit = Office
fact-column-service = Service
fact-column-topic = About
fact-column-text = Text
fact-column-source = Source
fact-column-checked-on = Date
fact-field-unit = office
fact-field-service = service
fact-field-topic = about
fact-field-text = text
fact-field-source = source
fact-field-checked-on = date
fact-topic-unknown = known are: opening hours, address, requirements, fee, duration.
fact-day-ahead = that day has not come yet.
fact-said-twice = row { $row } says this already.
fact-unit-unknown = there is no office called “{ $words }”. Use a name or code as in the sheet we gave.
fact-service-unknown = { $unit } has no service “{ $words }”. Leave it empty if it holds for the whole office.
