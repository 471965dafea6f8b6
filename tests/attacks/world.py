"""A city in which everything that can be attacked exists once, and eight kinds of people who attack it."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Table, insert, select

from feedbackbot.dialogue.buttons import EntryTap, read_data
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.training.attendance_code import attendance_code
from feedbackbot.storage.imports.received_imports import ImportState
from feedbackbot.storage.incentives.tables import reward_claim
from feedbackbot.storage.people.roles import grants_of
from feedbackbot.storage.staff.employees import employee_of
from feedbackbot.storage.staff.tables import received_import
from feedbackbot.storage.tables import metadata
from feedbackbot.usecases.people.grant_roles import make_admin_code
from feedbackbot.usecases.staff.link_chat import make_link_code
from tests.builders import KEY, talk_in
from tests.cases.office import sends_case, staffed
from tests.deliver import deliver
from tests.staff.personnel import Personnel, nip_of
from tests.survey.ratings import LOW, rate
from tests.talk import Clock, Talk, Talker

KINDS = ("stranger", "citizen", "employee", "officer", "head", "trainer", "programme_admin", "superadmin")
# who came later: tried where it matters what somebody may do, not walked through every tap
FURTHER = ("unit_admin", "inspector")
# where a message is on its way, and where a talk stands: nobody's data are changed by these
MACHINERY = {"inbox", "outbox", "content", "chat_state", "media", "process", "job_run", "command_list"}
_VERBS = (
    "", "ya", "tidak", "lepas", "lepas.ya", "ikut", "keluar", "baru", "id", "en", "survey", "cases", "recovery",
    "cases.ya", "recovery.ya", "news", "trainings", "results", "news.mati", "news.nyala", "sertifikat", "berkas",
    "surat.2026-Q4", "prioritas.2026-Q4", "pakai.1.1", "cetak.1", "meja", "bpbd", "disdukcapil_loket-1",
)  # fmt: skip
_ACTS = (
    "", "ya", "tidak", "nanti", "nanti.besok", "tunggu", "batal", "batal.ya", "tidak.duty", "tidak.words", "kursi",
    "jadwal", "jadwal.1", "tulis", "tarik", "tarikya", "selesai", "ambil", "jawab", "beri", "tolak", "setuju", "jeda",
    "lanjut", "batalkan", "ingatkan", "berkas", "baca", "henti", "henti-ya", "terbaik", "sebagian", "daftar",
    "gambar", "kalender", "perilaku", "1", "4", "9", "1.4",
)  # fmt: skip


class World:
    """`people` by kind; `officer`, `head` and `unit_admin` are of another office than the one that all things belong to."""

    def __init__(self, talk: Talk, clock: Clock) -> None:
        self.talk = talk
        self.clock = clock
        self.people: dict[str, Talker] = {}
        self.codes: dict[str, list[str]] = {}

    def arguments(self, door: str) -> Iterator[str]:
        """What somebody could try at a door: words, ids with every verb, codes that are right, what buttons really carry."""
        yield from _VERBS
        yield from (f"1.{act}".rstrip(".") for act in _ACTS)
        yield from ("2", "2.ya", "2.ambil", "2.hapus", "99", "99.ya", "99.ambil")
        yield from self.codes.get(door, [])
        for talker in list(self.talk.people.values()):
            for shown in list(talker.chat):
                for button in shown.buttons:
                    tap = read_data(button.data or "")
                    if isinstance(tap, EntryTap) and tap.point == door:
                        yield tap.argument

    def doors(self) -> Iterator[tuple[str, str]]:
        for conversation in self.talk.dialogue.directory.conversations:
            for door in conversation.entries:
                for argument in dict.fromkeys(self.arguments(door.point)):
                    if len(f"!{door.point}/{argument}".encode()) <= 64:
                        yield door.point, argument


async def attacked_city(database: Any, clock: Clock) -> World:
    talk = await talk_in(database, clock)
    world = World(talk, clock)
    office = await staffed(talk)
    citizen = talk.person("Ani")
    await rate(citizen, LOW, "u_disdukcapil")
    await citizen.taps("Ya, boleh")
    await sends_case(citizen, office)
    agency = Personnel(talk, clock)
    await agency.employs(3)
    victim, employee = await agency.links(0, 1)
    training = await agency.offers(seats=5, days=1)
    await agency.invites(training)
    for one in (victim, employee):
        await one.sends_tap("!undangan/1.ya", "1")
    clock.passes(days=1)
    trainer = await agency.grants("Syarifah", Role.TRAINER)
    programme = await agency.grants("Rina", Role.PROGRAMME_ADMIN)
    elsewhere = await _unit_of(talk, office.other)
    head = await agency.grants("Rahmah", Role.HEAD, elsewhere)
    await talk.run(
        _things_that_wait, (await victim.contact()).person_id, (await programme.contact()).person_id
    )
    await deliver(talk)
    world.people = {
        "stranger": talk.person("Siapa"), "citizen": talk.person("Budi"), "employee": employee,
        "officer": office.other, "head": head, "trainer": trainer, "programme_admin": programme,
        "superadmin": office.admin,
    }  # fmt: skip
    await world.people["citizen"].types("/mulai")
    attackers = {kind: await one.contact() for kind, one in world.people.items() if kind != "stranger"}
    await _make_codes(world, attackers["superadmin"].person_id)
    assert len(attackers) == len(KINDS) - 1
    world.people["unit_admin"] = await agency.grants("Safrina", Role.UNIT_ADMIN, elsewhere)
    world.people["inspector"] = await agency.grants("Mursal", Role.INSPECTOR)
    return world


def _things_that_wait(tx: Any, victim: int, admin: int) -> None:
    """A claim that wants a decision, a file that wants a yes."""
    found = employee_of(tx, victim)
    assert found is not None
    claim = {
        "employee_id": found.id, "reward": "letter-of-appreciation", "season": "2026-Q3", "state": "claimed",
        "points": 300, "claimed_at": tx.now,
    }  # fmt: skip
    tx.run(insert(reward_claim), claim)
    waiting = {
        "kind": "staff", "state": ImportState.PLANNED.value, "author_id": admin, "channel": "memory", "ref": "file-1",
        "name": "pegawai.xlsx", "size": 1, "whole_registry": True, "digest": "0" * 64, "plan": "{}", "problems": "[]",
        "received_at": tx.now, "changed_at": tx.now,
    }  # fmt: skip
    tx.run(insert(received_import), waiting)


async def _make_codes(world: World, superadmin: int) -> None:
    world.codes["admin"] = [(await world.talk.run(make_admin_code)).replace("-", "")]
    made = await world.talk.run(make_link_code, superadmin, nip_of(2))
    world.codes["hadir"] = [attendance_code(KEY.encode(), 1, world.clock.now)]
    world.codes["kode"] = [made.code.replace("-", "")]


async def _unit_of(talk: Talk, person: Talker) -> int:
    [grant] = await talk.run(grants_of, (await person.contact()).person_id)
    assert grant.unit_id is not None
    return grant.unit_id


Rows = dict[str, dict[str, dict[str, Any]]]


async def everything(talk: Talk) -> Rows:
    """Every row outside of the machinery, by table and primary key."""

    def read(tx: Any) -> Rows:
        return {
            table.name: _rows(tx, table) for table in metadata.sorted_tables if table.name not in MACHINERY
        }

    return await talk.work(read)


def _rows(tx: Any, table: Table) -> dict[str, dict[str, Any]]:
    keys = [column.key for column in table.primary_key.columns]
    return {str([row[key] for key in keys]): dict(row) for row in tx.run(select(table)).mappings()}


def changed(before: Rows, after: Rows) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """(table, row before, row after) of all that differ; an empty row where there was or is none."""
    for table in before:
        for key in before[table].keys() | after[table].keys():
            old, new = before[table].get(key, {}), after[table].get(key, {})
            if old != new:
                yield table, old, new


def is_of(row: dict[str, Any], mine: Iterable[tuple[str, Any]]) -> bool:
    """Whether a row is about somebody, by the columns that say whose it is."""
    return any(row.get(column) == value for column, value in mine)
