"""What charts are drawn on: words stay words in SVG, every sign has a font in PNG, and widths are those of the fonts."""

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest

from feedbackbot.reports.drawing.canvas import BODY, GROUND, Canvas
from feedbackbot.reports.typesetting.font_files import font_folders, sans_files
from feedbackbot.reports.typesetting.glyph_widths import text_width

SVG = "{http://www.w3.org/2000/svg}"


def sheet(*words: str) -> Canvas:
    canvas = Canvas(400, 60 * len(words) + 20)
    for number, text in enumerate(words):
        canvas.text(20, 60 * number + 50, text, 40, "#16211d", bold=False, align="left")
    return canvas


def test_what_lies_lower_is_drawn_first_and_words_last() -> None:
    canvas = sheet("di atas")
    canvas.box(0, 0, 10, 10, "#075c48", BODY)
    canvas.box(0, 0, 10, 10, "#eef5f1", GROUND)
    drawn = [(node.tag.removeprefix(SVG), node.get("fill")) for node in ET.fromstring(canvas.svg("x"))]
    assert drawn[-3:] == [("rect", "#eef5f1"), ("rect", "#075c48"), ("text", "#16211d")]


def test_a_gap_lifts_the_pen() -> None:
    canvas = Canvas(100, 100)
    canvas.line([(0, 0), (10, 10), None, (30, 10), (40, 0)], "#16211d", 2, BODY)
    assert b'd="M0 0L10 10M30 10L40 0"' in canvas.svg("x")


def test_a_png_keeps_what_is_told_to_whoever_does_not_see_it() -> None:
    png = sheet("a").png("Naik — dua")
    assert b"iTXtDescription\0\0\0\0\0" + "Naik — dua".encode() in png
    assert png.endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize("sign", ["😀", "ڠ", "ꦗ", "ᬩ", "ไ", "中", "ᨅ", "ꤰ"])
def test_every_script_of_the_country_is_set_in_a_font_that_has_it(sign: str) -> None:
    """And not in the frame that stands for a sign no font has: that one would be the same for two letters of a script."""
    following = chr(ord(sign) + 1)
    assert sheet(sign).png("x") != sheet(following).png("x")
    assert text_width(sign) > 0


def test_a_width_is_that_of_the_font() -> None:
    assert text_width("0123456789") == pytest.approx(10 * text_width("0"))
    assert text_width("Wi") == pytest.approx(text_width("W") + text_width("i"))
    assert text_width("i") < text_width("W") < text_width("W", bold=True)
    assert text_width("e\u0301") == text_width("e"), "a mark stands on its letter"


def test_each_font_that_words_are_measured_by_is_one_that_they_are_set_in() -> None:
    assert {file.parent for bold in (False, True) for file in sans_files(bold=bold)} == {*font_folders()}
    assert all(BytesIO(file.read_bytes()).read(4) == b"\0\1\0\0" for file in sans_files())


def test_what_is_told_may_hold_quotes_signs_of_markup_and_line_breaks() -> None:
    told = "\"Loket\" 'A' <1> & 2\nsepi"
    drawn = ET.fromstring(sheet("a").svg(told))
    assert (drawn.get("aria-label"), drawn.findtext(f"{SVG}title")) == (told, told)
