"""What the desk remembers between two taps."""

from conversations.shared.draft import ReplyDraft
from conversations.shared.unit_choice import UnitChoice
from feedbackbot.domain.cases.terms import Action


class DeskMemory(UnitChoice, ReplyDraft):
    """`doing` is what the words under way are for."""

    pile: str = "baru"
    case_id: int = 0
    doing: Action = Action.ANSWER
