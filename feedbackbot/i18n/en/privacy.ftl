# A person's data: seen, erased.

command-dataku = see everything held about you
command-hapus = erase your data

purpose-survey = the survey
purpose-cases = reports
purpose-recovery = being asked by an officer
purpose-forum = the citizens' forum
purpose-marketing = news and announcements of the city

privacy-other-purposes =
    *Reports.* Words, files and what you and the officer wrote are kept until { $cases } days after the report is closed. Officers do not see who you are.
    *Low scores.* Only if you allow it, an officer may ask you through the bot. What is written is kept for { $recovery } days.
    *Comments* on ratings are kept for { $comments } days.
    *Forum.* Votes and statements are kept under a made-up name of the forum's own; nothing there leads to your name or your ratings.

    See everything: /dataku · erase: /hapus
privacy-withdraw-cases = Withdraw for reports
privacy-withdraw-recovery = Withdraw being asked
privacy-withdraw-forum = Withdraw for the forum
privacy-withdraw-forum-question = Take back your consent for the forum? All your votes there are erased and your statements are tied to you no more; this cannot be undone.
privacy-withdraw-forum-sure = Yes, withdraw and erase
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
held-forum = • Forum: { $votes } votes, { $n } statements (under a made-up name)
held-statement = { "  " }– { $words }
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
    • Your consents, language, messages and chat address are erased.{ $chats ->
        [1] { "" }
       *[other] {" "}This goes for all { $chats } of your joined chats.
    }
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

command-sambung = use two chat apps as one person

join-code =
    *Join this chat with your chat in another app*

    Open this assistant in the other app, type /sambung there, then type this code:

    *{ $code }*

    The code is good for 15 minutes, and once. Give it to nobody.
join-link = Or open it at once in { $service }: { $link }
join-ask-code = Do you have a code from the other app? Type it here.
join-question =
    *Join this chat with the chat that shows that code?*

    The two become one person: reports, ratings, invitations and duties can be read in both, and an office still gets one voice.

    Go on only if you made the code *yourself*. If somebody else asks you to, do not: that person could read your reports.
join-sure = Yes, both chats are mine
join-sure-short = Yes, mine
join-asked =
    The number here: *{ $sign }*

    Now open { $service }. You are asked once more there; agree only if the number is the same. The question is good for 15 minutes.
join-wrong-code = That code is unknown or no longer good. Type /sambung in the other app to make a new one.
join-later = Too many attempts. Please try again after { DATETIME($at, timeStyle: "short") }.
join-own-code = You made that code yourself, and this chat is joined already.
join-same-service = That code is from another chat in the same app. Only chats in two different apps can be joined.
join-two-employees = The two chats are linked to two different employees. Undo one of the links in /profil first.
join-already = These chats are joined already. See or part them: /sambung
join-too-late = That request was answered already, or is older than 15 minutes. Type /sambung to begin again.
join-request =
    *A chat in { $service } asks to be joined with this one.*

    It shows the number *{ $sign }*. Agree only if you asked for this yourself and see that number: whoever holds that chat will read your reports and answer in your name.
join-agree = Yes, join them
join-refuse = No
join-refused-here = All right, nothing is joined. If you did not make the code, there is nothing else to do.
join-refused = The other chat said no, so nothing is joined.
join-joined =
    ✅ This chat and your chat in { $service } are one person now.{ $dropped ->
        [0] { "" }
       *[other] {" "}Offices that you rated in both count once: the newest rating.
    }

    To part them again: /sambung
join-joined-there = ✅ Joined: your two chats are one person now. To part them again: /sambung
join-places = *Your joined chats*
join-place = • { $service }, since { DATETIME($at, dateStyle: "medium") }{ $here ->
        [yes] {" "}(this chat)
       *[no] { "" }
    }
join-part = Part { $service }
join-part-question =
    Part the chat in { $service }?

    Everything begins anew there. Reports, ratings, roles and the link to the registry stay with the other chat.
join-part-sure = Yes, part it
join-parted = The chat in { $service } has been parted. If you did not ask for that, look at /dataku in your chat.
