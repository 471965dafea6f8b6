# A person's data: seen, erased.

command-dataku = see everything held about you
command-hapus = erase your data

purpose-survey = the survey
purpose-cases = reports
purpose-recovery = being asked by an officer

privacy-other-purposes =
    *Reports.* Words, files and what you and the officer wrote are kept until { $cases } days after the report is closed. Officers do not see who you are.
    *Low scores.* Only if you allow it, an officer may ask you through the bot. What is written is kept for { $recovery } days.
    *Comments* on ratings are kept for { $comments } days.

    See everything: /dataku · erase: /hapus
privacy-withdraw-cases = Withdraw for reports
privacy-withdraw-recovery = Withdraw being asked
privacy-withdraw-cases-question = Take back your consent for reports? What you have sent is still handled, but you will be asked again before the next one.
privacy-withdraw-recovery-question = Take back your consent to be asked by an officer? The talk with the officer about your low score is erased; this cannot be undone.
privacy-withdraw-cases-sure = Yes, take it back
privacy-withdraw-recovery-sure = Yes, withdraw and erase
privacy-purpose-withdrawn = Your consent for { $purpose } is withdrawn.

held-title = *What we hold about you*
held-address = • Chat address: { $channel } { $address }
held-language = • Language: { $language }
held-consent = • { DATETIME($at, dateStyle: "medium") }: { $given ->
        [yes] agreed
       *[no] did not agree
    } to { $purpose } (version { $version })
held-ratings = • Ratings: { $n } (under a pseudonym)
held-profile = • About you: { $profile }
held-cases = • Reports: { $n }
held-case = { "  " }– { $number }, { $kind }, { DATETIME($at, dateStyle: "medium") }
held-others = • Other records (messages, state of the chat, and so on): { $n } rows
held-file = Everything is in this file, as it is.

erase-button = 🗑 Erase my data
erase-see-first = See the data first
erase-sure = Yes, erase everything
erase-preview =
    *What happens if you erase your data*

    • { $ratings } ratings still count, but what ties them to you, comments and profile are erased.
    • { $cases } reports: words, files and talks are erased.{ $open ->
        [0] { "" }
       *[other] {" "}{ $open } of them still open are withdrawn.
    }
    • Your consents, language, messages and chat address are erased.
    • What stays is a keyed mark without a name, so that one person keeps one voice and limits hold: an office you rated can be rated again from this chat after { $days } days; a mark of abuse, if there is one, lasts { $flag } days at most.

    This cannot be undone. Go on?
erased-already = ✅ Your data were erased a moment ago; nothing is left.
erase-holds-role = You still hold a role as an officer or admin. Ask for it to be withdrawn first, then erase your data.
erased =
    ✅ Your data are erased. { $kept ->
        [0] No rating is left.
       *[other] { $kept } ratings still count, tied to nobody.
    }

    This chat's address is forgotten soon too, unless you write again.
