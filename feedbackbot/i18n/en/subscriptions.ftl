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
