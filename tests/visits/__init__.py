"""Visits told by units, and the receipts that invite to rate them."""
