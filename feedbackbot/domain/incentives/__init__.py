"""Points, badges, streaks, seasons and boards: rules as data and pure functions, no storage, no words."""
