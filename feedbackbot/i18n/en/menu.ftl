menu =
    *{ -city } city assistant*

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

    *Who.* The city government of { -city } runs this survey to judge its public services.
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
