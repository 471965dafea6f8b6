"""Nudge campaigns and their verdicts."""
