"""One set of colours: pages, badge, posters and certificates take them from one file, and every ink is legible on its ground."""

import re
from pathlib import Path

import httpx
import pytest

from feedbackbot.data import identity
from feedbackbot.playground.server import serve
from feedbackbot.web.reports.badge import badge

ROOT = Path(__file__).resolve().parents[2] / "feedbackbot"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")


def light_of(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_every_ink_is_legible_on_its_ground(ground: str) -> None:
    colours = identity()[ground]
    for ink in ("ink", "soft", "link", "accent", "bad", "focus"):
        for below in ("paper", "band"):
            assert contrast(colours[ink], colours[below]) >= 4.5, (ink, below)
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert contrast(colours["line"], colours["paper"]) >= 3, "borders of what is filled in"


def test_no_page_badge_or_print_has_colours_of_its_own() -> None:
    known = {code.lower() for ground in identity().values() for code in ground.values()}
    places = [*ROOT.glob("web/**/*.html"), *ROOT.glob("reports/poster/*"), *ROOT.glob("reports/survey/*.typ")]
    places += [
        *ROOT.glob("reports/**/*.typ"),
        *ROOT.glob("reports/drawing/*.py"),
        *ROOT.glob("reports/*/*drawing.py"),
    ]
    texts = {
        str(one.name): one.read_text("utf-8")
        for one in places
        if one.suffix in (".html", ".typ", ".svg", ".py")
    }
    texts["badge"] = badge("IKM", "80", "IKM 80")
    strange = {name: found for name, text in texts.items() if (found := set(_COLOUR.findall(text)) - known)}
    assert not strange


def test_words_on_the_bars_and_bands_of_charts_are_legible() -> None:
    light = identity()["light"]
    for grade in "abcd":
        for ink in ("ink", "soft", "focus"):
            assert contrast(light[ink], light[f"grade-{grade}"]) >= 4.5, (ink, grade)
    for bar in ("link", "focus", "accent"):
        assert contrast("#ffffff", light[bar]) >= 4.5, bar


async def test_the_playground_has_the_same_colours() -> None:
    async with serve() as server, httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}") as client:
        style = (await client.get("/static/css/identity.css")).text
        page = (await client.get("/")).text
        base = (await client.get("/static/css/base.css")).text
    assert f"--identity-accent: {identity()['light']['accent']};" in style
    assert page.index("identity.css") < page.index("base.css")
    named = set(re.findall(r"var\(--identity-([a-z-]+)\)", base))
    assert {"accent", "ink", "soft", "thin", "bad"} <= named <= set(identity()["light"])
