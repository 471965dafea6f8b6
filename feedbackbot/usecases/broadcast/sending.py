"""Send a broadcast: at once or later, with a second admin where one is needed. Each step happens once, however many press the button."""

import json
from collections.abc import Callable
from datetime import timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.broadcast.notices import ApprovalAsked, ApprovalDecided, OverdueAsked, SampleShown
from feedbackbot.errors import FeedbackbotError, StateChanged
from feedbackbot.storage.broadcast.broadcast_people import list_waits
from feedbackbot.storage.broadcast.broadcasts import (
    Broadcast,
    Stage,
    add_next_of_series,
    broadcast_by_id,
    move,
    set_values,
)
from feedbackbot.storage.broadcast.staff_audiences import unlinked_count
from feedbackbot.storage.broadcast.under_way import due_broadcasts
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.pipeline.outbox import add_content
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.authority import approvers, managed, own_draft, require_authority
from feedbackbot.usecases.broadcast.follow_stage import follow_stage, next_people
from feedbackbot.usecases.broadcast.planning import following
from feedbackbot.usecases.broadcast.preview import audience_reach, needs_approval

__all__ = ["Stage", "broadcast_by_id"]

InWords = Callable[[Broadcast], str]
"""JSON of the message in every language that a reader may have chosen: `wording.broadcast.content.in_all_languages`."""


def confirm(
    tx: Transaction, in_words: InWords, broadcast_id: int, person_id: int, address_id: int
) -> Broadcast:
    """Send the draft, plan it, or hand it to a second admin. The progress card will stand at `address_id`.

    Raises FeedbackbotError where nothing was written, nobody would get it, its moment is over, the role was taken away, or nobody
    else could approve it.
    """
    draft = own_draft(tx, broadcast_id, person_id)
    if not draft.words:
        raise FeedbackbotError("broadcast-text-empty")
    if draft.due_at is not None and draft.due_at < tx.now:
        raise FeedbackbotError("time-past")
    if list_waits(tx, draft.id):
        raise FeedbackbotError("broadcast-list-being-read")
    people = audience_reach(tx, draft).reachable
    if people == 0:
        raise FeedbackbotError("broadcast-nobody")
    set_values(tx, draft.id, card_address_id=address_id)
    if needs_approval(tx, draft, people):
        _ask_for_approval(tx, draft, people)
    else:
        _plan_or_start(tx, in_words, draft, (Stage.DRAFT,))
    record(tx, person_id, "broadcast-confirmed", draft.subject, after=_audited(draft, people=people))
    return _present(tx, broadcast_id)


def _ask_for_approval(tx: Transaction, draft: Broadcast, people: int) -> None:
    others = approvers(tx, draft.author_id)
    if not others:
        raise FeedbackbotError("broadcast-no-second-admin")
    if not move(tx, draft.id, (Stage.DRAFT,), Stage.AWAITING):
        raise StateChanged("broadcast-draft-gone")
    for other in others:
        tell(tx, other, ApprovalAsked(draft.id, people))


def approve(tx: Transaction, in_words: InWords, broadcast_id: int, person_id: int) -> Broadcast:
    """The second admin agrees. Raises FeedbackbotError for the author, for whoever is no admin of the city, and StateChanged where
    another was faster."""
    found = _awaiting(tx, broadcast_id, person_id)
    set_values(tx, broadcast_id, approver_id=person_id)
    _plan_or_start(tx, in_words, found, (Stage.AWAITING,))
    record(
        tx, person_id, "broadcast-approved", found.subject,
        before={"stage": found.stage}, after={"emergency": found.emergency},
    )  # fmt: skip
    tell(tx, found.author_id, ApprovalDecided(found.id, "approved"))
    return _present(tx, broadcast_id)


