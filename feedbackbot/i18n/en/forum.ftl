# The citizens' forum: short statements, votes, results, the official answer.

command-forum = the forum: vote, write a statement
command-forum-baru = open a forum topic
command-forum-moderasi = check statements, answer the forum
menu-forum = 🗣 Citizens' forum

forum-whole-city = The whole city
forum-none = No forum topic has been opened yet. A suggestion or complaint can be sent at any time.
forum-choose = *Citizens' forum.* Choose a topic to take part in:
forum-only-over = *Citizens' forum.* No topic is open just now. Earlier results:
forum-gone = That topic is not there.
forum-voice-elsewhere = You have voted on this topic from another chat. One person, one voice.
forum-staff-only = This topic is for staff only. Link your account first: /daftar
consent-forum =
    *{ $question }*
    { $stage }

    You will see short statements one by one: agree, disagree or pass. Your votes and statements are kept without your name, under a made-up name of the forum's own, until a year after the topic ends. You can take this back at any time: /privasi

    May we?
forum-consent-refused = All right, your votes are not kept. You can still read the results: /forum
forum-place = Statement { $n } of { $of }
forum-agree = 👍 Agree
forum-disagree = 👎 Disagree
forum-pass = ⏭ Pass
forum-pass-also = do not know
forum-write-own = ✍️ Write
forum-stop = 📊 Results
forum-all-seen = ✅ You have seen all { $n } statements. Thank you! Is anything missing?
forum-no-statements = No statements yet. Write the first one!
forum-to-vote = 🗣 Vote
forum-on-web = 🌐 Go on on the web
forum-to-result = 📊 See the result
forum-to-write = ✍️ Write a statement
forum-to-own = 📝 My statements
forum-to-topics = ‹ Topics
forum-closed-meanwhile = This topic has just been closed, so your last vote does not count. Your earlier votes do.
forum-closed-for-words = This topic is closed; no new statements can be sent.
forum-statement-gone = That statement is no longer there.

forum-write =
    *{ $question }*

    Write *one* statement that people can agree or disagree with, at most { $most } characters. No names, no numbers. For example: “The counter should be open until the evening.”
forum-written = ✅ Sent. A person looks at your statement first; we will tell you.
forum-rule-too-long = Too long: at most { $most } characters. Please shorten it.
forum-rule-too-short = Too short. Write one sentence that people can agree or disagree with.
forum-rule-link = Please write it without links or account names.
forum-rule-number = Please write it without phone, identity or account numbers.
forum-rule-address = Please write it without a home address.
forum-rule-insult = Please write it without insults. Criticism is welcome.
forum-rule-name = Please write it without anybody's name; name the position or the office.
forum-rule-enough = You have sent { $each } statements for this topic. Thank you!
forum-rule-like = Somebody has written nearly the same. You can vote on it:
forum-rule-like-waits = Somebody has written nearly the same; it is being checked.

forum-own = *Your statements*
forum-own-none = You have not written a statement yet.
forum-own-waiting = ⏳ Being checked.
forum-own-shown = ✅ Shown: { $agree } of { $n } people agree.
forum-own-refused = ✋ Not shown: { $reason }.
forum-own-hidden = ✋ Taken down: { $reason }.
forum-own-appealed = ⏳ Somebody else is looking at your objection.
forum-object = Object: { $words }
forum-object-short = Object
forum-object-why = Why should that statement be shown? At most { $most } characters. Somebody else will look at it again.
forum-objected = ✅ Sent. Somebody else will look at it; we will tell you.
forum-appeal-once = There is no (further) objection to that statement.

forum-reason-insult = insulting words
forum-reason-person = it speaks of a certain person
forum-reason-off-topic = off topic
forum-reason-duplicate = there is one like it
forum-reason-unclear = people cannot agree or disagree with it
forum-reason-advertising = advertising

