command-peran = give or take away roles
command-audit = see what admins did

role-superadmin = Superadmin
role-programme-admin = Programme admin
role-unit-admin = Unit admin
role-officer = Complaints officer
role-head = Head of unit
role-trainer = Trainer
role-superadmin-many = All superadmins
role-programme-admin-many = All programme admins
role-unit-admin-many = All unit admins
role-officer-many = All complaints officers
role-head-many = All heads of units
role-trainer-many = All trainers

roles-title = *Roles in force*
role-line = • { $who }: { $role } (since { DATETIME($at, dateStyle: "medium") })
role-person = Person #{ $id }
role-give = ➕ Give a role
role-withdraw = Take away: { $who }
role-withdraw-question = Take the role *{ $role }* from *{ $who }*? It takes effect at once.
role-withdraw-sure = Yes, take it away
role-withdrawn = The role { $role } was taken from { $who }.
role-which = Which role is given?
role-which-unit = For which office? *Type its name*, or choose:
role-whose = For whom? Write a name by which you will know them in the list.
role-code =
    The code for *{ $who }* ({ $role }):

    /admin { $code }

    Ask them to send that line to this assistant within 24 hours. It works once; give it to nobody else.
roles-suspended = *{ $name }* is no longer in the registry, so these roles are suspended: { $roles }. If that is a mistake, give them back below.
role-restore = Give back: { $role }
role-restored = The role { $role } is in force again.
role-accept-question = That link gives this chat the role *{ $role }*. Accept it?
role-accept-sure = Yes, accept
role-accepted = Your role is now: *{ $role }*. Your new commands are in /bantuan.
role-needs-unit = That role needs an office, or must not have one.
role-not-yours-to-give = That role is not yours to give.
role-gone-already = That role was taken away already.
role-last-superadmin = This is the last superadmin. Give the role to somebody else first.

audit-title = *What admins did*
audit-empty = Nothing has been recorded yet.
audit-older = Older ›
audit-command-line = command line
audit-entry = { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · { $who }: { $action } ({ $subject })
audit-action-admin-code-made = made a superadmin's code
audit-action-role-offered = offered a role
audit-action-role-granted = accepted a role
audit-action-role-suspended = suspended roles (gone from the registry)
audit-action-role-restored = gave a role back
audit-action-role-withdrawn = took a role away
audit-action-chats-joined = joined two chats into one person
audit-action-chat-parted = parted a chat
audit-action-broadcast-confirmed = sent or planned a broadcast
audit-action-broadcast-approved = approved a broadcast
audit-action-broadcast-refused = refused a broadcast
audit-action-broadcast-paused = paused a broadcast
audit-action-broadcast-resumed = resumed a broadcast
audit-action-broadcast-cancelled = cancelled a broadcast

command-langganan = choose the news you want to get

subscriptions =
    *What you hear of*

    Tap to switch on or off. Replies to your messages and reports, and warnings of danger, reach you all the same.
subscription-off = All right. You will not get *{ $topic }* any more.
subscription-on-again = Switch on again
subscription-others = Other news
topic-news = News from the city
topic-training-reminders = Training reminders
topic-suggestions = Training suggestions
topic-surveys = Invitations to rate
topic-digests = Regular digests

leave-unknown = 📅 The bot's calendar does not know the collective leave of { $year } yet, so working-day deadlines may fall too early. Please have the holidays package updated, or the days listed in FEEDBACKBOT_EXTRA_DAYS_OFF.
