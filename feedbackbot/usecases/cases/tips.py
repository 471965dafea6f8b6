"""A tip goes to the inspectorate alone: nobody else can list, find, count or answer it, and its sender comes back by code and PIN."""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.calendar import full_hour
from feedbackbot.domain.cases.notices import TipTold
from feedbackbot.domain.cases.terms import Role as Actor
from feedbackbot.domain.cases.tips import (
    TIP_CODES,
    TIP_PINS,
    TIPS_A_DAY,
    TipAction,
    TipKind,
    TipState,
    read_code_and_pin,
    tip_code,
    tip_lock,
    tip_pin,
)
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.people.link_code import GUESSES_WITHIN, may_guess_at
from feedbackbot.domain.people.roles import Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.cases.timeline import Entry, KeptFile, add_entry, timeline_of_tip
from feedbackbot.storage.cases.tips import (
    NewTip,
    TipRow,
    add_tip,
    find_tip,
    lock_tip,
    set_tip_state,
    tip_by_code,
    tips_in,
)
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.limits import Limit, keep_limit, kept_moments
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.staff.employees import count_failure, failures_since
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_code, unit_by_id
from feedbackbot.usecases.cases.send_case import MOST_FILES
from feedbackbot.usecases.cases.send_files import pass_on

__all__ = ["Entry", "NewTip", "TipAction", "TipKind", "TipRow", "TipState"]

_DAY = timedelta(days=1)
_OPEN = (TipState.NEW, TipState.READ)
_NEXT = {TipAction.READ: TipState.READ, TipAction.ANSWER: TipState.READ, TipAction.CLOSE: TipState.CLOSED}
_UNSEEN = (TipAction.NOTE.value,)


@dataclass(frozen=True, slots=True)
class TipView:
    """As its reader may see it; `unit` is "" where nobody was named."""

    row: TipRow
    unit: str
    timeline: list[Entry]

    @property
    def files(self) -> list[KeptFile]:
        return [file for entry in self.timeline for file in entry.files]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a code and a PIN lead to: the tip's id, or nothing; `again_at` where guessing is limited."""

    tip_id: int | None = None
    again_at: datetime | None = None


def inspectors(tx: Transaction) -> list[int]:
    """Who reads tips."""
    return [one for one in holders(tx, Role.INSPECTOR) if reads_tips(roles_of(tx, one))]


def reads_tips(roles: frozenset[str]) -> bool:
    """Only who holds no other office here, however the roles came about."""
    return roles & set(Role) == {Role.INSPECTOR}


def can_be_told(tx: Transaction) -> bool:
    """Whether anybody of the inspectorate reads here."""
    return bool(inspectors(tx))


def is_about_inspectorate(tx: Transaction, unit_id: int | None) -> bool:
    """Such a tip is none of the inspectorate's own: it goes elsewhere."""
    own = unit_by_code(tx, tx.settings.inspectorate_unit)
    return own is not None and own.id == unit_id


def send_tip(tx: Transaction, person_id: int, new: NewTip, files: Sequence[KeptFile]) -> tuple[str, str]:
    """Returns code and PIN, which are told once and kept nowhere. Nothing that is kept leads to the person, except for one day a keyed
    hash of the address that limits how many are sent. Raises FeedbackbotError."""
    if not can_be_told(tx):
        raise FeedbackbotError("tip-nobody-reads")
    if is_about_inspectorate(tx, new.unit_id):
        raise FeedbackbotError("tip-about-inspectorate")
    if len(kept_moments(tx, person_id, Limit.TIP)) >= TIPS_A_DAY:
        raise FeedbackbotError("tip-enough-today")
    hour = full_hour(tx.now)
    keep_limit(tx, person_id, Limit.TIP, [(hour, hour + _DAY)])
    code, pin = _free_code(tx), tip_pin(secrets.randbelow(TIP_PINS))
    tip_id = add_tip(tx, new, code, tip_lock(tx.settings.require_key(), code, pin))
    _enter(tx, tip_id, Actor.CITIZEN.value, TipAction.SEND, new.words, files[:MOST_FILES])
    _tell_inspectors(tx, tip_id, code, TipAction.SEND, files[:MOST_FILES])
    return code, pin


