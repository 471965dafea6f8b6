"""A topic's result becomes a picture, in the render process; Typst is imported at the first drawing."""

import threading
from typing import Final

from feedbackbot.reports.forum.result_picture import ResultPicture

_ONE_AT_A_TIME: Final = threading.Lock()


def draw_result(picture: ResultPicture) -> bytes:
    """A PNG 1080 pixels wide. Safe in threads: one at a time."""
    with _ONE_AT_A_TIME:
        from feedbackbot.reports.forum.picture_drawing import draw_opinions

        return draw_opinions(picture)
