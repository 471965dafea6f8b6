"""What notices speak of, once each: rows as plain as their tables take them."""

import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Date, Integer, Numeric, String, Table, insert

import feedbackbot.storage.tables  # noqa: F401  all of them
from feedbackbot.domain.imports.notices import ImportTold
from feedbackbot.domain.training.catalogue import Mode, Skill, TrainingKind
from feedbackbot.storage.broadcast.tables import broadcast
from feedbackbot.storage.cases.recovery_tables import low_score_alert
from feedbackbot.storage.cases.tables import case_file, timeline_entry
from feedbackbot.storage.cases.talks import bridge_of, open_talk
from feedbackbot.storage.columns import UtcDateTime
from feedbackbot.storage.imports.received_imports import ImportKind, ImportState
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.staff.tables import employee, received_import
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.training.tables import training as training_table
from feedbackbot.storage.training.tables import training_session
from feedbackbot.storage.transaction import Transaction

LONG = "Pelatihan pelayanan prima bagi petugas loket kependudukan dan pencatatan sipil Kota Lhokseumawe tahun anggaran 2026"
WORDS = "Antrean *sangat* lama, loket _tutup_ sebelum jam 3. " * 20
UNIT = 1


def row(tx: Transaction, table: Table, **values: Any) -> int:
    """What is not told and must be there is something."""
    for column in table.columns:
        told = column.name in values or column.nullable or column.server_default is not None
        if not told and not (column.name == "id" and column.primary_key):
            values[column.name] = _something(column.type, tx.now)
    key = tx.run(insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return key[0] if isinstance(key[0], int) else 0


def _something(kind: Any, now: datetime) -> Any:
    if isinstance(kind, UtcDateTime):
        return now
    for one, value in ((Boolean, False), (Date, date(2026, 11, 24)), (String, "x"), (Integer, 1)):
        if isinstance(kind, one):
            return value
    return Decimal("62.5") if isinstance(kind, Numeric) else 1


class World:
    """What the notices speak of, once each."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.person = lock_chat(tx, "memory", "Somebody")[0].person_id
        self.employee = row(
            tx, employee, nip="198001012005011001", name="Fajar", kind="pns", person_id=self.person
        )
        self.training = row(
            tx,
            training_table,
            title=LONG,
            kind=TrainingKind.TECHNICAL.value,
            skill=Skill.SOFT.value,
            mode=Mode.CLASSROOM.value,
            form="B3",
        )
        starts = tx.now + timedelta(days=3)
        self.session = row(
            tx, training_session, training_id=self.training, starts_at=starts, ends_at=starts + timedelta(hours=3),
            place="Aula BKPSDM", link="https://example.org/rapat",
        )  # fmt: skip
        other = row(tx, training_table, title="Lain", kind="teknis", skill="soft", mode="online", form="B3")
        self.missed = row(
            tx, training_session, training_id=other, starts_at=tx.now - timedelta(days=1),
            ends_at=tx.now - timedelta(hours=20), place="Aula",
        )  # fmt: skip
        rating = row(tx, response, pseudonym="p", unit_id=UNIT, channel="memory", comment=WORDS[:1000])
        self.alert = row(
            tx,
            low_score_alert,
            response_id=rating,
            unit_id=UNIT,
            elements="waktu,perilaku",
            ikm=Decimal("40.25"),
        )
        open_talk(tx, self.alert, self.person)
        token = tx.run(low_score_alert.select()).one().talk_token
        self.talk = bridge_of(tx, token)

    def broadcast(self, stage: str) -> int:
        words = '{"id": "Kantor tutup *besok*.", "en": "The office is closed *tomorrow*."}'
        buttons = '[{"id": "Hadir", "en": "I come"}, {"id": "Tidak bisa hadir karena tugas", "en": "No"}]'
        return row(
            self.tx, broadcast, state=stage, author_id=self.person, audience="all", words=words, buttons=buttons,
            due_at=self.tx.now, emergency=True,
        )  # fmt: skip

    def step(self, action: str, state: str) -> dict[str, int]:
        """A case that stands so, and what was done last."""
        number = row(self.tx, case_file, number=f"N{self.tx.run(case_file.select()).fetchall().__len__():05}",
                     person_id=self.person, kind="pengaduan", unit_id=UNIT, state=state, words=WORDS)  # fmt: skip
        entry = row(self.tx, timeline_entry, case_id=number, actor="officer", action=action, words=WORDS)
        return {"case": number, "entry": entry}

    def received(self, kind: ImportKind, state: ImportState, plan: dict[str, Any]) -> ImportTold:
        number = row(
            self.tx, received_import, kind=kind.value, state=state.value, author_id=self.person, name="data.xlsx",
            plan=json.dumps(plan), problems="[]",
        )  # fmt: skip
        return ImportTold(number, state.value)
