"""The whole bot with a staffed registry office."""

from tests.cases.conftest import ani, clock, office, talk

__all__ = ["ani", "clock", "office", "talk"]
