"""Alembic's scripts; run by `bot.py migrate`."""
