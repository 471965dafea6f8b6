# A visit that was finished, and the receipt that invites to rate it.
command-kunci-api = API keys for an office's application
receipt-unknown = That receipt's link is not known. You can rate all the same:
receipt-over = The link on that receipt was used already or is over. You can rate all the same:
page-receipt-over = The link on that receipt was used already or is over. You can rate here all the same.
api-lead = An office's application tells when somebody has been served, and gets a one-time link to print on the receipt. The results are open to everybody.
api-fields = What is sent
api-answers = Answers
api-key-which-unit = API keys of which office? *Type its name*, or choose:
api-key-list = *{ $unit }*: { $n ->
    [0] no API key yet.
    [one] one API key in force.
   *[other] { $n } API keys in force.
}
    With a key the office's application tells of finished visits and gets rating links for receipts. How to use it: { $address }
api-key-line = Withdraw …{ $ending } ({ $share } %)
api-key-make = New key, { $share } % invited
api-key-make-short = New, { $share } %
api-key-made =
    *New API key of { $unit }*

    { $key }

    Copy it now: it cannot be shown again. Keep it in the application, not in a group chat, then delete this message. Withdraw it at once if it leaks: /kunci\_api
api-key-withdrawn = The key is withdrawn. From now on it opens nothing.
api-key-gone = That key was withdrawn already.
audit-action-api-key-made = made an API key
audit-action-api-key-withdrawn = withdrew an API key
# What an application is told is in English (problem+json); these say the same to people.
api-no-service = The office has no service of that code.
api-no-counter = The office has no counter of that code.
api-too-many = This key has told of too many visits today.
api-other-request = That name of a request was used for another visit.
