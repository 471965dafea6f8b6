menu =
    *{ CITY() } city assistant*

    Just been to a city office, a health centre or a district office? Tell us how you were served: it takes a minute.

    Type the name of the office (for example “dukcapil”), or choose:
menu-rate = ⭐ Rate a service
menu-results = 📊 See results
menu-language = 🌐 Bahasa · Language
menu-privacy = 🔒 Privacy
menu-not-understood = I did not understand. Type the name of an office or a service, or choose below.

command-privasi = what is kept about you
privacy =
    *Your data and the satisfaction survey*
    _Notice, version { $version }_

    *Who.* The city government of { CITY() } runs this survey to judge its public services.
    *On what ground.* Your consent (Law 27/2022 on personal data) and the duty to hold a satisfaction survey (PermenPANRB 14/2017).
    *What for.* To compute the satisfaction index of each office and to mend what is weak. For nothing else.
    *Which data.* Nine answers, the office and service, the time, what you write to us, and your sex, age group, education and occupation if you like to tell. To talk with you we keep your chat account number and your language.
    *Who sees it.* Ratings are kept under a pseudonym, apart from your account. Officers see figures and comments, not who gave them. Please write no names or numbers into a comment.
    *How long.* What you tell about yourself, and its tie to your account, is kept until you withdraw your consent. After that the figures still count, without any tie to you.
    *Abroad.* Messages pass through the chat app, whose servers may be outside Indonesia.
    *Your rights.* To see, correct and erase your data, and to withdraw your consent at any time.
privacy-withdraw = Withdraw my consent
privacy-withdraw-question =
    If you withdraw your consent, your comments and profile are erased, and the tie between your ratings and your account is cut. The figures still count, so you can rate the same office again only after { $days } days. This cannot be undone.

    Go on?
privacy-withdraw-sure = Yes, withdraw and erase
privacy-withdrawn =
    Your consent is withdrawn and your survey data are erased. { $kept ->
        [0] No rating is left.
        [one] One rating still counts, without any tie to you.
       *[other] { $kept } ratings still count, without any tie to you.
    }

# The home of each role: title, today's tasks, buttons for all duties.

home-head-line = *Home of the { $role }*
home-head-line-unit = *Home of the { $role }* · { $unit }
home-nothing-waits = Nothing waits for you now. ✅
home-choose = Choose below, or just type what you want.
home-own-cases = *Your reports under way:*
home-own-case = • { $number }: { $state }
home-switch = 🔁 Switch role
home-which = As whom do you want to use this assistant now?
home-group = What do you want to do?
home-superadmin = superadmin
home-programme-admin = programme admin
home-head = head of unit
home-unit-admin = unit admin
home-officer = officer
home-trainer = trainer
home-employee = employee
home-as-superadmin = 👤 Superadmin
home-as-programme-admin = 👤 Programme admin
home-as-head = 👤 Head of unit
home-as-unit-admin = 👤 Unit admin
home-as-officer = 👤 Officer
home-as-trainer = 👤 Trainer
home-as-employee = 👤 Employee
home-as-citizen = 👤 Citizen

task-cases-overdue = 🔴 { $n ->
        [one] *{ $n }* report is overdue
       *[other] *{ $n }* reports are overdue
    }
task-cases-today = 🟠 { $n ->
        [one] *{ $n }* report must be answered today
       *[other] *{ $n }* reports must be answered today
    }
task-cases-new = 📥 { $n ->
        [one] *{ $n }* report that nobody has taken
       *[other] *{ $n }* reports that nobody has taken
    }
task-low-scores = 🔔 { $n ->
        [one] *{ $n }* low score is not settled
       *[other] *{ $n }* low scores are not settled
    }
task-statements = 📝 { $n ->
    [one] *One* forum statement waits to be checked
   *[other] *{ $n }* forum statements wait to be checked
}
task-consents = ✋ { $n ->
        [one] *{ $n }* employee waits for your leave to join a training
       *[other] *{ $n }* employees wait for your leave to join a training
    }
task-approvals = 📝 { $n ->
        [one] *{ $n }* broadcast waits for your approval
       *[other] *{ $n }* broadcasts wait for your approval
    }
task-broadcasts-overdue = ⏰ { $n ->
        [one] *{ $n }* broadcast is late and waits for your decision
       *[other] *{ $n }* broadcasts are late and wait for your decision
    }
