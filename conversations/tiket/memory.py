"""Which case is being written to, and what."""

from conversations.shared.draft import ReplyDraft
from feedbackbot.dialogue.open_ends import Interruption


class Ticket(ReplyDraft, Interruption):
    """The case that is being written to. `certain`: there is no doubt that the words are for its officer."""

    case_id: int = 0
    certain: bool = False
