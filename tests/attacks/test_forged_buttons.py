"""A button's data can be forged by whoever writes a client of the own: it opens nothing that the person could not open anyway."""

from typing import Any

import pytest
from sqlalchemy import Table, select

from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.privacy.person_references import children, references
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.tables import metadata
from feedbackbot.usecases.survey.rate_unit import who_is
from tests.attacks.world import FURTHER, KINDS, World, changed, everything
from tests.talk import Talker

# what nobody's stand-alone button ever touches: answers that count, what was certified, and the city itself
SACRED = {
    "daily_total",
    "published_result",
    "certificate",
    "unit",
    "service",
    "counter",
    "jp_form",
    "jp_entry",
}
DUTIES = {"training", "training_session", "reward_claim", "received_import", "broadcast", "campaign"}


async def forge_all(world: World, attacker: Talker) -> int:
    """All buttons but the right codes: whoever has one of those may use it. Returns how many."""
    tried = 0
    for door, argument in list(world.doors()):
        if argument not in world.codes.get(door, []):
            await attacker.sends_tap(f"!{door}/{argument}", "1")
            tried += 1
    return tried


class Own:
    """What is a person's own, by column."""

    def __init__(self, tx: Any, person_id: int) -> None:
        self.person = person_id
        self.addresses = set(tx.run(select(address.c.id).where(address.c.person_id == person_id)).scalars())
        self.employees = set(tx.run(select(employee.c.id).where(employee.c.person_id == person_id)).scalars())
        self.pseudonym = who_is(tx, person_id)

    def holds(self, table: Table, row: dict[str, Any]) -> bool:
        """Whether the row says by itself that it is about this person."""
        if table.name == "person":
            return bool(row.get("id") == self.person)
        if table.name == "session_trainer":
            return row.get("trainer_id") == self.person
        if table.name == "employee":
            return row.get("person_id") == self.person
        if table.name == "one_time_code":  # to join one's own other chat
            return row.get("purpose") == "join" and row.get("subject") == str(self.person)
        own = {"person_id": {self.person}, "address_id": self.addresses, "employee_id": self.employees}
        return row.get("pseudonym") == self.pseudonym or any(
            row.get(column) in ids for column, ids in own.items() if row.get(column) is not None
        )


@pytest.mark.parametrize("kind", [*KINDS, *FURTHER])
async def test_a_forged_button_opens_nothing_that_is_not_the_persons_own(world: World, kind: str) -> None:
    """Nobody touches what counts; without power, nobody touches what is somebody else's; with power, it is written down."""
    attacker = world.people[kind]
    await attacker.types("/mulai")
    person_id = (await attacker.contact()).person_id
    own = await world.talk.work(lambda tx: Own(tx, person_id))
    before = await everything(world.talk)
    assert await forge_all(world, attacker) > 3000
    differences = list(changed(before, await everything(world.talk)))
    assert {name for name, _, _ in differences} & SACRED == set()
    if kind in ADMINS:
        entries = [new for name, old, new in differences if name == "audit" and not old]
        assert {name for name, _, _ in differences} & DUTIES, "else this proves nothing"
        assert entries
        assert all(entry["person_id"] == person_id for entry in entries)
        return
    # among them is the button that erases: whoever wrote is somebody new afterwards
    reborn = await attacker.contact()
    now_own = await world.talk.work(lambda tx: Own(tx, reborn.person_id))
    for name, old, new in differences:
        if name == "erasure_log":
            continue
        table = metadata.tables[name]
        mine = own.holds(table, old) or now_own.holds(table, new)
        assert mine, f"{kind} changed a row of {name}: {old} → {new}"


def test_the_columns_that_say_whose_a_row_is_are_all_known() -> None:
    """Else the tests above would take somebody else's row for nobody's."""
    named = {reference.column.name for reference in references() if reference.about}
    assert named <= {"person_id", "address_id"}
    assert children(employee)
