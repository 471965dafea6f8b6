"""What a tip holds so far, and which one was opened by code and PIN."""

from conversations.shared.unit_choice import UnitChoice
from conversations.shared.writing import MessageDraft
from feedbackbot.usecases.cases.tips import NewTip, TipKind


class TipDraft(UnitChoice, MessageDraft):
    """`unit_id` is 0 where nobody is named (yet); `unit_done` says that this was asked. `tip_id`: the one that is open."""

    kind: TipKind | None = None
    what: str = ""
    unit_id: int = 0
    unit_name: str = ""
    unit_done: bool = False
    latitude: float | None = None
    longitude: float | None = None
    tip_id: int = 0

    def as_tip(self) -> NewTip:
        kind = self.kind or TipKind.OTHER
        return NewTip(kind, self.what, self.unit_id or None, self.latitude, self.longitude)
