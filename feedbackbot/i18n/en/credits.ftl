# JP, certificates, evaluations, team and overview.

command-jp = see your JP and certificates
command-tim = see the JP of your unit's staff
command-rekap = overview of JP in the city
command-tabel-jp = see or change the JP table

to-jp = 📈 My JP
jp-title = *Your JP in { $year }*
jp-pns-missing = *{ $total } of { $target } JP.* { $missing } to go.
jp-pns-reached = *{ $total } of { $target } JP.* This year's target is reached 🎉
jp-pppk = *{ $total } JP*{ $counted ->
    [0] { "" }
   *[other] {" "}({ $counted } counted)
}
jp-pppk-full = At most { $ceiling } JP count in a year.
jp-nothing-yet = No training is recorded yet.
jp-entry = • { DATETIME($at, dateStyle: "medium") }: { $jp } JP, { $title }
jp-more-entries = … and { $count } more
jp-certificates = 📜 Certificates ({ $count })
jp-which-certificate = Which certificate?

training-completed = 🎉 You have completed *{ $title }* and earned *{ $jp } JP*. Your certificate is ready. How was it? Five taps only.
certificate-button = 📜 Certificate
certificate-here = Your certificate for *{ $title }*.
certificate-none = There is no such certificate.
certificate-government = City Government of { -city }
certificate-heading = Certificate
certificate-number = Number { $number }
certificate-given-to = given to
certificate-for-what = for completing the training
certificate-counts = of { $jp } hours of instruction (JP)
certificate-place-and-date = { -city }, { DATETIME($at, dateStyle: "long") }
certificate-issuer = Personnel and Human Resources Development Agency
certificate-check = Check that it is genuine

verify-title = Check a certificate
verify-ask = Code on the certificate:
verify-button = Check
verify-genuine = This certificate is genuine.
verify-withdrawn = This certificate was issued, but has been withdrawn.
verify-unknown = There is no certificate with this code.
verify-mistyped = This code is mistyped. A certificate's code has 12 letters and digits.
verify-number = Number
verify-name = Name
verify-training = Training
verify-day = Completed
verify-on = { DATETIME($at, dateStyle: "long") }

evaluate-button = ⭐ Say how it was
evaluate-question =
    *{ $title }* · { $number }/{ $count }

    { $question }
evaluate-content = Is the content useful for your work?
evaluate-trainer = Did the trainer explain it well?
evaluate-organisation = Were time and place well organised?
evaluate-usefulness = Will you use it in your work?
evaluate-recommend = Would you recommend it to a colleague?
evaluate-answer-1 = No
evaluate-answer-2 = Not really
evaluate-answer-3 = Yes
evaluate-answer-4 = Very much
evaluate-thanks = Thank you! What you say helps to make the next training better.
evaluate-done-already = Your evaluation is complete. Thank you!
evaluate-not-yours = That evaluation is not yours to give.

jp-team-which = Which unit?
jp-team-none = You are not recorded as head of a unit.
jp-team-not-yours = That is not your unit.
jp-team-title = *{ $unit }*: { $people } employees
jp-team-reached = PNS with { $target } JP: { $reached } of { $pns }
jp-team-member = { $mark } { $name }: { $jp } JP{ $linked }
jp-team-not-linked = , no chat yet

recap-empty = The staff list is empty. Send it with /impor.
recap-text =
    *JP { $year }*

    Active staff: { $people }, linked: { $linked }
    JP in all: { $jp }
    PNS who reached the target: { $reached } of { $pns }
recap-to-workbook = 📊 Workbook (XLSX)
recap-workbook-ready = All figures by office and by person.
recap-title = JP { $year }
recap-subtitle = Target of a PNS: { $target } JP a year; a PPPK has none
recap-alt = Table of JP { $year } of { $units } offices, { $jp } JP in all, target of a PNS { $target } JP
recap-no-unit = Office not known
recap-other-units = { $count } other offices
recap-all = Whole city
recap-column-unit = Office
recap-column-pns = PNS
recap-column-pppk = PPPK
recap-column-linked = Linked
recap-column-jp = JP
recap-column-reached = Reached
recap-column-nip = NIP
recap-column-name = Name
recap-column-kind = Kind
recap-column-rank = Rank
recap-column-target = Target
recap-sheet-units = Offices
recap-sheet-people = Staff

jp-table-which = *JP table.* Which form would you like to see or change?
jp-table-rule =
    *{ $code } { $name }*
    Rule now: { $rule }

    Type the new rule, for example “1 hari = 4 JP”, “maks 2 JP per hari” or “sesuai JP”.
jp-table-changed = The rule of { $code } is now: { $rule }
jp-form-unknown = That form is not in the JP table.

audit-action-jp-form-changed = changed the JP table
audit-action-jp-corrected = corrected an employee's JP
