"""Published figures, reports, posters and digests."""
