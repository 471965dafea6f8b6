# Words that answer no question: understood, asked about, or led to where they belong.

heard-which = Do you mean…?
heard-which-then = Not that, then. Or one of these?
heard-not-that = Not that
heard-sorry = Sorry, I did not understand. Your words help us to improve this bot, without your name. Please choose from the menu.
heard-files = 📎 { $n ->
        [one] { $n } file comes
       *[other] { $n } files come
    } along.
heard-switch = You were { $behind }. Your words seem to be about something else:
behind-nilai = rating a service
behind-lapor = writing a report
behind-belajar = learning
behind-other = answering another question
switch-stay = ↩️ Go on { $behind }
switch-stay-short = ↩️ Go on
switch-complain = 📣 Save, make a report
switch-city = 📣 Save, make a report
switch-wish = 💡 Save, send a wish
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
    Police *110* · Fire *113* · Ambulance *119*

    Nobody watches this chat all the time, so do not wait for an answer here. Once you are safe, you can report it.
danger-go-on = ↩️ Go on as before

manners-greeting = Hello! How can I help? Just write what you need, or choose:
manners-thanks = You are welcome. Anything else?
manners-goodbye = Goodbye. Whenever you need something, just write here.
manners-small-talk = I am the city's service bot 😊 I take reports, ratings and questions.
manners-abuse = Sorry to let you down. Tell me what went wrong, so that it reaches an officer.
manners-stop = All right, nothing is under way. Whenever you need something, just write here.

case-which-target = Which office is this report for?
case-to-city-desk = 🏛 City desk
case-other-office = 🔎 Another office

info-topic-hours = Opening hours
info-topic-requirements = What is needed
info-topic-fee = Fee
info-topic-duration = Time it takes
info-topic-place = Address
info-title = *{ $topic }: { $unit }* { $about }
info-source = _Source: { $source }, { $at }_
info-unknown = { $topic } of { $unit }: our data do not have it yet. Shall we ask the office? Your question is sent as it is.
info-which-office = { $topic }: our data do not have it yet. Shall we ask the office? Your question is sent as it is.
info-ask-office = ❓ Ask the office (information)
