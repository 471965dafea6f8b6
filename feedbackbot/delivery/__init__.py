"""Outgoing messages: outbox, pacing, fates, the worker."""
