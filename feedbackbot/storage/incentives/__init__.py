"""Points, badges, boards, rewards."""
