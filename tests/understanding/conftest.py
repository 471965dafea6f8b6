"""The same people and clock as in every talk."""

from tests.conversations.conftest import ani, budi, clock, talk

__all__ = ["ani", "budi", "clock", "talk"]