task-imports = 📂 { $n ->
        [one] *{ $n }* file was read and waits for your decision
       *[other] *{ $n }* files were read and wait for your decision
    }
task-claims = 🎁 { $n ->
        [one] *{ $n }* request for a reward waits
       *[other] *{ $n }* requests for rewards wait
    }
task-sessions = 🧾 { $n ->
        [one] *{ $n }* session whose attendance is not complete
       *[other] *{ $n }* sessions whose attendance is not complete
    }
task-invitations = ✉️ { $n ->
        [one] *{ $n }* invitation you have not answered
       *[other] *{ $n }* invitations you have not answered
    }
task-courses = 📘 { $n ->
        [one] *{ $n }* course is not finished
       *[other] *{ $n }* courses are not finished
    }
task-drafts = ✏️ { $n ->
        [one] *{ $n }* draft of a broadcast was not sent
       *[other] *{ $n }* drafts of broadcasts were not sent
    }
task-questions = ❗ { $n ->
        [one] *{ $n }* report of yours waits for your answer
       *[other] *{ $n }* reports of yours wait for your answer
    }
task-rating = ⏳ Your rating of *{ $name }* is not finished: { $n } of 9 answered
task-do-cases-overdue = 🔴 Overdue ({ $n })
task-do-cases-today = 🟠 Today ({ $n })
task-do-cases-new = 📥 New ({ $n })
task-do-low-scores = 🔔 Low scores ({ $n })
task-do-statements = 📝 Check the forum ({ $n })
task-do-consents = ✋ Staff's leave ({ $n })
task-do-approvals = 📝 Approve ({ $n })
task-do-broadcasts-overdue = ⏰ Late ({ $n })
task-do-imports = 📂 Check file ({ $n })
task-do-claims = 🎁 Rewards ({ $n })
task-do-sessions = 🧾 Attendance ({ $n })
task-do-invitations = ✉️ Invitations ({ $n })
task-do-courses = 📘 Go on learning ({ $n })
task-do-drafts = ✏️ Drafts ({ $n })
task-do-questions = ❗ Answer ({ $n })
task-do-rating = ⏳ Go on rating

duties-laporan = 🗂 Citizens' reports
duties-hasil = 📊 Results, counters
duties-forum = 🗣 Citizens' forum
duties-pesan = 📢 Broadcasts, nudges
duties-latih = 🎓 Trainings
duties-orang = 👥 People and data
duties-asisten = 🤖 This assistant
duty-kasus = 🗂 Desk of reports
duty-piket = 📅 Duty rota
duty-jawaban = 💬 Ready replies
duty-batas = ⏱ Limits in days
duty-tindaklanjut = 🛠 Tell improvements
duty-perbaikan = 📈 Improvements
duty-laporan = 📊 Report on results
duty-terbitkan = 📰 Publish results
duty-poster = 🖼 Counter posters
duty-kios = 🖥 Counter screens
duty-survei = 📋 Other surveys
duty-forum-baru = ➕ New forum topic
duty-forum-moderasi = 🗣 Run the forum
duty-siarkan = 📢 Write a broadcast
duty-siaran = 📨 All broadcasts
duty-kampanye = 🧪 Measured nudges
duty-pelatihan = 🎓 Trainings
duty-pelatihan-baru = ➕ New training
duty-undang = ✉️ Invite staff
duty-hadir = 🧾 Attendance
duty-rekap = 🧮 JP overview
duty-tabel-jp = 📐 JP table
duty-hadiah = 🎁 Rewards
duty-peran = 👥 Roles
duty-impor = 📂 Send a file
duty-kode = 🔑 Staff link code
duty-audit = 🧾 Log of actions
duty-ubah-info = ✏️ Change service info
duty-belum-paham = ❓ Not understood
duty-biaya = 💰 Cost of messages
duty-kunci-api = 🔌 API keys
duty-tim = 👥 JP of my staff
duty-belajar = 📘 Learn here
duty-jp = 📈 My JP
duty-poin = ⭐ My points
duty-peringkat = 🏅 Ranking
duty-lencana = 🎖 Badges
duty-profil = 🪪 My staff record
task-externals = 📜 { $n ->
        [one] *{ $n }* certificate from elsewhere waits to be checked
       *[other] *{ $n }* certificates from elsewhere wait to be checked
    }
task-do-externals = 📜 Certificates ({ $n })
duty-sertifikat = 📜 Other certificates
