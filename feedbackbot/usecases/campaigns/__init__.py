"""Nudge campaigns: designed, drawn, sent, followed, and read at their horizon."""
