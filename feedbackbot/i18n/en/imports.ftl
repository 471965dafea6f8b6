# What can be wrong with a sheet of employees, a sheet of trainings, and a course file.

## The sheet as a whole
sheet-empty = This file is empty: no cell holds anything.
sheet-file-too-large = This file is larger than { $megabytes } MB. Split it, or send it as CSV.
sheet-not-a-sheet = This file is not a table. Send an Excel (.xlsx, .xls), LibreOffice (.ods) or CSV file.
sheet-damaged = This file is damaged or incomplete. Open it in Excel or LibreOffice, save it as “Excel Workbook (.xlsx)” and send it again.
sheet-bomb = This file was not opened: it would unpack to far more than its size. Save the sheet as a new file.
sheet-renamed-archive = This file is an archive (ZIP, RAR or the like), not a sheet. Unpack it first and send the sheet inside.
sheet-quote-open = In row { $row } a quotation mark is not closed, so the rest cannot be read.
sheet-no-header = No header row was found. Missing columns: { $missing }.
sheet-too-many-rows = This sheet has more than { $limit } rows. Check that it is the right file.
sheet-locked = This file has a password. Open it, take the password away (File › Info › Protect), save it and send it again.
sheet-other-program = This file is from a program that I cannot read. Open it there or in Excel, save it as “Excel Workbook (.xlsx)” and send it again.
sheet-is-pdf = This file is a PDF, so its cells cannot be read. Ask for the Excel file it was made from and send that.
sheet-is-picture = This file is a picture, so its numbers cannot be read for sure. Send the Excel or CSV file.
sheet-is-document = This file is a text document or a presentation. Copy the table into Excel, save it as .xlsx and send it again.
sheet-is-link = This file is only a link to Google Sheets. Open the sheet, choose File › Download › Microsoft Excel (.xlsx) and send that.
sheet-all-hidden = All sheets of this file that hold anything are hidden. Unhide the right one, save the file and send it again.
sheet-answer-of-five = This sheet's scale has five answers; this survey has four. They cannot be turned into each other without guessing.
sheet-answers-no-header = No column was found for these elements: { $missing }. The plain way: call the columns U1 to U9 and fill in 1 to 4, one respondent a row.
sheet-left-hidden = hidden
sheet-left-name = its name says that it is not the data
sheet-left-no-header = no header row that is known
sheet-left-empty = empty
skipped-column-numbers = numbers of columns
skipped-total = total or recap
skipped-signature = signature or note
skipped-header-again = the header once more
skipped-number-only = only a running number
skipped-section = title of a section

## One cell
cell-digits-lost = Excel has cut this number. Make the column Text, enter the number again and send the file again.
cell-excel-error = This cell holds an Excel error.
cell-formula = This cell holds a formula. Formulas are not worked out; enter the value.
cell-missing = This cell must be filled in.
cell-not-a-date = This is not a certain date. A right one: 25/11/2026 or 25 November 2026.
cell-date-hijri = I do not work out Islamic dates. Please write the common one, for example 25 November 2026.
cell-not-a-time = This is not a certain time. A right one: 09.30.
cell-weekday-differs = The weekday and the date do not go together. Check which is right.
cell-not-a-span = This is not a start and an end. A right one: 09.00-12.00.
cell-span-open = It does not say when it ends. Example: 09.00-12.00.
cell-not-a-link = This is not a web address beginning with https://.
cell-not-a-number = Enter a number between { $lowest } and { $highest }.
cell-too-long = This cell has more than { $limit } characters.
words-too-long = This has more than { $limit } characters.

## Employees
nip-missing = The NIP is missing.
nip-not-digits = A NIP has digits only.
nip-length = A NIP has { $expected } digits; this one has { $digits }.
nip-old-form = This is an old NIP (9 digits). Enter the new one with 18 digits.
nip-digits-lost = Excel has cut this NIP. Make the column Text, enter the number again and send the file again.
nip-birth-date = The first eight digits of this NIP are not a date of birth.
nip-appointment-month = The month of appointment in this NIP is wrong (digits 13 and 14).
nip-appointed-too-young = By this NIP the person was appointed as a child.
nip-appointed-in-future = By this NIP the appointment lies in the future.
nip-sex-digit = Digit 15 of a NIP must be 1 or 2.
nip-pppk-year = The first NI PPPK are of { $first_year }; this number is older.
name-missing = The name is missing.
name-too-long = The name has more than { $limit } characters.
phone-not-a-number = This is not a phone number; left empty.
phone-not-sure = This number is not certain (it has .0, (2) or too many digits); left empty.
rank-unknown = This rank is not known; left empty.
import-many-gone = Many employees are not in this sheet and would become inactive. Is the sheet complete?
import-many-wrong = Many rows are wrong. Check the sheet before going on.
import-excel-cut-numbers = Excel has cut NIPs in this sheet. Make the NIP column Text before filling it in or opening a CSV.

## Codes
code-length = This code must have { $expected } letters and digits.
code-mistyped = A letter of this code is mistyped. Check it again.

## JP
jp-needs-minutes = The length in minutes is needed to work out the JP.
jp-needs-days = The number of days is needed to work out the JP.
jp-needs-times = The number of occasions is needed to work out the JP.
jp-negative = The amount must not be negative.
jp-not-foreseen = This form does not exist for international activities.
jp-rate = This JP rule is not understood. Examples: "1 hari = 4 JP", "sesuai JP", "maks 2 JP per hari".
jp-table-columns = The JP table needs the columns kode, jalur, nasional, internasional.
jp-table-code = In line { $line } the code is empty or already used.

