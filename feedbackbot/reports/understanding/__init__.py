"""What admins are handed about the answers to ordinary questions."""
