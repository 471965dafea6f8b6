"""Which alert is being talked about."""

from conversations.shared.draft import Draft


class Recovery(Draft):
    """`element` is the one that is rated again."""

    alert_id: int = 0
    element: str = ""
