# Courses in the chat.

command-belajar = learn in the chat, step by step

menu-learning = 📘 Learn in the chat

learn-which = *Learn in the chat.* Which course?
learn-none = There is no course at present.
learn-open = 📘 Begin to learn
learn-lesson = *Lesson { $number } of { $count }: { $title }*
learn-next = Next ›
learn-to-quiz = To the quiz ›
learn-go-on = ▶️ Go on
learn-show-file = 📎 { $name }
learn-daily-harian = ⏰ One lesson a day
learn-daily-setop = ⏰ Stop reminding me
learn-daily-off = Stop reminding me
learn-daily-is-on = All right: one lesson a day, I remind you every morning.
learn-daily-is-off = All right, I will not remind you any more. You can go on at any time.
learn-daily-reminder = 📘 *{ $title }*: lesson { $lesson } is waiting for you. It takes a few minutes.
learn-enough-today = Enough for today. Lesson { $lesson } tomorrow morning, or go on now if you like.
learn-ready =
    *You have read all lessons.*

    The quiz has { $questions } questions; { $percent }% must be right. Tries: { $tries }. Passing gives you { $jp } JP.
learn-start-quiz = Start the quiz
learn-read-again = Read again from the start
learn-quiz-resume = You stopped at question { $number } of { $count }.
learn-passed-already = ✅ You have passed *{ $title }* ({ $percent }%).
learn-out-of-tries = No tries are left ({ $tries }, best { $percent }%). Ask BKPSDM if you would like another.
learn-lessons-first = Please read all lessons first.
learn-no-tries-left = No tries are left for this quiz.
learn-course-changed = This course was just replaced. Start the quiz again from the menu; you do not lose a try.

quiz-question = Question { $number } of { $count }
quiz-right = ✅ Right. { $explanation }
quiz-wrong =
    ❌ Not quite. The answer: { $right }

    { $explanation }
quiz-already-answered = That question is answered; the first answer counts.
quiz-passed = 🎉 *Passed!* { $right } of { $questions } right ({ $percent }%).
quiz-failed = Not passed yet: { $right } of { $questions } right ({ $percent }%). Tries left: { $tries }.
quiz-again = Read again and try again

course-brought = The course *{ $title }* is in the catalogue: { $lessons } lessons, { $questions } questions.
course-same = It is the same as before; nothing has changed.
course-missing = Files still to be sent: { $names }
course-complete = All pictures and documents of the course are there.
course-file-not-shown = This course does not mention “{ $name }”. Please check the file name.
course-title-taken = Another training has that title already.
course-line = { $file }, line { $line }: { $problem }

audit-action-course-imported = brought in a course
