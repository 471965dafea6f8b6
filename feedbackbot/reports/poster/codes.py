"""Codes of one link in several chat services beside each other, each under its name: a camera opens the one it is held at."""

from collections.abc import Sequence
from typing import Final

from feedbackbot.reports.poster.poster import Door
from feedbackbot.reports.typesetting.printable import shortened
from feedbackbot.reports.typesetting.setter import Document, code_picture, pictures_of

_PPI: Final = 200
_LONGEST: Final = 24


def codes_picture(doors: Sequence[Door], language: str) -> bytes:
    """PNG, wide enough to be scanned from a projector. Typst is heavy: runs in the render process."""
    names = [f"code-{place}.svg" for place in range(len(doors))]
    shown = [
        {"label": shortened(door.label, _LONGEST), "link": door.link, "code": name}
        for door, name in zip(doors, names, strict=True)
    ]
    codes = {name: code_picture(door.link, "m", border=4) for door, name in zip(doors, names, strict=True)}
    document = Document(__package__, "codes.typ", {"language": language, "doors": shown}, codes)
    return pictures_of(document, _PPI)[0]
