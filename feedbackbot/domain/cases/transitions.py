"""The table of steps: from which state, by whom, to which state, with what effect. What is not in it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from feedbackbot.domain.cases.terms import Action, CaseEffect, CaseState, Role

_STAFF = frozenset({Role.OFFICER, Role.HEAD, Role.SUPERADMIN})
_CITIZEN = frozenset({Role.CITIZEN})
_CLOCK = frozenset({Role.CLOCK})


@dataclass(frozen=True, slots=True)
class Transition:
    to: CaseState
    roles: frozenset[Role]
    effects: tuple[CaseEffect, ...]


_Row = tuple[tuple[CaseState, ...], Action, CaseState | None, frozenset[Role], tuple[CaseEffect, ...]]
_NEW, _TAKEN, _ASKED, _DONE = CaseState.NEW, CaseState.TAKEN, CaseState.ASKED, CaseState.DONE
_CONFIRMED, _UNCONFIRMED = CaseState.CLOSED_CONFIRMED, CaseState.CLOSED_UNCONFIRMED
_BEING_WORKED_ON = (_NEW, _TAKEN, _ASKED)

# None as target: the state stays. Staff cannot close: that is the citizen's, or the clock's after silence.
_ROWS: tuple[_Row, ...] = (
    ((_NEW, _TAKEN), Action.TAKE, _TAKEN, _STAFF, (CaseEffect.TELL_CITIZEN,)),
    ((_ASKED, _DONE), Action.TAKE, None, _STAFF, ()),
    ((_NEW, _TAKEN), Action.ANSWER, _TAKEN, _STAFF, (CaseEffect.TELL_CITIZEN,)),
    ((_ASKED, _DONE), Action.ANSWER, None, _STAFF, (CaseEffect.TELL_CITIZEN,)),
    (_BEING_WORKED_ON, Action.ASK_BACK, _ASKED, _STAFF, (CaseEffect.ASK_CITIZEN,)),
    (_BEING_WORKED_ON, Action.HAND_OVER, _NEW, _STAFF, (CaseEffect.TELL_UNIT, CaseEffect.TELL_CITIZEN)),
    ((_NEW, _TAKEN), Action.ASSIGN, _TAKEN, _STAFF, (CaseEffect.TELL_UNIT,)),
    ((_ASKED, _DONE), Action.ASSIGN, None, _STAFF, (CaseEffect.TELL_UNIT,)),
    ((_NEW, _TAKEN, _ASKED, _DONE), Action.NOTE, None, _STAFF, ()),
    (_BEING_WORKED_ON, Action.REFER, CaseState.OUTSIDE, _STAFF, (CaseEffect.TELL_CITIZEN,)),
    (_BEING_WORKED_ON, Action.MERGE, CaseState.MERGED, _STAFF, (CaseEffect.TELL_CITIZEN,)),
    (_BEING_WORKED_ON, Action.ORDER_FIELD_CHECK, None, _STAFF, (CaseEffect.TELL_CITIZEN,)),
    (_BEING_WORKED_ON, Action.MARK_DONE, _DONE, _STAFF, (CaseEffect.ASK_CITIZEN_IF_DONE,)),
    ((_NEW, _TAKEN, _DONE), Action.WRITE, None, _CITIZEN, (CaseEffect.TELL_UNIT,)),
    ((CaseState.MERGED,), Action.WRITE, None, _CITIZEN, (CaseEffect.TELL_UNIT,)),
    ((_ASKED,), Action.WRITE, _TAKEN, _CITIZEN, (CaseEffect.TELL_UNIT,)),
    (
        (_DONE, _UNCONFIRMED),
        Action.CONFIRM,
        _CONFIRMED,
        _CITIZEN,
        (CaseEffect.TELL_UNIT, CaseEffect.ASK_HANDLING_SCORE),
    ),
    (
        (_DONE, _UNCONFIRMED, CaseState.OUTSIDE, CaseState.MERGED),
        Action.REFUSE,
        _NEW,
        _CITIZEN,
        (CaseEffect.TELL_UNIT, CaseEffect.TELL_LEVEL),
    ),
    ((_NEW, _TAKEN, _ASKED, _DONE), Action.WITHDRAW, CaseState.WITHDRAWN, _CITIZEN, (CaseEffect.TELL_UNIT,)),
    ((_CONFIRMED, _UNCONFIRMED), Action.SCORE, None, _CITIZEN, ()),
    ((_NEW, _TAKEN), Action.REMIND, None, _CLOCK, (CaseEffect.REMIND_UNIT,)),
    ((_ASKED, _DONE), Action.REMIND, None, _CLOCK, (CaseEffect.REMIND_CITIZEN,)),
    ((_NEW, _TAKEN), Action.ESCALATE, None, _CLOCK, (CaseEffect.TELL_LEVEL,)),
    (
        (_ASKED, _DONE),
        Action.LET_GO,
        _UNCONFIRMED,
        _CLOCK,
        (CaseEffect.TELL_CITIZEN, CaseEffect.ASK_HANDLING_SCORE),
    ),
)

TRANSITIONS: Mapping[tuple[CaseState, Action], Transition] = MappingProxyType(
    {
        (state, action): Transition(to or state, roles, effects)
        for states, action, to, roles, effects in _ROWS
        for state in states
    }
)


def actions_for(state: CaseState, role: Role) -> list[Action]:
    """What somebody of this role can do now, in the order of `Action`: the buttons of a desk."""
    return [
        action
        for action in Action
        if (state, action) in TRANSITIONS and role in TRANSITIONS[state, action].roles
    ]
