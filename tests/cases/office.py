"""A unit with its people, and what citizens usually send to it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.units.tables import unit
from feedbackbot.usecases.cases.run_clock import run_case_clock
from tests.deliver import deliver
from tests.talk import Talk, Talker

WHAT = "Petugas loket meminta uang dua puluh ribu untuk kartu keluarga kemarin pagi"
OTHER = "Petugas loket meminta uang dua puluh ribu lagi untuk kartu keluarga kemarin sore"


@dataclass
class Office:
    """Disdukcapil: an officer, a colleague, the head; and the city's superadmin. `other` is an officer of another unit."""

    talk: Talk
    unit_id: int
    officer: Talker
    colleague: Talker
    head: Talker
    admin: Talker
    other: Talker

    async def is_done(self, words: str) -> None:
        """The officer, who was told of a case, says that it is done."""
        await self.officer.taps("Buka")
        await self.officer.taps("Selesai")
        await self.officer.types(words)
        await self.mail()

    async def mail(self) -> int:
        return await deliver(self.talk)

    async def clock(self) -> dict[str, int]:
        """As the job does it: until nothing is due."""
        total = {"reminded": 0, "escalated": 0, "closed": 0}
        while any((counts := await self.talk.run(run_case_clock)).values()):
            total = {key: total[key] + counts[key] for key in total}
        await self.mail()
        return total

    async def case(self) -> dict[str, Any]:
        """The newest case as it is kept."""
        rows = await self.talk.work(
            lambda tx: tx.run(select(case_file).order_by(case_file.c.id.desc())).mappings().all()
        )
        return dict(rows[0])


async def staffed(talk: Talk, code: str = "disdukcapil") -> Office:
    unit_id = await talk.work(lambda tx: tx.run(select(unit.c.id).where(unit.c.code == code)).scalar_one())
    elsewhere = await talk.work(
        lambda tx: tx.run(select(unit.c.id).where(unit.c.code == "bpbd")).scalar_one()
    )
    people = []
    for name, role, where in (
        ("Fajar", Role.OFFICER, unit_id),
        ("Mira", Role.UNIT_ADMIN, unit_id),
        ("Hasan", Role.HEAD, unit_id),
        ("Zulfikar", Role.SUPERADMIN, None),
        ("Nurul", Role.OFFICER, elsewhere),
    ):
        talker = talk.person(name)
        await talker.types("/mulai")
        person_id = (await talker.contact()).person_id
        await talk.run(add_grant, person_id, role, where)
        people.append(talker)
    return Office(talk, unit_id, *people)


async def to_what(person: Talker, office: Office, kind: str = "Pengaduan: ada yang salah") -> None:
    """Up to the question what happened."""
    await person.types("/lapor")
    if (await person.state()).step == "izin":
        await person.taps("Setuju")
    await person.taps(kind)
    await person.types("dukcapil")
    if (await person.state()).step == "layanan":
        await person.taps("Layanan lain")


async def complains(person: Talker, office: Office, what: str) -> None:
    """A whole complaint without pictures, which may be refused."""
    await to_what(person, office)
    await person.types(what)
    await person.taps("Lewati")
    await person.taps("Kirim")


async def sends_case(person: Talker, office: Office, what: str = WHAT) -> int:
    """A whole complaint that is taken; returns its id."""
    await complains(person, office, what)
    await office.mail()
    return int((await office.case())["id"])


async def number_of(office: Office) -> str:
    return str((await office.case())["number"])


async def two_cases(office: Office, ani: Talker, budi: Talker) -> tuple[tuple[int, str], tuple[int, str]]:
    """Ani's, and Budi's of the same."""
    first = await sends_case(ani, office), await number_of(office)
    second = await sends_case(budi, office, OTHER), await number_of(office)
    return first, second


LINK = "u_disdukcapil"


def pictures(who: Talker) -> int:
    return sum(shown.message.picture is not None for shown in who.chat)
