# Times as people type them, and how long something takes.

time-not-understood = I did not understand the time. For example: “tomorrow 09:00”, “25/11 14.30”, “monday 8am”.
time-no-such-date = There is no such date. For example: “25/11 14.30”.
time-no-such-hour = There is no such hour. Please write one between 00.00 and 23.59.
time-ambiguous = That may mean two times. Please write one day and one hour, for example “tomorrow 14:00”.
time-hour-missing = At what time? For example: “tomorrow 09:00”.
time-past = That time is over. Please choose one that is still ahead.
time-too-far = That is too far away: a year from now at most.

duration-seconds = { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
duration-minutes = { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
duration-hours = { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
time-hijri = I do not work out Islamic dates. Please write the common one, for example “25 November 2026 09.00”.
