# The registry: linking a chat, codes, the profile, and files that admins send.

command-daftar = link this chat with your staff record
command-profil = see your staff record
command-kode = make a link code for an employee
command-impor = send staff data, trainings or a course

employee-kind-pns = civil servant (PNS)
employee-kind-pppk = contract staff (PPPK)

link-ask =
    *Link this chat with your staff record*

    Tap the button below to share *your own number*. It is only compared with the staff list, not kept.

    Do you have a code from BKPSDM? Just type it here.
link-share-number = 📱 Share my number
link-by-code-question =
    Link this chat with an employee's record, by the code in that link?

    Go on only if BKPSDM gave the code to you yourself.
link-by-code-sure = Yes, link it
link-already = This chat is linked with *{ $name }* already.
link-linked =
    Welcome, *{ $name }* ({ $unit }).

    From now on your training invitations, reminders and JP are here.
link-unknown-number = This number is not in the staff list. Ask BKPSDM for a code and type it here.
link-shared-number = More than one employee has this number. Ask BKPSDM for a code and type it here.
link-wrong-code = That code is not known. Please check its letters and digits.
link-used-code = That code has been used or replaced. Ask BKPSDM for a new one.
link-expired-code = That code has expired. Ask BKPSDM for a new one.
link-later = Too many attempts. Please try again after { DATETIME($at, timeStyle: "short") }.
link-try = 🔗 Link this chat
link-both = Use my chat in { $service } too
link-moved-away = Your NIP has just been linked with another chat, so this one was let go. If that was not you, please tell BKPSDM at once.
staff-no-longer-listed = You are no longer in the staff list, so this chat was let go. If that is a mistake, please tell BKPSDM.

to-profile = 👤 My profile
profile =
    *{ $name }*
    { $kind } · NIP { $nip }

    Office: { $unit }
    Rank: { $rank }
    Position: { $position }
    Mobile number: { $phone }
    Linked since: { DATETIME($at, dateStyle: "long") }

    Something wrong? Please tell BKPSDM: this comes from there.
profile-none = This chat is not linked with a staff record yet.
profile-unlink = Undo the link
profile-unlink-question = Undo the link between this chat and your staff record? Your JP and history stay, but invitations and reminders no longer come here.
profile-unlink-sure = Yes, undo it
profile-unlinked = The link is undone. You can link again at any time.

code-ask-nip = Whose NIP? Type the 18 digits.
code-no-such-employee = That NIP belongs to no active employee.
code-made =
    Code for *{ $name }* ({ $unit }):

    *{ $code }*

    The employee taps this link, scans the picture, or types the code in /daftar:
    { $link }

    It works once, until { DATETIME($at, dateStyle: "long", timeStyle: "short") }.

import-which = What kind of file will you send?
import-kind-pegawai = 👥 Staff list (Excel, CSV)
import-kind-pelatihan = 📋 List of trainings (Excel, CSV)
import-kind-kursus = 📘 Course (.md)
import-kind-gambar = 🖼 Picture or document of a course
import-send-pegawai = Send the staff list (Excel, LibreOffice or CSV), straight from SIASN or SIMPEG, or a plain sheet with NIP, name, unit, rank, position and phone. Nothing changes before you agree to the result.
import-send-pelatihan = Send the sheet of trainings (Excel, LibreOffice or CSV) with the columns title, kind, skill and mode; one row for each session.
import-send-kursus = Send the course file (Markdown, .md).
import-send-gambar = Send the picture or document. With a photo, write its file name as the caption.
import-which-course = For which course?
import-no-course = There is no course yet.
import-not-a-photo = Please send it as a file, not as a photo.
import-file-added = Added: { $n } files. What are they for?
import-former-void = The file you sent before and did not decide about is not used any more: { $names }.
import-received = “{ $name }” has arrived and is being read. I will send you the result in a moment.
import-received-together = { $n } files have arrived and are read together as one list: { $names }. I will send you the result in a moment.
import-received-each = { $n } files have arrived and are read one by one: { $names }. I will send you the result of each in a moment.
import-file-too-large = That file is larger than 20 MB. Split it, or send it as CSV.
import-file-gone = The file can no longer be fetched from the chat app. Please send it once more.
import-file-changed = The file is no longer the one you agreed to. Please send it once more.
import-too-heavy = That file is too heavy to be read. Split it, or send it as CSV.
import-refused =
    The file “{ $name }” cannot be used, and nothing has changed.

    { $reason }