## A sheet of trainings
training-kind-unknown = This kind is not known. Choices: { $known }.
training-skill-unknown = This skill is not known. Choices: { $known }.
training-mode-unknown = This mode is not known. Choices: { $known }.
training-element-unknown = This element is not known. Choices: { $known }.
training-form-unknown = This form's code is not in the JP table. Choices: { $known }.
training-rows-differ = This differs from row { $row } of the same training.
training-no-place = Enter a place or a link.
training-ends-before-start = The end must be after the start.
training-in-past = This date has passed.
training-deadline-late = The registration deadline is after the first session.
training-jp-missing = The JP cannot be worked out from this sheet. Fill in the JP column.

## A course file
course-file-problems = { $count ->
    [one] { $file } was not imported: one thing must be mended.
   *[other] { $file } was not imported: { $count } things must be mended.
}
course-file-too-large = The course file is larger than { $kilobytes } KB.
course-not-text = This line is not UTF-8 text. Save the file as UTF-8 text.
course-head-missing = The file must begin with a head: a line "---", then judul, unsur and jp, then "---".
course-head-open = The head is not closed by a line "---".
course-head-broken = The head cannot be read here. Use quotation marks where a value holds a colon.
course-key-missing = The head lacks "{ $name }".
course-key-twice = "{ $name }" is given twice.
course-key-unknown = "{ $name }" is not known in the head.
course-value-not-plain = This must be one plain value, not a list.
course-number = "{ $name }" must be a number between { $lowest } and { $highest }.
course-element-unknown = This element is not known. Choices: { $known }.
course-form-unknown = This form's code is not in the JP table. Choices: { $known }.
course-title-length = The title is needed and may have { $limit } characters.
course-summary-length = The summary may have { $limit } characters.
course-text-before-lessons = There must be no text before the first lesson (##).
course-no-lessons = There is no lesson yet. Each begins with "## Title".
course-too-many-lessons = There may be { $limit } lessons.
course-lesson-title = A lesson's title may have { $limit } characters.
course-lesson-empty = This lesson is empty.
course-lesson-parts = This lesson falls into more than { $limit } messages. Make it two lessons.
course-part-length = This text has { $length } characters; { $limit } are allowed. Split it by a picture or a new lesson.
course-caption-length = This caption may have { $limit } characters.
course-markup = A mark for bold or italic has no partner near "{ $near }".
course-target = This must be a file name without a folder, or begin with https://.
course-picture-kind = A picture must end in { $kinds }.
course-no-quiz = There is no section "## Kuis" yet.
course-second-quiz = There may be only one quiz.
course-quiz-empty = The quiz has no question yet. Each begins with "### ".
course-quiz-length = There may be { $limit } questions.
course-quiz-stray = There must be no text before the first question (###).
course-question-length = The question is needed and may have { $limit } characters.
course-question-stray = This line is neither an option (- [ ]) nor an explanation (>).
course-options = { $fewest } to { $most } options are needed; here are { $found }.
course-option-length = An option is needed here and may have { $limit } characters.
course-option-twice = This option is already there.
course-right-answer = Exactly one option must be marked as right with [x]; here are { $found }.
course-explanation = The explanation (>) is needed and may have { $limit } characters.
sheet-answer-wrong = An answer must be a number from 1 to 4, a letter from a to d, or a word of its scale.
sheet-answer-not-on-scale = The answer must be a number from 1 to { $highest }.

## Sheets of survey answers
sheet-day-not-come = The day { $day } has not come yet.
answers-none = Not a single row can be counted; nothing is changed.
answers-day-needed = Some rows tell no day. Give it with --day, for example --day 2026-06-30.
answers-unit-needed = This sheet does not say which office it is of. Write its code with --unit, such as --unit disdukcapil.
answers-other-unit = This sheet is of { $found }, not of { $unit } alone. Make a sheet for each office; nothing was changed.
answers-no-unit = No office has the code { $unit }.
sheet-code-wrong = This sheet code is not known. Copy it from the corner of the form, such as SKM1/disdukcapil/loket-1.
answers-no-import = No import number { $id } is in force.
answers-no-imports = No sheet of answers has been imported.
answers-plan-old = Another import came in between; nothing is changed. Run it once more.
answers-which = This sheet is like an import that counts already: { $found }. Write --replaces NUMBER if it is the same sheet, or --separate if other people gave these answers. Nothing is changed.
answers-problem = row { $row }, { $column }: { $reason }
answers-more-problems = … and { $more } more
answers-summary-row = row { $row }: { $kind }, not counted
answers-summary-total = a row of totals
answers-summary-mean = a row of means
answers-summary-min = a row of the smallest values
answers-summary-max = a row of the largest values
answers-summary-mode = a row of the most frequent values
answers-summary-other = a row that sums up
answers-plan-new = New import "{ $name }" for { $unit }, { $first } to { $last }: { $new } answers.
answers-plan-replaces = "{ $name }" for { $unit }, { $first } to { $last }, takes the place of import { $id } ("{ $earlier }"): { $new } new, { $changed } changed, { $gone } gone, { $same } the same.
answers-plan-nothing = "{ $name }" counts already as import { $id } ("{ $earlier }"): { $same } answers the same, nothing changes.
answers-ask = Carry it out?
answers-done = Done: { $new } new, { $changed } changed, { $gone } gone, { $same } the same.
answers-ask-back = Take it back whole?
answers-taken-back = Taken back: { $rows } answers count no more.
answers-import-line = { $id }  "{ $name }", { $unit }, { $first } to { $last }, { $rows } answers { $state }
answers-state-back = (taken back { $day })
audit-action-answers-imported = imported a sheet of answers
audit-action-answers-taken-back = took a sheet of answers back
audit-action-survey-rows-taken-back = took back a sheet of another survey
