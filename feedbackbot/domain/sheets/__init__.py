"""Sheets that come from outside, read without trusting them, and workbooks that are safe to open."""
