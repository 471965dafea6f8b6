"""What a benchmark found, kept beside the table: `docs/images/bench-<name>.json`, and its plot `bench-<name>.svg`."""

import json
import math
import platform
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path

_ROOT = Path(__file__).parents[1]
FOLDER = _ROOT / "docs" / "images"
Found = Mapping[str, Mapping[str, float]]
"""By what was measured, and in it by way, which is drawn as a bar: {"turns/s at 100 ms": {"feedbackbot": 564.0}}."""
_BARS, _FIGURE, _BAR, _GAP = 380, 80, 18, 8
_LETTER = 7.5
"""Pixels that a letter takes at most on average at this size of type; a bold one a tenth more."""


def keep(name: str, found: Found, folder: Path = FOLDER) -> None:
    """Writes the figures with the circumstances they were found in, and draws them."""
    circumstances = {
        "benchmark": name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    kept = json.dumps({**circumstances, "found": found}, indent=1, ensure_ascii=False)
    (folder / f"bench-{name}.json").write_text(kept + "\n", "utf-8")
    (folder / f"bench-{name}.svg").write_text(plot(found), "utf-8")


def commit(of: str = "HEAD") -> str:
    """Its short name; empty where this is no checkout."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", of], capture_output=True, text=True, cwd=Path(__file__).parent
    )
    return asked.stdout.strip()


def plot(found: Found) -> str:
    """An SVG of horizontal bars, one group for each thing measured; each group has a scale of its own, as they have units of their own."""
    colours = json.loads((_ROOT / "feedbackbot/data/identity.json").read_text("utf-8"))["light"]
    left = max((room(way) for ways in found.values() for way in ways), default=0.0) + 20
    width = math.ceil(max(left + _BARS + _FIGURE, *(room(title) * 1.1 for title in found), 0.0))
    parts, down = list[str](), 0
    for title, ways in found.items():
        down += 30
        parts.append(f'<text x="0" y="{down}" font-weight="bold">{escape(title)}</text>')
        parts += _group(ways, down + 10, left, colours)
        down += 10 + len(ways) * (_BAR + _GAP)
    size = f'width="{width}" height="{down + 10}" viewBox="0 0 {width} {down + 10}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13" fill="{colours["ink"]}">\n'
        f'<rect width="100%" height="100%" fill="{colours["paper"]}"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def room(text: str) -> float:
    """Pixels that a label needs, rather too many."""
    return len(text) * _LETTER


def _group(ways: Mapping[str, float], top: int, left: float, colours: Mapping[str, str]) -> Sequence[str]:
    longest = max((abs(value) for value in ways.values()), default=0.0) or 1.0
    drawn = []
    for place, (way, value) in enumerate(ways.items()):
        at = top + place * (_BAR + _GAP)
        wide = max(1.0, abs(value) / longest * _BARS)
        fill = colours["accent" if place == 0 else "line"]
        text_at = at + _BAR - 5
        drawn.append(
            f'<text x="{left - 10:.1f}" y="{text_at}" text-anchor="end">{escape(way)}</text>'
            f'<rect x="{left:.1f}" y="{at}" width="{wide:.1f}" height="{_BAR}" fill="{fill}"/>'
            f'<text x="{left + wide + 6:.1f}" y="{text_at}">{value:,.4g}</text>'
        )
    return drawn
