"""Purposes that people agree to one by one, each with the version of the wording now in force.

UU 27/2022 art. 21-24: told before, separable by purpose, provable. Whoever changes what a text `consent-<purpose>` says raises its
version here; everybody is then asked again.
"""

from enum import StrEnum
from typing import Final


class Purpose(StrEnum):
    """What personal data is used for."""

    SURVEY = "survey"
    CASES = "cases"
    RECOVERY = "recovery"
    FORUM = "forum"


WORDING_IN_FORCE: Final = {Purpose.SURVEY: 1, Purpose.CASES: 1, Purpose.RECOVERY: 1, Purpose.FORUM: 1}


MARKETING: Final = "marketing"
"""What is said by switching news on or off, and by what a chat service tells: without a yes no advertising text knocks at a shut door."""


def holds(purpose: Purpose, version: int, *, given: bool) -> bool:
    """Whether what was said last still counts: given, and to the wording in force."""
    return given and version == WORDING_IN_FORCE[purpose]
