"""The contact policy asked once more in the moment of sending: between a decision and its turn a night may lie, or three other messages.

A claimed row that may not go now is put back in the same transaction: it waits, or it is dropped, and the reason stays with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from feedbackbot.delivery.policy import LANES, contact_policy, count_decision, subscriptions_in
from feedbackbot.domain.contact_policy import (
    RULES,
    Cap,
    ContactPolicy,
    Contacts,
    Decision,
    Drop,
    Kind,
    Send,
    Wait,
)
from feedbackbot.domain.subject import read_subject
from feedbackbot.storage.broadcast.broadcasts import Stage
from feedbackbot.storage.broadcast.under_way import halted_among
from feedbackbot.storage.pipeline.contact_history import WEEK
from feedbackbot.storage.pipeline.outbox import QueuedMessage, State
from feedbackbot.storage.pipeline.policy_deferral import (
    PutBack,
    claimed_rows,
    put_back,
    put_off_kind,
    subscriptions_off,
    went_since,
)
from feedbackbot.storage.pipeline.sending_hold import HELD, held_since, holds
from feedbackbot.storage.transaction import Transaction

_KINDS = {kind.value: kind for kind in Kind}
_HALTED = {Stage.PAUSED: (State.PAUSED, None), Stage.CANCELLED: (State.DROPPED, "cancelled")}


def filter_allowed(tx: Transaction, channel: str, letters: Sequence[QueuedMessage]) -> list[QueuedMessage]:
    """Of freshly claimed letters those that may go now, in order."""
    back = _halted(tx, letters) | _held(tx, letters)
    asked = [letter for letter in letters if letter.id not in back and _is_asked(_KINDS.get(letter.kind))]
    if asked:
        back |= _Asking(tx, channel, asked).answers()
    put_back(tx, list(back.values()))
    return [letter for letter in letters if letter.id not in back]


def _is_asked(kind: Kind | None) -> bool:
    """Kinds that nothing holds back need no question."""
    if kind is None:
        return False
    rule = RULES[kind]
    return (
        rule.subscription is not None
        or rule.quiet_hours
        or rule.working_days_only
        or rule.cap is not Cap.FREE
    )


def _halted(tx: Transaction, letters: Sequence[QueuedMessage]) -> dict[int, PutBack]:
    """Rows of a broadcast that was paused or cancelled while they were under way, and came back."""
    subjects = {
        letter.id: number
        for letter in letters
        if (number := read_subject(letter.subject).number_of("broadcast"))
    }
    if not subjects:
        return {}
    halted = halted_among(tx, set(subjects.values()))
    return {
        row: PutBack(row, *_HALTED[halted[number]]) for row, number in subjects.items() if number in halted
    }


def _held(tx: Transaction, letters: Sequence[QueuedMessage]) -> dict[int, PutBack]:
    """After a restore jobs catch up with what the lost hours may have sent already: an operator decides."""
    waiting = [letter.id for letter in letters if letter.kind in _KINDS and holds(letter.kind)]
    if not waiting or held_since(tx) is None:
        return {}
    return {row: PutBack(row, State.PAUSED, HELD) for row in waiting}


@dataclass
class _Asking:
    """One batch of letters before the policy."""

    tx: Transaction
    channel: str
    letters: Sequence[QueuedMessage]

    def answers(self) -> dict[int, PutBack]:
        tx, policy = self.tx, contact_policy(self.tx.settings)
        ids = [letter.id for letter in self.letters]
        rows = claimed_rows(tx, ids)
        people = {row.person_id for row in rows.values()}
        off = subscriptions_off(tx, people)
        counted = [kind.value for kind in Kind if policy.counts(kind)]
        went = went_since(tx, people, tx.now - WEEK, counted, leave_out=ids)
        back: dict[int, PutBack] = {}
        for letter in self.letters:
            row, kind = rows[letter.id], _KINDS[letter.kind]
            person = Contacts(
                subscriptions_in(off.get(row.person_id, ())),
                went.get(row.person_id, ()),
            )
            decision = policy.decide(kind, tx.now, person, row.planned_at, row.expires_at, asked=row.asked)
            count_decision(kind, decision)
            if isinstance(decision, Send):
                if policy.counts(kind):
                    went.setdefault(row.person_id, []).append(tx.now)
            else:
                back[letter.id] = _put_back(letter.id, decision)
        self._close_hours(policy)
        return back

    def _close_hours(self, policy: ContactPolicy) -> None:
        """Where the clock closes a kind, all its other rows wait with these."""
        for kind in {_KINDS[letter.kind] for letter in self.letters}:
            opens = policy.next_allowed(kind, self.tx.now)
            if opens > self.tx.now:
                decision = policy.decide(kind, self.tx.now, Contacts())
                if isinstance(decision, Wait):
                    put_off_kind(self.tx, self.channel, LANES[kind], kind.value, opens, decision.reason.value)


def _put_back(row: int, decision: Decision) -> PutBack:
    if isinstance(decision, Wait):
        return PutBack(row, State.WAITING, decision.reason.value, decision.until)
    assert isinstance(decision, Drop)  # noqa: S101  what may go is not put back
    return PutBack(row, State.DROPPED, decision.reason.value)