def open_tip(tx: Transaction, person_id: int, typed: str) -> Opened:
    """By code and PIN, from any chat."""
    again_at = may_guess_at(failures_since(tx, person_id, tx.now - GUESSES_WITHIN), tx.now)
    if again_at > tx.now:
        return Opened(again_at=again_at)
    read = read_code_and_pin(typed)
    row = tip_by_code(tx, read[0]) if read else None
    lock = tip_lock(tx.settings.require_key(), *read) if read else ""
    if row is None or not hmac.compare_digest(row.lock, lock):
        count_failure(tx, person_id)
        return Opened()
    return Opened(row.id)


def sender_view(tx: Transaction, tip_id: int) -> TipView:
    """For who has opened it. Raises FeedbackbotError."""
    view = _view(tx, find_tip(tx, tip_id))
    seen = [one for one in view.timeline if one.action not in _UNSEEN]
    return TipView(view.row, view.unit, seen)


def add_to_tip(tx: Transaction, tip_id: int, words: str, files: Sequence[KeptFile]) -> None:
    """By who has opened it. Raises FeedbackbotError."""
    row = lock_tip(tx, tip_id)
    if row is None or row.state not in _OPEN:
        raise FeedbackbotError("tip-closed")
    _enter(tx, tip_id, Actor.CITIZEN.value, TipAction.WRITE, words, files)
    _tell_inspectors(tx, tip_id, row.code, TipAction.WRITE, files)


# The inspectorate


def tips_on_desk(tx: Transaction, person_id: int, *, closed: bool = False) -> list[TipRow]:
    """Newest first. Raises FeedbackbotError for everybody else."""
    _require(tx, person_id)
    return tips_in(tx, TipState.CLOSED) if closed else tips_in(tx, *_OPEN)


def new_tips(tx: Transaction, person_id: int) -> list[int]:
    """What nobody has read yet; nothing for everybody else."""
    return [one.id for one in tips_in(tx, TipState.NEW)] if reads_tips(roles_of(tx, person_id)) else []


def inspector_view(tx: Transaction, person_id: int, tip_id: int) -> TipView:
    """Raises FeedbackbotError."""
    _require(tx, person_id)
    return _view(tx, find_tip(tx, tip_id))


def tip_steps(tx: Transaction, person_id: int, tip_id: int, action: TipAction, words: str = "") -> None:
    """By the inspectorate; it stands in the tip's own timeline, and in no audit that an admin reads. Raises FeedbackbotError."""
    _require(tx, person_id)
    row = lock_tip(tx, tip_id)
    if row is None or row.state not in _OPEN:
        raise FeedbackbotError("tip-closed")
    if action is TipAction.READ and row.state is TipState.READ:  # tapped twice
        return
    if action in _NEXT and row.state is not _NEXT[action]:
        set_tip_state(tx, tip_id, _NEXT[action])
    _enter(tx, tip_id, Role.INSPECTOR.value, action, words, (), staff_id=person_id)


def _require(tx: Transaction, person_id: int) -> None:
    if not reads_tips(roles_of(tx, person_id)):
        raise FeedbackbotError("tip-not-yours")


def _view(tx: Transaction, row: TipRow | None) -> TipView:
    if row is None:
        raise FeedbackbotError("tip-closed")
    unit = unit_by_id(tx, row.unit_id) if row.unit_id is not None else None
    return TipView(row, unit.short_name if unit else "", timeline_of_tip(tx, row.id))


def _enter(
    tx: Transaction,
    tip_id: int,
    actor: str,
    action: TipAction,
    words: str,
    files: Sequence[KeptFile],
    staff_id: int | None = None,
) -> None:
    add_entry(
        tx,
        tip_id=tip_id,
        actor=actor,
        action=action.value,
        words=shown_to_others(words),
        files=files,
        staff_id=staff_id,
    )


def _tell_inspectors(
    tx: Transaction, tip_id: int, code: str, action: TipAction, files: Sequence[KeptFile]
) -> None:
    for person_id in inspectors(tx):
        tell(tx, person_id, TipTold(tip_id, action.value), subject=f"tip:{tip_id}", blurred=True)
        pass_on(tx, person_id, code, files, f"tip:{tip_id}", blurred=True)


def _free_code(tx: Transaction) -> str:
    while True:
        code = tip_code(secrets.randbelow(TIP_CODES))
        if tip_by_code(tx, code) is None:
            return code