def refuse(tx: Transaction, broadcast_id: int, person_id: int) -> Broadcast:
    """The second admin does not agree: nothing is sent."""
    found = _awaiting(tx, broadcast_id, person_id)
    if not move(
        tx, broadcast_id, (Stage.AWAITING,), Stage.REFUSED, approver_id=person_id, finished_at=tx.now
    ):
        raise StateChanged("broadcast-already-decided")
    record(tx, person_id, "broadcast-refused", found.subject, before={"stage": found.stage})
    tell(tx, found.author_id, ApprovalDecided(found.id, "refused"))
    return _present(tx, broadcast_id)


def _awaiting(tx: Transaction, broadcast_id: int, person_id: int) -> Broadcast:
    found = managed(tx, broadcast_id, person_id)
    if found.author_id == person_id or not require_authority(tx, person_id).city:
        raise FeedbackbotError("broadcast-own-approval")
    if found.stage is not Stage.AWAITING:
        raise StateChanged("broadcast-already-decided")
    return found


def _plan_or_start(tx: Transaction, in_words: InWords, found: Broadcast, before: tuple[Stage, ...]) -> None:
    if found.due_at is not None and found.due_at > tx.now:
        if not move(tx, found.id, before, Stage.PLANNED):
            raise StateChanged("broadcast-already-decided")
    elif not start(tx, in_words, found, before):
        raise StateChanged("broadcast-already-decided")


def start_due(tx: Transaction, in_words: InWords) -> int:
    """Begin the oldest planned broadcast whose time has come; 0 where there is none. One a transaction."""
    for broadcast_id in due_broadcasts(tx):
        found = _present(tx, broadcast_id)
        if _is_overdue(tx, found):
            if move(tx, found.id, (Stage.PLANNED,), Stage.OVERDUE):
                tell(tx, found.author_id, OverdueAsked(found.id))
            return 1
        if start(tx, in_words, found, (Stage.PLANNED,)):
            return 1
    return 0


def _is_overdue(tx: Transaction, found: Broadcast) -> bool:
    """ "The office is closed tomorrow" is wrong three weeks later."""
    late = timedelta(hours=tx.settings.broadcast_overdue_hours)
    return found.due_at is not None and tx.now - found.due_at > late


def send_overdue(tx: Transaction, in_words: InWords, broadcast_id: int, person_id: int) -> None:
    """It goes all the same. Raises FeedbackbotError for whoever may not, StateChanged where it was decided already."""
    found = managed(tx, broadcast_id, person_id)
    if not start(tx, in_words, found, (Stage.OVERDUE,)):
        raise StateChanged("broadcast-already-decided")
    record(tx, person_id, "broadcast-sent-late", found.subject, before={"stage": found.stage})


def start(tx: Transaction, in_words: InWords, found: Broadcast, before: tuple[Stage, ...]) -> bool:
    """Make its first rows; False where it does not stand at `before` any more. The next of a series is planned with it."""
    if not move(tx, found.id, before, Stage.RUNNING, started_at=tx.now, rows_after=0):
        return False
    unlinked = unlinked_count(tx, found.audience)
    set_values(
        tx,
        found.id,
        content_id=add_content(tx, in_words(found)),
        left_out=json.dumps({"not-linked": unlinked} if unlinked else {}),
    )
    follow_stage(tx, found.id, next_people(tx, found.id))
    if found.repeat is not None:
        add_next_of_series(tx, found, following(tx, found.repeat, found.due_at or tx.now))
    return True


def send_sample(tx: Transaction, broadcast_id: int, person_id: int) -> None:
    """To the author, the way everybody will get it, in every language it was written in."""
    draft = own_draft(tx, broadcast_id, person_id)
    for language in draft.words:
        tell(tx, person_id, SampleShown(draft.id, language))


def _present(tx: Transaction, broadcast_id: int) -> Broadcast:
    found = broadcast_by_id(tx, broadcast_id)
    assert found is not None  # noqa: S101  it was just written
    return found


def _audited(draft: Broadcast, *, people: int) -> dict[str, object]:
    return {
        "audience": draft.audience,
        "people": people,
        "emergency": draft.emergency,
        "due_at": None if draft.due_at is None else draft.due_at.isoformat(),
        "repeat": draft.repeat,
    }
