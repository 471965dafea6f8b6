"""People of a broadcast: whom an admin named one by one, and what readers answered."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, func, insert, select

from feedbackbot.storage.broadcast.tables import broadcast_answer, broadcast_list, broadcast_list_file
from feedbackbot.storage.transaction import Transaction, upsert


def set_list(tx: Transaction, broadcast_id: int, people: Iterable[int]) -> None:
    """Exactly these people, named one by one."""
    tx.run(delete(broadcast_list).where(broadcast_list.c.broadcast_id == broadcast_id))
    rows = [{"broadcast_id": broadcast_id, "person_id": person_id} for person_id in sorted(set(people))]
    if rows:
        tx.run(insert(broadcast_list), rows)


def listed_people(tx: Transaction, broadcast_id: int) -> list[int]:
    found = select(broadcast_list.c.person_id).where(broadcast_list.c.broadcast_id == broadcast_id)
    return list(tx.run(found).scalars())


def put_on_list(tx: Transaction, broadcast_id: int, people: Sequence[int]) -> None:
    """Who is on it already stays."""
    rows = [{"broadcast_id": broadcast_id, "person_id": person_id} for person_id in people]
    tx.run(upsert(tx, broadcast_list).on_conflict_do_nothing(), rows)


def take_from_list(tx: Transaction, broadcast_id: int, people: Sequence[int]) -> None:
    mine = broadcast_list.c.broadcast_id == broadcast_id
    tx.run(delete(broadcast_list).where(mine, broadcast_list.c.person_id.in_(list(people))))


def list_waits(tx: Transaction, broadcast_id: int) -> bool:
    """Whether a file for this draft is still to be read."""
    waiting = select(broadcast_list_file.c.ref).where(broadcast_list_file.c.broadcast_id == broadcast_id)
    return tx.run(waiting).first() is not None


def keep_list_file(tx: Transaction, broadcast_id: int, ref: str) -> None:
    """A list to be read; the newest counts."""
    tx.run(
        upsert(tx, broadcast_list_file)
        .values(broadcast_id=broadcast_id, ref=ref, at=tx.now)
        .on_conflict_do_update(index_elements=["broadcast_id"], set_={"ref": ref, "at": tx.now})
    )


def list_files(tx: Transaction) -> list[tuple[int, str]]:
    """(broadcast id, ref) of lists that wait to be read."""
    rows = tx.run(
        select(broadcast_list_file.c.broadcast_id, broadcast_list_file.c.ref).order_by(
            broadcast_list_file.c.at
        )
    )
    return [(row.broadcast_id, row.ref) for row in rows]


def take_list_file(tx: Transaction, broadcast_id: int, ref: str) -> bool:
    """It is read now: of two processes one gets it."""
    taken = tx.run(
        delete(broadcast_list_file).where(
            broadcast_list_file.c.broadcast_id == broadcast_id, broadcast_list_file.c.ref == ref
        )
    )
    return taken.rowcount == 1


def keep_answer(tx: Transaction, broadcast_id: int, person_id: int, choice: int) -> None:
    """The newest answer counts."""
    row = {"broadcast_id": broadcast_id, "person_id": person_id, "choice": choice, "at": tx.now}
    tx.run(
        upsert(tx, broadcast_answer)
        .values(**row)
        .on_conflict_do_update(
            index_elements=["broadcast_id", "person_id"], set_={"choice": choice, "at": tx.now}
        )
    )


def answer_counts(tx: Transaction, broadcast_id: int) -> dict[int, int]:
    """By place of the button, from 1."""
    rows = tx.run(
        select(broadcast_answer.c.choice, func.count().label("n"))
        .where(broadcast_answer.c.broadcast_id == broadcast_id)
        .group_by(broadcast_answer.c.choice)
    )
    return {row.choice: row.n for row in rows}
