"""A sheet that charts are drawn on: boxes, lines, marks and words, by pixels from the top left. It becomes an SVG, whose words stay words.

The vocabulary of all charts. What lies over what is said by `level`, not by the order of drawing.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape
from math import cos, pi, sin
from typing import Final, Literal

from feedbackbot.reports.typesetting.font_files import SANS
from feedbackbot.reports.typesetting.picture import png_of

Align = Literal["left", "center", "right"]
Shape = Literal["circle", "square", "triangle", "diamond", "nib"]

# bands, lines on them, bars and curves, intervals; words lie above all
GROUND, ON_GROUND, BODY, ON_BODY = range(4)

_ANCHOR: Final = {"left": "start", "center": "middle", "right": "end"}
# corners of a mark on a circle, in twelfths of a turn from the right, and how far out
_CORNERS: Final[dict[str, tuple[Sequence[float], float]]] = {
    "square": ((1.5, 4.5, 7.5, 10.5), 1.3),
    "triangle": ((1, 5, 9), 1.2),
    "diamond": ((0, 3, 6, 9), 1.25),
    "nib": ((3, 7, 11), 1.2),
}
_STRIPES: Final = (
    '<pattern id="stripes" patternUnits="userSpaceOnUse" width="16" height="16" patternTransform="rotate(45)">'
    '<rect width="5" height="16" fill="#ffffff"/></pattern>'
)


@dataclass(frozen=True, slots=True)
class _Line:
    """Words on their baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool
    align: Align

    def as_svg(self) -> str:
        anchor = "" if self.align == "left" else f' text-anchor="{_ANCHOR[self.align]}"'
        weight = ' font-weight="bold"' if self.bold else ""
        place = f'x="{_n(self.x)}" y="{_n(self.y)}" font-size="{_n(self.size)}"'
        return f'<text {place} fill="{self.colour}"{anchor}{weight}>{escape(self.text, quote=False)}</text>'


class Canvas:
    """White, `width` x `height` pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._drawn: list[tuple[int, str]] = []
        self._said: list[_Line] = []
        self._striped = False

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, level: int, *, striped: bool = False
    ) -> None:
        """`striped` with white, for whoever does not see its colour."""
        place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}"'
        self._add(level, f'<rect {place} fill="{colour}"/>')
        if striped:
            self._striped = True
            self._add(level, f'<rect {place} fill="url(#stripes)"/>')

    def line(
        self,
        points: Sequence[tuple[float, float] | None],
        colour: str,
        width: float,
        level: int,
        *,
        dashed: bool = False,
    ) -> None:
        """Through the points; None is a gap."""
        path, pen_down = [], False
        for point in points:
            if point is not None:
                path.append(f"{'L' if pen_down else 'M'}{_n(point[0])} {_n(point[1])}")
            pen_down = point is not None
        if path:
            dashes = f' stroke-dasharray="{_n(4 * width)}"' if dashed else ""
            style = f'fill="none" stroke="{colour}" stroke-width="{_n(width)}" stroke-linejoin="round"'
            self._add(level, f'<path d="{"".join(path)}" {style}{dashes}/>')

    def mark(
        self,
        x: float,
        y: float,
        shape: Shape,
        across: float,
        colour: str,
        level: int,
        *,
        edge: str = "",
        opacity: float = 1,
    ) -> None:
        """`across` its middle; with `edge` an outline of that colour."""
        style = f'fill="{colour}"' + (f' stroke="{edge}" stroke-width="7"' if edge else "")
        style += f' fill-opacity="{opacity}"' if opacity < 1 else ""
        if shape == "circle":
            self._add(level, f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(across / 2)}" {style}/>')
            return
        turns, out = _CORNERS[shape]
        corners = [
            (x + across / 2 * out * cos(turn * pi / 6), y + across / 2 * out * sin(turn * pi / 6))
            for turn in turns
        ]
        points = " ".join(f"{_n(a)},{_n(b)}" for a, b in corners)
        self._add(level, f'<polygon points="{points}" {style}/>')

    def text(
        self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool, align: Align
    ) -> None:
        """One line, its letters `size` pixels high from line to line."""
        if text.strip():
            self._said.append(
                _Line(round(x, 2), round(baseline, 2), text, round(size, 2), colour, bold, align)
            )

    def png(self, alt: str) -> bytes:
        """As `svg`. Its shapes are those of the SVG, its words are set by Typst, which has a font for every sign."""
        words = [asdict(line) for line in self._said]
        return png_of(self._svg(alt, words=False), words, self.width, self.height, alt)

    def svg(self, alt: str) -> bytes:
        """`alt` is what is told to whoever does not see it."""
        return self._svg(alt, words=True)

    def _svg(self, alt: str, *, words: bool) -> bytes:
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        families = _attribute(", ".join([*SANS, "sans-serif"]))
        drawn = [element for _, element in sorted(self._drawn, key=lambda one: one[0])]
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={_attribute(alt)} {size} '
                f'font-family={families} xml:space="preserve">',
                f"<title>{escape(alt, quote=False)}</title>",
                *([f"<defs>{_STRIPES}</defs>"] if self._striped else []),
                f'<rect width="{self.width}" height="{self.height}" fill="#ffffff"/>',
                *drawn,
                *([line.as_svg() for line in self._said] if words else []),
                "</svg>\n",
            ]
        ).encode()

    def _add(self, level: int, element: str) -> None:
        self._drawn.append((level, element))


def _attribute(text: str) -> str:
    """In quotes, with its line breaks. The standard library's `quoteattr` reads an HTTP client, with TLS, before the first chart."""
    return '"' + escape(text).replace("\n", "&#10;") + '"'


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