forum-stage-coming = Opens on { DATETIME($opens, dateStyle: "medium") }.
forum-stage-open = Open until { DATETIME($until, dateStyle: "medium") }.
forum-stage-over = Over since { DATETIME($until, dateStyle: "medium") }, waiting for the official answer.
forum-stage-answered = Answered.
forum-stage-kept = ✅ Answered and done.
forum-stage-reopened = ⚠️ The promised day has passed; an answer is owed again.
forum-stage-hidden = This topic is closed to the public.
forum-about = 🗣 Forum: { $unit }
forum-card = *{ $question }*
forum-voters = { $n ->
    [0] Nobody has voted yet.
    [one] One person has voted.
   *[other] { $n } people have voted.
}
forum-too-few = Results are shown once { $least } people have voted.
forum-soon = The result is being computed.
forum-agreed = *All groups agree*
forum-share-agree = { $share } % agree ({ $low }–{ $high } %)
forum-share-disagree = { $share } % disagree ({ $low }–{ $high } %)
forum-share-groups = agree { $shares }
forum-no-groups = No different groups of opinion can be seen.
forum-groups-clear = There are { $n } groups of opinion ({ $sizes } people).
forum-groups-uncertain = There may be { $n } groups of opinion ({ $sizes } people), but they are not clearly apart.
forum-parting = *Where opinions differ*
forum-doubtful = { $n } votes are doubtful (many at once, or exactly alike, for example) and are counted apart.
forum-page = More: { $address }
forum-answer = *Official answer of { $unit }* (by { DATETIME($due, dateStyle: "medium") })
forum-answer-kept = ✅ Done on { DATETIME($at, dateStyle: "medium") }:
forum-answer-passed = ⚠️ That day has passed without news. The topic is open again for an answer.

forum-told-shown = ✅ Your statement is now shown in the forum:
forum-told-refused = Your statement in the forum is not shown: { $reason }. You can object.
forum-told-hidden = Your statement in the forum was taken down: { $reason }. You can object.
forum-told-answer = 📣 The forum you took part in has its answer:
forum-told-kept = ✅ What was promised in the forum you took part in is done:
forum-told-passed = ⚠️ A promise in the forum you took part in is overdue. We have asked for an answer again:
forum-owed-over = A forum topic is over. Citizens wait for the official answer:
forum-owed-reopened = ⚠️ The promised day has passed. Citizens were told, and a new answer is owed:
forum-to-answer = Open the topic
forum-waiting = 📝 { $n ->
    [one] One statement waits
   *[other] { $n } statements wait
} to be checked.
forum-to-check = Check

forum-new-unit = Which office is the topic about? *Type its name*, or choose:
forum-all-units = All offices
forum-new-question = What do you ask citizens? One question, at most { $most } characters.
forum-question-short = Please write the question in words.
forum-question-long = Too long: at most { $most } characters.
forum-question-of-case = What should be better about { $element } at { $unit }?
forum-new-from = From when? Type the date, or:
forum-new-now = Now
forum-new-until = Until when? Type the date, or:
forum-new-days = { $n } days
forum-until-past = That day has passed, or is before the topic begins.
forum-until-far = At most { $most } days.
forum-new-who = Who may take part?
forum-audience-everybody = Everybody
forum-audience-staff = Staff only
forum-new-seeds = Write some first statements, one per line (at most { $most }, { $signs } characters each). Of different kinds, also some that people may reject.
forum-new-review =
    *{ $question }*
    { $unit } · { $who }
    { DATETIME($opens, dateStyle: "medium") } – { DATETIME($until, dateStyle: "medium") }
forum-new-open = ✅ Open the topic
forum-new-again = Change
forum-opened = ✅ The topic is open. Announce it from its card: link, poster or broadcast.
forum-to-steer = Topic card
forum-not-yours = That topic is not yours to steer.
forum-ask-citizens = 🗣 Ask the citizens

forum-steer = *Forum: your topics*
forum-steer-none = No topics yet. Open the first: /forum\_baru
forum-check-all = 📝 Check statements ({ $n })
forum-nothing-waits = ✅ No statement waits for you to be checked.
forum-check = Show this statement? { $n ->
    [0] None waits
    [one] One more waits
   *[other] { $n } more wait
} behind it.
forum-look-twice = ⚠️ Look at: { $words }
forum-appealed = The author objects (before: { $reason }):
forum-show = ✅ Show
forum-refuse = ✋ Refuse
forum-later = ⏭ Later
forum-why = For what reason? The author will read it.
forum-shown = ✅ Shown.
forum-refused = Refused; the author is told.
forum-hidden = Taken down; the author is told.
forum-decided-already = That statement is decided already.
forum-own-statement = Your own statement is for somebody else to check.
forum-appeal-other = An objection is for somebody else than who decided before.
forum-which-to-hide = Which statement is to be taken down?
forum-do-tautan = 🔗 Link and code
forum-do-poster = 🖨 Poster
forum-do-siarkan = 📢 Broadcast
forum-poster-made = The poster of this topic, ready to print. Other sizes:
forum-poster-step-2 = Agree or disagree with what citizens say, without a name
forum-poster-step-3 = Read what is agreed on and the official answer
forum-poster-until = until { DATETIME($until, dateStyle: "long") }
forum-announce =
    🗣 Citizens' forum: { $question }

    Agree or disagree with what others say, or write your own, without a name. Open until { DATETIME($until, dateStyle: "long") }.
