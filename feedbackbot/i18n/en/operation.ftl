# How the assistant is: read by superadmins.

command-status = see how this assistant is
duty-status = How the assistant is
status-see = See how it is
status-well = ✅ *All is well.*
status-wrong = ⚠️ *Something is wrong:*
status-waiting = *Waiting*
status-nothing = Nothing.
status-updates = Messages of citizens without an answer: { NUMBER($count) }, the oldest since { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-due-reply = Answers not sent yet: { NUMBER($count) }, since { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-due-reminder = Reminders and news not sent yet: { NUMBER($count) }, since { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-due-bulk = Broadcasts and invitations not sent yet: { NUMBER($count) }, since { DATETIME($since, dateStyle: "medium", timeStyle: "short") }
status-held = ⏸ Held since a backup was restored: { NUMBER($count) } messages. Whoever runs the server decides: _bot.py restore --resume_ (send) or _--drop_ (never).
status-failed = *Failed in 24 hours*
status-dead = Messages of citizens that could not be worked on: { NUMBER($count) }
status-rejected = Messages that the chat service refused: { NUMBER($count) }
status-unknown = Messages of which nobody knows whether they arrived: { NUMBER($count) }
status-jobs = Jobs whose last run failed: { $names }
status-backup = *Backup*
status-backup-made = Last: { DATETIME($at, dateStyle: "medium", timeStyle: "short") }, { NUMBER($size, maximumFractionDigits: 1) } MB
status-backup-none = Not planned (FEEDBACKBOT_BACKUP_FOLDER is empty).
status-backup-not-yet = None yet; the first is made tonight.
status-backup-failed = ❌ The last one failed: { $problem }
status-trial-good = Tried { DATETIME($at, dateStyle: "medium", timeStyle: "short") }: it can be restored and holds { NUMBER($people) } people and { NUMBER($ratings) } ratings.
status-trial-bad = ❌ Tried { DATETIME($at, dateStyle: "medium", timeStyle: "short") }: it cannot be restored ({ $problem })
status-installation =
    *Installation*
    Release { $release }, { $database } (schema { $revision }), { NUMBER($processes) } processes, { NUMBER($free, maximumFractionDigits: 1) } GB of disk left

## Alarms
trouble-began =
    ⚠️ *Something has been wrong for { NUMBER($minutes) } minutes*
    { $what }

    { $todo }
trouble-over = ✅ *Well again:* { $what }
trouble-nothing-sent = Messages wait, but none is sent.
trouble-nothing-sent-todo = Look at the server's internet, and run _bot.py doctor_.
trouble-refused = The chat service refuses our messages.
trouble-refused-todo = Run _bot.py doctor_; the log tells the reason.
trouble-dead-updates = There are messages of citizens that could not be worked on.
trouble-dead-updates-todo = Keep the log and tell the developers.
trouble-backup-late = The last backup is too old.
trouble-backup-late-todo = Run _bot.py backup --tonight_ and read what it says.
trouble-backup-bad = The last backup or its trial failed.
trouble-backup-bad-todo = /status tells why; when mended run _bot.py backup --tonight_.
trouble-disk = The server's disk is almost full.
trouble-disk-todo = Make room: old backups and logs first. When it is full, the assistant answers no more.
