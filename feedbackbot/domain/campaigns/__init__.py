"""What a nudge campaign wants, when its messages go, and what they may say."""
