"""What the desk remembers between two taps."""

from conversations.shared.draft import ReplyDraft
from conversations.shared.unit_choice import UnitChoice
from feedbackbot.domain.cases.terms import Action


class DeskMemory(UnitChoice, ReplyDraft):
    """`doing` is what the words under way are for. `page` (from 0) and `kind` ("" for all) are of the list that is open, `typed` is what
    is looked for, `as_table` how it is shown. `to_unit` and `to_officer` are whom a case is handed to."""

    pile: str = "baru"
    page: int = 0
    kind: str = ""
    typed: str = ""
    as_table: bool = False
    case_id: int = 0
    doing: Action = Action.ANSWER
    to_unit: int = 0
    to_officer: int = 0
    outside: str = ""
