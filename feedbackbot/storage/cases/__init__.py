"""Complaints, low scores and what became of them."""
