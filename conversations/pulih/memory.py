"""Which alert is being talked about."""

from conversations.shared.writing import Letter


class Recovery(Letter):
    """`element` is the one that is rated again."""

    alert_id: int = 0
    element: str = ""
