"""Erase what is about a person, from every table."""

from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, insert, literal_column, select, update

from feedbackbot.storage.cases.blanking import blank_cases, blank_recoveries_of
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.cases.talks import alerts_of_person, name_of_alert
from feedbackbot.storage.people.tables import address, consent, person
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.privacy.person_references import children, references
from feedbackbot.storage.privacy.tables import erasure
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.storage.transaction import Transaction, upsert

_KEPT_ID_ONLY = ("audit",)
# what somebody has who has nothing: where the last word is said
_WAYS = ("address", "chat_state", "outbox", "erasure")


def erase_everything(tx: Transaction, person_id: int, address_id: int) -> None:
    """All rows about the person. The address of the chat that asks stays until the last word is said there, with a new person who
    has nothing; `finish_erasures` throws both away. Ratings must have been unlinked before."""
    blank_cases(tx, case_file.c.person_id == person_id)
    blank_recoveries_of(tx, list(alerts_of_person(tx, person_id).values()))
    own_enrolments = enrolment.c.employee_id.in_(
        select(employee.c.id).where(employee.c.person_id == person_id)
    )
    tx.run(update(enrolment).where(own_enrolments).values(reason_words=None))
    places = tx.run(select(address).where(address.c.person_id == person_id)).all()
    for place in places:
        _forget_inbox(tx, place.channel, place.address, inbox.c.state != 0)
    now_nobody = tx.run(
        insert(person).values(language=tx.settings.default_language, created_at=tx.now).returning(person.c.id)
    ).scalar_one()
    tx.run(update(address).where(address.c.id == address_id).values(person_id=now_nobody))
    tx.run(delete(outbox).where(outbox.c.address_id == address_id))
    for place in places:
        if place.id != address_id:
            _detach_or_delete(tx, address, place.id)
    _detach_or_delete(tx, person, person_id)
    statement = upsert(tx, erasure).values(address_id=address_id, at=tx.now)
    tx.run(statement.on_conflict_do_update(index_elements=["address_id"], set_={"at": tx.now}))


def erased_again(tx: Transaction, person_id: int, address_id: int) -> bool:
    """A second tap before the first is finished: only what arrived since is still to be forgotten. False where there is more."""
    again = update(erasure).where(erasure.c.address_id == address_id).values(at=tx.now)
    if not tx.run(again).rowcount:
        return False
    for reference in references():
        if reference.about and reference.table.name not in _WAYS:
            mine = reference.column == (address_id if reference.to_address else person_id)
            if tx.run(select(func.count()).select_from(reference.table).where(mine)).scalar_one():
                return False
    return True


def forget_messages_about(tx: Transaction, person_id: int) -> None:
    """What others were to read of the person's cases and talks, sent or not: the rows that still have words. What is said of the erasing
    itself must come later."""
    cases = tx.run(select(case_file.c.id).where(case_file.c.person_id == person_id)).scalars()
    subjects = [f"case:{one}" for one in cases]
    for bridge, alert in alerts_of_person(tx, person_id).items():
        subjects += [f"recovery:{name_of_alert(tx, alert)}", f"recovery:{alert}", f"talk:{bridge}"]
    for start in range(0, len(subjects), 500):
        about = outbox.c.subject.in_(subjects[start : start + 500])
        tx.run(delete(outbox).where(about, outbox.c.body.is_not(None)))


def finish_erasures(tx: Transaction) -> int:
    """Addresses whose last word was said. Who wrote again meanwhile stays, as somebody of whom nothing older is known."""
    unsaid = select(outbox.c.id).where(
        outbox.c.address_id == erasure.c.address_id,
        outbox.c.state.in_([State.WAITING, State.UNDER_WAY]),
    )
    unanswered = select(inbox.c.id).where(
        inbox.c.channel == address.c.channel,
        inbox.c.chat == address.c.address,
        inbox.c.state == literal_column("0"),
    )
    due = tx.run(
        select(erasure.c.address_id, erasure.c.at, address.c.channel, address.c.address, address.c.person_id)
        .join(address)
        .where(erasure.c.at < tx.now, ~unsaid.exists(), ~unanswered.exists())
    ).all()
    for row in due:
        tx.run(delete(erasure).where(erasure.c.address_id == row.address_id))
        _forget_inbox(tx, row.channel, row.address, inbox.c.received_at <= row.at)
        if not _came_back(tx, row):
            _detach_or_delete(tx, address, row.address_id)
            _detach_or_delete(tx, person, row.person_id)
    return len(due)


def _came_back(tx: Transaction, row: Any) -> bool:
    wrote = select(func.count()).where(
        inbox.c.channel == row.channel, inbox.c.chat == row.address, inbox.c.received_at > row.at
    )
    agreed = select(func.count()).where(consent.c.person_id == row.person_id)
    return any(tx.run(question).scalar_one() for question in (wrote, agreed))


def _forget_inbox(tx: Transaction, channel: str, chat: str, condition: ColumnElement[bool]) -> None:
    """The keys stay, so that what the chat service repeats is still known; whose they were does not."""
    mine = (inbox.c.channel == channel) & (inbox.c.chat == chat)
    tx.run(update(inbox).where(mine, condition).values(chat="", body=""))


def _detach_or_delete(tx: Transaction, table: Table, row_id: int) -> None:
    """The row of `person` or `address`, and what refers to it: cut off where that is possible, else deleted. What the person did as
    staff and cannot be nobody's keeps the bare number."""
    stays = False
    for reference in references():
        if reference.to_address != (table is address) or reference.table.name in _KEPT_ID_ONLY:
            continue
        mine = reference.column == row_id
        if reference.column.nullable:
            tx.run(update(reference.table).where(mine).values({reference.column.key: None}))
        elif reference.about:
            delete_with_children(tx, reference.table, mine)
        elif tx.run(select(func.count()).select_from(reference.table).where(mine)).scalar_one():
            stays = True
    if not stays:
        delete_with_children(tx, table, table.c.id == row_id)


def delete_with_children(tx: Transaction, table: Table, condition: ColumnElement[bool]) -> None:
    """With what hangs on it."""
    if "id" in table.columns:
        ids = list(tx.run(select(table.c.id).where(condition)).scalars())
        for child, column in children(table):
            if child is table:
                continue
            mine = column.in_(ids)
            if column.nullable:
                tx.run(update(child).where(mine).values({column.key: None}))
            else:
                delete_with_children(tx, child, mine)
    tx.run(delete(table).where(condition))
