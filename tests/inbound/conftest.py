"""The pipeline of the delivery tests."""

from tests.delivery.conftest import bot, desk

__all__ = ["bot", "desk"]
