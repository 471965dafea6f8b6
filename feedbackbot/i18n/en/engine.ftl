# What the conversation engine itself says.

notice-old-button = That button is from earlier. Here is the present question.
notice-button-of-no-use = That button is from earlier. Please begin at the menu.
notice-tap-a-button = I did not understand. Tap one of the buttons, or type your choice.
notice-write-words = Please answer in words.
notice-not-usable = I cannot use that here.
notice-not-understood = Hello! I did not understand that message. Please choose below.
notice-unknown-command = There is no such command. Type /bantuan to see what I can do.
notice-edited = I do not read messages again once they are changed. Please send your answer as a new message.
notice-edited-late = I do not read changes of an earlier message.
notice-edit-taken = I have taken over the change of your message.
notice-way-out = If you want to stop, type *cancel*.
stop-sure = Do you want to stop? You wrote: “{ $words }”
stop-yes = Yes, stop
stop-no = No, go on
open-something-else = No, it is something else
open-new-report = 📣 No, this is a new report
stop-is-answer = It is my answer
notice-foreign-contact = That is somebody else's number. Please share your own with the button below.

cancelled = All right, we stop here.
nothing-to-cancel = There is nothing under way.
help =
    This is what I can do:

    { $commands }

    You can also just type the name of the office or service you visited, for example “dukcapil” or “ktp”.
help-duty = *For your duties*
help-employee = *For civil servants*
help-citizen = *For everybody*
file-open = Open the file
file-once = This file opens by a link: it works for { $hours } h and can be downloaded once.
file-lasting = The file is behind this link, for { $days } days.
file-page-title = Download a file
file-page-once = { $name } can be downloaded once. Do it on a phone or computer of your own.
file-page-button = Download now
file-page-gone = This link was used, is too old, or its file was erased. Ask again in the chat where the link came from.
list-opener = Choose
page-before = ‹ Back
page-after = More ›

command-mulai = open the menu
command-batal = stop what is under way
command-bantuan = see all commands

file-not-made = _(Its picture or file could not be made. Please ask for it again later.)_
error-unexpected = Sorry, something went wrong on our side. Your earlier answers are safe. Please try again in a moment.
notice-no-groups = I can only help in a private chat. Open my profile and press Start. See you there!
as-table = ▦ Show as a table
table-goes-on = and { $n ->
    [one] one more row
   *[other] { $n } more rows
}
