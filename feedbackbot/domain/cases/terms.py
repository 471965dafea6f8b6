"""The words of a case: what it is, where it stands, who acts on it and how."""

from enum import IntEnum, StrEnum


class CaseKind(StrEnum):
    """The three kinds of SP4N-LAPOR!."""

    COMPLAINT = "pengaduan"
    ASPIRATION = "aspirasi"
    INFORMATION = "permintaan-informasi"


class CaseState(StrEnum):
    NEW = "new"
    """Sent; nobody of the unit has it in hand."""
    TAKEN = "taken"
    """An officer works on it."""
    ASKED = "asked"
    """The citizen was asked something and has not answered."""
    DONE = "done"
    """The unit says that it is settled; the citizen has not said so."""
    CLOSED_CONFIRMED = "closed-confirmed"
    CLOSED_UNCONFIRMED = "closed-unconfirmed"
    """Closed after silence; counted apart."""
    WITHDRAWN = "withdrawn"
    OUTSIDE = "outside"
    """Not within the city's powers: the citizen was told whose it is. Counted apart."""
    MERGED = "merged"
    """The same as another case, which is worked on for all who sent it."""

    @property
    def is_open(self) -> bool:
        return self in OPEN_STATES

    @property
    def waits_for_citizen(self) -> bool:
        return self in (CaseState.ASKED, CaseState.DONE)


OPEN_STATES = (CaseState.NEW, CaseState.TAKEN, CaseState.ASKED, CaseState.DONE)


class Role(StrEnum):
    """Who acts. The citizen is the one who sent the case; officer and head are of the unit that has it."""

    CITIZEN = "citizen"
    OFFICER = "officer"
    HEAD = "head"
    SUPERADMIN = "superadmin"
    CLOCK = "clock"


class Action(StrEnum):
    TAKE = "take"
    ANSWER = "answer"
    ASK_BACK = "ask-back"
    HAND_OVER = "hand-over"
    ASSIGN = "assign"
    """To a colleague of the same unit."""
    NOTE = "note"
    """For the desk only."""
    REFER = "refer"
    MERGE = "merge"
    ORDER_FIELD_CHECK = "order-field-check"
    MARK_DONE = "mark-done"
    WRITE = "write"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    SCORE = "score"
    REMIND = "remind"
    ESCALATE = "escalate"
    LET_GO = "let-go"


FOR_THE_DESK = frozenset({Action.HAND_OVER, Action.ASSIGN, Action.NOTE, Action.MERGE})
"""What is written with these is read by the staff alone."""
UNSEEN = frozenset({Action.ASSIGN, Action.NOTE})
"""The citizen does not even see that they were done."""


class Level(IntEnum):
    """Who answers for the case; it only ever rises."""

    UNIT = 0
    HEAD = 1
    SUPERADMIN = 2


class Alarm(IntEnum):
    """How far the clock has come within the present stage."""

    NONE = 0
    HALF = 1
    NEAR_END = 2
    OVERDUE = 3
    LONG_OVERDUE = 4


class CaseEffect(StrEnum):
    """What a step makes the bot do."""

    TELL_UNIT = "tell-unit"
    """The officers of the unit that has the case, or the one who took it."""
    TELL_LEVEL = "tell-level"
    """The unit's head or the superadmin, by the case's level."""
    REMIND_UNIT = "remind-unit"
    TELL_CITIZEN = "tell-citizen"
    ASK_CITIZEN = "ask-citizen"
    ASK_CITIZEN_IF_DONE = "ask-citizen-if-done"
    REMIND_CITIZEN = "remind-citizen"
    ASK_HANDLING_SCORE = "ask-handling-score"
