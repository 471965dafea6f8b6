"""A personnel agency for tests: employees in the registry, some of them with a chat, trainings, and the jobs run by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.sheets.write import Column, Sheet, workbook_bytes
from feedbackbot.domain.staff.read_staff import StaffSheet, read_staff_sheet
from feedbackbot.domain.training.catalogue import Mode, SessionDraft, Skill, TrainingDraft, TrainingKind
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State as OutboxState
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.storage.training.trainings import add_training
from feedbackbot.usecases.imports.import_staff import take_over
from feedbackbot.usecases.training.inviting import send_invitations
from feedbackbot.usecases.training.reminding import due_reminders, send_reminders
from tests.deliver import in_words
from tests.talk import Clock, Talk, Talker

TODAY = date(2026, 11, 24)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HEADERS = ("NIP", "Nama", "Unit Kerja", "Golongan", "Jabatan", "No HP", "Email", "Status Pegawai")


def nip_of(number: int) -> str:
    """A PNS's number, another for each `number` below 1,000."""
    return f"19800101200501{1 + number % 2}{number + 1:03}"


def phone_of(number: int) -> str:
    return f"0811{number:08}"


def row_of(number: int, **changes: str) -> list[str]:
    """One row of a plain sheet; changes by header."""
    row = dict(
        zip(
            HEADERS,
            (
                nip_of(number),
                f"Pegawai {number}",
                "Disdukcapil",
                "III/a",
                "Staf",
                phone_of(number),
                "",
                "PNS",
            ),
            strict=True,
        )
    )
    return list((row | changes).values())


def sheet_bytes(rows: Sequence[Sequence[str]], headers: Sequence[str] = HEADERS) -> bytes:
    return workbook_bytes(
        [Sheet("Pegawai", [Column(title) for title in headers], [list(row) for row in rows])]
    )


def sheet_of(rows: Sequence[Sequence[str]]) -> StaffSheet:
    return read_staff_sheet(sheet_bytes(rows), today=TODAY)


@dataclass
class Personnel:
    """The bot in one database, with a clock that only the test moves."""

    talk: Talk
    clock: Clock
    linked: list[Talker] = field(default_factory=list)

    async def do(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        """A use case in one transaction."""
        return await self.talk.run(work, *args, **kwargs)

    async def rows(self, query: Any) -> list[Any]:
        return await self.talk.work(lambda tx: [tuple(row) for row in tx.run(query)])

    async def count(self, table: Any, *conditions: Any) -> int:
        found = await self.rows(select(func.count()).select_from(table).where(*conditions))
        return int(found[0][0])

    async def employs(self, count: int) -> None:
        await self.do(take_over, sheet_of([row_of(number) for number in range(count)]), None)

    async def links(self, *numbers: int) -> list[Talker]:
        """These employees share their phone number with the bot."""
        people = []
        for number in numbers:
            person = self.talk.person(f"Pegawai {number}")
            await person.types("/daftar")
            await person.does(Kind.CONTACT, phone=f"+62811{number:08}")
            people.append(person)
        self.linked += people
        return people

    async def grants(self, name: str, role: Role, unit_id: int | None = None) -> Talker:
        person = self.talk.person(name)
        await person.types("/mulai")
        person_id = (await person.contact()).person_id
        await self.do(add_grant, person_id, role, unit_id)
        return person

    async def offers(self, *, seats: int | None = 2, days: float = 10, **values: Any) -> int:
        """A training of one session of three hours, that many days ahead."""
        starts = self.clock.now + days * DAY
        draft = TrainingDraft(
            "Pelayanan prima",
            TrainingKind.TECHNICAL,
            Skill.SOFT,
            Mode.CLASSROOM,
            "B3",
            4,
            element="perilaku",
            seats=seats,
            sessions=(SessionDraft(starts, starts + 3 * HOUR, "Aula BKPSDM"),),
        )
        return int(await self.do(add_training, draft, None, **values))

    async def invites(self, training_id: int) -> None:
        """Everybody, as a statement of the test's own; the messages go into the outbox."""
        from feedbackbot.storage.training.enrolments import invite_all

        await self.do(lambda tx: invite_all(tx, training_id, employee.c.id > 0))
        await send_invitations(self.talk.runtime)

    async def reminds(self) -> int:
        due = list(await self.do(due_reminders))
        return int(await self.do(send_reminders, due)) if due else 0

    async def letters(self, name: str) -> list[str]:
        """What lies in the outbox for this person or was taken back, oldest first, as it reads."""
        statement = (
            select(outbox.c.body, outbox.c.notice, outbox.c.kind)
            .join(address)
            .where(address.c.address == name, outbox.c.state == OutboxState.WAITING)
            .order_by(outbox.c.id)
        )
        dialogue = self.talk.dialogue
        said = await self.do(
            lambda tx: in_words(tx, tx.run(statement).all(), dialogue.directory, dialogue.catalogue)
        )
        return [plain(one.text) for one in said]

    async def states(self, training_id: int) -> dict[str, int]:
        rows = await self.rows(
            select(enrolment.c.state, func.count())
            .where(enrolment.c.training_id == training_id)
            .group_by(enrolment.c.state)
        )
        return {row[0]: row[1] for row in rows}


def told(person: Talker) -> str:
    """Everything that the last turn said, at the tapped button too."""
    return f"{person.notice}\n{person.said()}"


def at(day: int, hour: int = 3) -> datetime:
    """A moment in November 2026, UTC; hour 3 is ten in the morning in the city."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)
