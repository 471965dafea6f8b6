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

# Invitations after a visit, for those who wish them.
command-diundang = invitations to rate after you were served
to-invited = 🔔 Invite me after a visit
invited-about =
    *Invitations to rate after a visit*

    The applications of some offices tell this bot when somebody has been served. If you like, you can then be invited to rate here. The office is not told whether you use this bot, and your rating stays without a name.
invited-is-number = ✅ You are known by your phone number.
invited-is-reference = ✅ You are known by a code.
invited-by-number = By my phone number
invited-by-code = Make a code instead
invited-stop = Invite me no more
invited-ask-number = Share your phone number with the button below. The number itself is not kept, only a scrambled trace to match it.
invited-no-number = That number cannot be read. Use the button below, or /batal.
invited-by-number-now = Good. If an office names this number after you were served, you are invited to rate here. To stop: /diundang
invited-code =
    *Your invitation code*

    { $code }

    Give it to an office in place of your number. An older code is void, and this one cannot be shown again. To stop: /diundang
invited-no-more = Good. You are no longer known, and not invited after a visit.
invited-now = You have just been served at *{ $unit }*. How was it? Nine short questions, without a name.
invited-rate = Rate now
