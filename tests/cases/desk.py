"""How an officer goes about a case."""

from tests.cases.office import OTHER, Office, to_what
from tests.talk import Talker


async def more(officer: Talker, label: str) -> None:
    await officer.taps("⋯ Lainnya")
    await officer.taps(label)


async def sends_confidential(person: Talker, office: Office) -> int:
    await to_what(person, office)
    await person.types(OTHER)
    await person.taps("Lewati")
    await person.taps("🔒 Jadikan rahasia")
    await person.taps("Kirim")
    await office.mail()
    return int((await office.case())["id"])