forum-announce-where = Take part here: /forum
forum-do-tutup = 🔒 Close now
forum-do-jawab = 📣 Official answer
forum-do-tepati = ✅ It is done
forum-do-sembunyi = Take a statement down
forum-do-tutupi = Hide the topic
forum-do-pelatihan = 🎓 Make it a training
forum-link = To share or print:
forum-ask-close = Close this topic now? Citizens can vote no more, and it cannot be opened again.
forum-close-sure = 🔒 Yes, close it
forum-closed = 🔒 The topic is closed. Citizens wait for the official answer.
forum-closed-already = That topic is closed already.
forum-why-hide-topic = Why is this topic hidden from the public? The reason is recorded.
forum-topic-hidden = The topic is hidden.
forum-answer-what = What will be done? This goes to all who took part. At most { $most } characters.
forum-answer-unit = Which office does it? *Type its name*, or choose:
forum-answer-when = By when? Type the date, for example 31 December 2026.
forum-answer-sure = Send this answer to all who took part? If its day passes without news, the topic opens again.
forum-answer-send = 📣 Send
forum-answer-mend = Change
forum-answered = ✅ The answer goes to all who took part.
forum-answer-not-now = The official answer is given once the topic is over.
forum-due-range = The day must be after today and within a year.
forum-nothing-promised = Nothing has been promised yet.
forum-what-was-done = What was done? This goes to all who took part.
forum-kept = ✅ Noted, and told to all who took part.
forum-which-lesson = Which statement is to be worked on with a training?
forum-no-lesson = There is no statement yet that all groups agree on.
forum-which-element = Which element of the survey is it about?
forum-lesson-opened = ✅ An improvement is open. Choose its training:
forum-too-few-ratings = This unit has too few ratings to measure a change.
forum-case-under-way = An improvement of that element is under way already.

audit-subject-forum = forum topic { $number }
audit-subject-forum-statement = forum statement { $number }
audit-action-forum-opened = opened a forum topic
audit-action-forum-closed = closed a forum topic
audit-action-forum-hidden = hid a forum topic
audit-action-forum-answered = answered a forum topic
audit-action-forum-kept = kept a forum promise
audit-action-forum-reopened = a forum promise passed its day
audit-action-forum-improvement = opened an improvement from the forum
audit-action-forum-statement-shown = showed a forum statement
audit-action-forum-statement-refused = refused a forum statement
audit-action-forum-statement-hidden = took a forum statement down

home-forum = Citizens' forum: vote, and read what the city answers
forum-web-title = Citizens' forum
forum-web-lead = Citizens vote on short statements; the city answers what will be done, and by when.
forum-web-all = All forum topics
forum-web-vote = Vote
forum-web-result = Result
forum-web-agree = I agree that my votes and statements are kept without my name. A cookie knows this browser again, so that one person has one voice.
forum-web-cookie = Your browser keeps no cookies, and by one a person stays one voice. Allow it, or take part in a chat app.
forum-web-consent = Please tick the box first.
forum-web-kept = ✅ Your vote is kept.
forum-web-written = ✅ Sent. A person looks at your statement first.
forum-web-write = One statement that people can agree or disagree with, at most { $most } characters, without names and numbers.
forum-web-send = Send
forum-web-chat = Take part in { $channel }
forum-web-learn-head = When is there an answer?
forum-web-learn = This topic closes on { DATETIME($until, dateStyle: "long") }. After that the office in charge writes an official answer: what will be done, and by when. It appears on this page.
forum-web-learn-over = Voting is over; the official answer will appear on this page.
forum-web-untold = This page asks for neither name nor address, so we cannot tell you. Keep the address of this page, or take part in a chat: there you are told as soon as there is an answer.
forum-web-untold-alone = This page asks for neither name nor address, so we cannot tell you. Keep the address of this page and look again later.
forum-web-told-in-chat = You came from a chat, so the answer is told to you there, too.
forum-web-at = Computed { DATETIME($at, dateStyle: "medium", timeStyle: "short") } from { $votes } votes.
forum-web-groups-clear = Opinions form { $n } groups.
forum-web-groups-uncertain = Opinions may form { $n } groups, but they are not clearly apart.
forum-web-group = Group { $name }
forum-web-group-of = Group { $name } ({ $n } people)
forum-web-picture = Picture of the opinions of { $n } people in { $groups } groups: who votes alike lies near each other.
forum-web-caption = Each mark is one person; who votes alike lies near each other.
forum-web-agreed = All groups agree
forum-web-parting = Where opinions differ
forum-web-all-statements = All statements
forum-web-statement = Statement
forum-web-doubtful = Doubtful
forum-web-csv = Download all votes without names (CSV)
