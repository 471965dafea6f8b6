"""What the desk remembers between two taps."""

from conversations.shared.unit_choice import UnitChoice
from conversations.shared.writing import Letter
from feedbackbot.domain.cases.terms import Action


class DeskMemory(UnitChoice, Letter):
    """`doing` is what the words under way are for."""

    pile: str = "baru"
    case_id: int = 0
    doing: Action = Action.ANSWER
