"""Which alert is being talked about."""

from conversations.shared.draft import ReplyDraft


class Recovery(ReplyDraft):
    """`element` is the one that is rated again."""

    alert_id: int = 0
    element: str = ""
