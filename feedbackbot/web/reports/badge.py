"""A small picture of a unit's result, for other sites."""

from html import escape
from typing import Final

from feedbackbot.data import identity

_PER_LETTER: Final = 7.2
_PAD: Final = 10


def badge(label: str, value: str, title: str) -> str:
    """SVG, in the colours of the pages. `title` is for those who do not see it."""
    left, right = (round(len(text) * _PER_LETTER) + 2 * _PAD for text in (label, value))
    whole = left + right
    light = identity()["light"]
    left_fill, fill = light["accent"], light["ink"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="28" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>"
        # on a black page its edge would be lost, on a white one the line is not seen
        f'<rect x="0.5" y="0.5" width="{whole - 1}" height="27" rx="4" fill="{left_fill}" stroke="#fff"/>'
        f'<rect x="{left}" y="1" width="{right - 1}" height="26" rx="3.5" fill="{fill}"/>'
        f'<rect x="{left}" y="1" width="6" height="26" fill="{fill}"/>'
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="12" text-anchor="middle">'
        f'<text x="{left / 2}" y="18">{escape(label)}</text>'
        f'<text x="{left + right / 2}" y="18" font-weight="bold">{escape(value)}</text></g></svg>'
    )
