"""What an officer does to a case just sent, before its citizen writes, and what the officer hears."""

from tests.cases.office import Office, sends_case
from tests.talk import Clock, Talker


def heard(office: Office, words: str) -> bool:
    return any(words in text for text in office.officer.sees())


async def is_told_done(who: Talker, office: Office) -> None:
    """The citizen of a new case, who is asked whether it is done."""
    await sends_case(who, office)
    await office.officer.taps("Buka")
    await office.is_done("Sudah kami tindak lanjuti.")
    await office.mail()


async def is_told_taken(who: Talker, office: Office, clock: Clock) -> None:
    """The citizen of a new case, who hears that somebody works at it."""
    await sends_case(who, office)
    clock.passes(minutes=1)
    await office.officer.taps("Buka")
    await office.officer.taps("Tangani")
    clock.passes(minutes=1)
    await office.mail()