import-decided = You have decided about that file already, or a newer one has replaced it.
import-comes-again = I am sending what was read once more.
import-plan =
    *What “{ $name }” would do* (nothing has changed yet)

    New: { $new }
    Changed: { $changed }
    Gone: { $gone }
    Unchanged: { $unchanged }
    Rows refused: { $wrong }
    Cells left empty: { $cells }
import-caution = ⚠️ { $caution }
import-wrong-head = *To be mended:*
import-line = Row { $row }, { $column }: { $reason }
import-line-twice = Rows { $rows }: the same employee, taken once.
import-line-contested = Rows { $rows }: one NIP with different content, not taken.
import-line-changed = Row { $row }: changes { $fields }.
import-roles-head = *Gone, but still holding roles* (these are suspended):
import-line-roles = NIP { $nip }: { $roles }
import-line-gone = Not in the sheet: NIP { $nip }.
import-row-on-sheet = { $row } of sheet “{ $sheet }”
import-do-banyak = Also make { $gone } employees inactive …
import-do-pasti = Yes, make { $gone } employees inactive
import-many-gone-question = *One moment.* { $gone } of { $active } active employees are not in this file. If you go on, they leave the list: their seats are given up and their chats unlinked. Does this file really hold ALL employees of the city?
read-sheets = Sheets that are read: { $sheets }
read-sheet-left = { $name } ({ $reason })
read-sheets-left = Sheets that are *not* read: { $sheets }
read-column = { $label } → { $fields }
read-column-like = { $label } → { $fields } (alike, please check)
read-columns = Columns that are read: { $columns }
read-columns-dropped = Columns that are *not* read ({ $count }): { $columns }
read-rows-skipped = { $count } { $count ->
    [one] row
   *[other] rows
} left out ({ $reason }): row { $rows }
import-changes-nothing = There is nothing to change: the staff list is the same as this sheet.
import-do-ya = ✅ Carry out everything
import-do-sebagian = Carry out, who is missing stays active
import-do-batal = Cancel
import-cancelled = Cancelled. Nothing has changed.
import-under-way = Good, it is being carried out. I will tell you when it is done.
import-done = The staff list is up to date: { $new } new, { $changed } changed, { $gone } made inactive.
import-trainings-done = New trainings in the catalogue: { $new }. Known before: { $known }.
import-workbook-file = import-{ $id }.xlsx
import-sheet-name = Findings
import-column-row = Row
import-column-what = What
import-column-reason = Explanation
import-what-wrong = refused
import-what-ignored = cell left empty
import-what-twice = repeated
import-what-changed = changed
import-what-roles = roles suspended
import-what-gone = gone

staff-field-name = name
staff-field-nip = NIP
staff-field-title-before = title before the name
staff-field-title-after = title after the name
staff-field-unit-ref = unit (SIASN)
staff-field-unit-name = unit
staff-field-agency-ref = agency
staff-field-rank = rank
staff-field-position-ref = position (SIASN)
staff-field-position-name = position
staff-field-phone = mobile number
staff-field-contract-start = start of contract
staff-field-kind = PNS/PPPK
staff-field-active = active again

audit-action-staff-imported = updated the staff list
audit-action-link-code-made = made an employee's link code

# Columns of a sheet of trainings
training-field-title = title
training-field-kind = kind
training-field-skill = skill
training-field-mode = mode
training-field-form = form
training-field-institution = institution
training-field-element = element
training-field-jp = JP
training-field-seats = seats
training-field-register-until = deadline
training-field-date = date
training-field-start = start
training-field-end = end
training-field-hours = hours
training-field-place = place
training-field-link = link

# Columns of a sheet of answers
answer-field-respondent = respondent
answer-field-day = day
answer-field-time = time
answer-field-persyaratan = requirements
answer-field-prosedur = procedure
answer-field-waktu = time taken
answer-field-biaya = cost
answer-field-produk = product
answer-field-kompetensi = competence
answer-field-perilaku = conduct
answer-field-pengaduan = complaints
answer-field-sarana = facilities
answer-field-sheet_code = sheet code
answer-field-komentar = comment
answer-field-sex = sex
answer-field-age = age
answer-field-education = education
answer-field-occupation = occupation
