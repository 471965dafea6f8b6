"""Which alert is being talked about."""

from conversations.shared.draft import ReplyDraft
from feedbackbot.dialogue.open_ends import Interruption


class Recovery(ReplyDraft, Interruption):
    """`alert_id` is for the staff; `talk` is the citizen's name of it, which leads to no rating. `element` is the one rated again."""

    alert_id: int = 0
    talk: str = ""
    element: str = ""
