"""Posters for counters."""
