"""Trainings are made and changed by programme admins; whoever said yes is told of a change at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from feedbackbot.domain.training.catalogue import SessionDraft, TrainingDraft
from feedbackbot.domain.training.seat_book import EffectKind
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.training.trainings import (
    Training,
    add_training,
    cancel_sessions,
    change_training,
    lock_training,
    move_session,
    session_by_id,
    training_by_title,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin
from feedbackbot.usecases.training.completion import is_over
from feedbackbot.usecases.training.seats import set_seats
from feedbackbot.usecases.training.tell_change import begin_to_tell

_AT_ONCE = 20


def create_training(
    tx: Transaction, admin_id: int, draft: TrainingDraft, *, needs_consent: bool = False
) -> int:
    require_admin(tx, admin_id)
    training_id = add_training(tx, draft, admin_id, needs_consent=needs_consent)
    record(tx, admin_id, "training-made", f"training:{training_id}", after={"title": draft.title})
    return training_id


async def take_trainings_over(
    runtime: Runtime,
    admin_id: int | None,
    drafts: Sequence[TrainingDraft],
    wanted: Callable[[Transaction], bool] = lambda tx: True,
) -> Mapping[str, int]:
    """A sheet of trainings, some at a time; `wanted` is asked with each. After a crash the same sheet again brings the rest."""

    def work(tx: Transaction, some: Sequence[TrainingDraft]) -> Mapping[str, int]:
        return import_trainings(tx, admin_id, some) if wanted(tx) else {}

    slices = await runtime.write_in_slices(drafts, _AT_ONCE, work)
    return {name: sum(one.get(name, 0) for one in slices) for name in ("new", "known")}


def import_trainings(
    tx: Transaction, admin_id: int | None, drafts: Iterable[TrainingDraft]
) -> Mapping[str, int]:
    """A title that is in the catalogue already is left as it is: the same sheet twice changes nothing."""
    counts = {"new": 0, "known": 0}
    for draft in drafts:
        if training_by_title(tx, draft.title) is not None:
            counts["known"] += 1
            continue
        training_id = add_training(tx, draft, admin_id)
        record(tx, admin_id, "training-made", f"training:{training_id}", after={"title": draft.title})
        counts["new"] += 1
    return counts


def cancel_training(tx: Transaction, admin_id: int, training_id: int) -> int:
    """Everybody who said yes is told at once, with a calendar file that strikes the dates out. Returns how many."""
    require_admin(tx, admin_id)
    _changeable(tx, training_id)
    change_training(tx, training_id, cancelled_at=tx.now)
    cancel_sessions(tx, training_id)
    record(tx, admin_id, "training-cancelled", f"training:{training_id}")
    return begin_to_tell(tx, training_id)


def reschedule(tx: Transaction, admin_id: int, session_id: int, draft: SessionDraft) -> int:
    """Another time or place for a session; everybody who said yes is told at once. Returns how many."""
    require_admin(tx, admin_id)
    session = session_by_id(tx, session_id)
    if session is None or session.cancelled:
        raise FeedbackbotError("training-unknown")
    found = _changeable(tx, session.training_id)
    if draft.ends_at <= draft.starts_at:
        raise FeedbackbotError("training-ends-before-start")
    if draft.starts_at <= tx.now:
        raise FeedbackbotError("training-in-past")
    move_session(tx, session_id, draft)
    before = {"starts": session.starts_at.isoformat(), "place": session.place}
    after = {"starts": draft.starts_at.isoformat(), "place": draft.place}
    record(tx, admin_id, "training-moved", f"session:{session_id}", before=before, after=after)
    return begin_to_tell(tx, found.id)


def change_seat_count(tx: Transaction, admin_id: int, training_id: int, seats: int | None) -> None:
    """Raises FeedbackbotError where more people are seated than that."""
    require_admin(tx, admin_id)
    found = _changeable(tx, training_id)
    effects = set_seats(tx, found, seats)
    refused = next((one for one in effects if one.kind is EffectKind.CAPACITY_REFUSED), None)
    if refused is not None:
        raise FeedbackbotError("training-seats-taken", seated=refused.seats or 0)
    change_training(tx, training_id, seats=seats)
    record(tx, admin_id, "training-seats", f"training:{training_id}", before=found.seats, after=seats)


def _changeable(tx: Transaction, training_id: int) -> Training:
    found = lock_training(tx, training_id)
    if found is None:
        raise FeedbackbotError("training-unknown")
    if found.cancelled_at is not None:
        raise FeedbackbotError("training-was-cancelled")
    if found.closed_at is not None or is_over(tx, found):
        raise FeedbackbotError("training-is-over")
    return found
