"""What is told to the inspectorate alone, and who reads it there."""

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import add_grant
from tests.cases.office import Office
from tests.talk import Talker

SECRET = "Kasi berinisial R minta uang pelicin zamrud tiap berkas"


async def inspector_at(office: Office) -> Talker:
    person = office.talk.person("Ilham")
    await person.types("/mulai")
    await office.talk.run(add_grant, (await person.contact()).person_id, Role.INSPECTOR, None)
    return person


async def tells(person: Talker, office: Office) -> tuple[str, str]:
    """From words at home to a code and a PIN."""
    await person.types(SECRET)
    await person.taps("🕵️ Ke Inspektorat saja")
    await person.taps("💵 Pungutan liar")
    if (await person.state()).step == "cari":
        await person.types("dukcapil")
    await person.taps("🔒 Kirim rahasia")
    await office.mail()
    lines = person.last.splitlines()
    return lines[1].split()[-1], lines[2].split()[-1]
