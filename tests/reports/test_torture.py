"""Every document is made, and has all its pages, whatever signs its names, titles and comments hold."""

import dataclasses
import io
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from feedbackbot.domain.sheets.write import Column, Sheet, workbook_bytes
from feedbackbot.reports.drawing.charts import Bar, BarChart
from feedbackbot.reports.drawing.draw_chart import draw
from feedbackbot.reports.drawing.table_drawing import TablePicture, draw_table
from feedbackbot.reports.official.contents import Count, FollowUp, Letterhead, ProfileTable
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.poster.poster import Door, Poster, PosterSize, PosterWords, posters_pdf
from feedbackbot.reports.training.certificate import PrintedCertificate
from feedbackbot.reports.typesetting import setter
from feedbackbot.reports.typesetting.printable import NO_SIGN, breakable, printable
from feedbackbot.reports.typesetting.setter import Document, pdf_of
from tests.reports.official.conftest import MakeReport, make_report
from tests.reports.torture import ALL, KINDS, LINK, certificate, letter, pages

__all__ = ["make_report"]
GRADES = {"A": "Sangat Baik", "B": "Baik", "C": "Kurang Baik", "D": "Tidak Baik"}
MOST_TEXTS = settings(max_examples=12, deadline=None)


def poster(text: str) -> bytes:
    words = PosterWords("id", text, "Nilai layanan kami", (text, text, text), text)
    return posters_pdf(
        words, PosterSize.A5, [Poster(text, text, (Door(text, LINK), Door("Web", LINK)), text)]
    )


def chart(text: str) -> BarChart:
    bars = (Bar(text, 3.5, "3,5", note=text[:10]), Bar(text, None, text[:10]))
    return BarChart(text, text, bars, "nrr", GRADES, text, alt=text, footer=text)


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_an_official_report_is_set_with_any_text(make_report: MakeReport, kind: str) -> None:
    text = KINDS.get(kind, ALL)
    report = make_report(
        comments={"waktu": (text, "Antrean lama."), "umum": (text,)},
        follow_up=(FollowUp("prosedur", text, text, text),),
        by_service=(Count(text, 49),),
        by_channel=(Count(text, 49),),
        profile=(ProfileTable(text, (Count(text, 20), Count("S1", 29))),),
        letterhead=Letterhead(text, text),
        unit_name=text,
        signatory=text,
    )
    assert "Antrean lama." in words(official_pdf(report))


def words(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_a_certificate_is_one_page_with_any_text(kind: str) -> None:
    assert pages(certificate(KINDS.get(kind, ALL))) == 1


@pytest.mark.parametrize("kind", ["keycaps", "halves", "no-space", "wide", "empty", "all"])
@pytest.mark.parametrize("document", [letter, poster])
def test_a_letter_and_a_poster_are_one_page_with_any_text(
    document: Callable[[str], bytes], kind: str
) -> None:
    assert pages(document(KINDS.get(kind, ALL))) == 1


@pytest.mark.parametrize(
    "kind", ["keycaps", "javanese", "controls", "halves", "private", "no-space", "empty", "markup"]
)
def test_a_chart_and_a_table_are_drawn_with_any_text(kind: str) -> None:
    text = KINDS.get(kind, ALL)
    table = TablePicture(text, text, (text, "n"), ((text, "1"),), text)
    for picture in (draw(chart(text), "png"), draw_table(table)):
        assert struct.unpack(">I", picture[16:20]) == (1080,)
    assert ET.fromstring(draw(chart(text), "svg")).tag.endswith("svg")


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_a_workbook_is_written_and_read_with_any_text(kind: str) -> None:
    text = KINDS.get(kind, ALL)
    book = load_workbook(io.BytesIO(workbook_bytes([Sheet("Daftar", [Column(text)], [[text], [text]])])))
    assert [sheet.title for sheet in book] == ["Daftar"]


@MOST_TEXTS
@given(st.text(max_size=60))
def test_a_certificate_is_made_of_any_text(text: str) -> None:
    assert pages(certificate(text)) == 1


@MOST_TEXTS
@given(st.text(alphabet=st.characters(min_codepoint=0x300, exclude_categories=()), min_size=1, max_size=60))
def test_a_letter_is_made_of_the_strangest_text(text: str) -> None:
    assert pages(letter(text)) == 1


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_printable_text_has_no_sign_that_a_printer_cannot_take_and_stays_the_same(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert not any(sign < " " or "\ud800" <= sign <= "\udfff" for sign in shown)
    assert printable(shown) == shown
    assert breakable(shown).replace("\u200b", "") == shown.replace("\u200b", "")


@pytest.mark.parametrize("word", ["👨‍👩‍👧‍👦", "🇮🇩", "👩🏽‍⚕️", "3️⃣", "n\u0303"])
def test_a_long_word_is_never_broken_inside_a_sign(word: str) -> None:
    assert breakable(word * 100).replace("\u200b", "") == word * 100
    assert all(len(part) % len(word) == 0 for part in breakable(word * 100).split("\u200b"))


def test_what_turns_a_line_round_or_joins_a_link_with_another_sign_is_not_printed() -> None:
    assert printable("Budi \u202eidub\u2067") == "Budi idub"
    assert breakable(LINK) == LINK
    assert printable("a\ue000b\x00c\ud800d") == f"a{NO_SIGN}b c{NO_SIGN}d"


def test_markup_of_the_typesetter_is_text() -> None:
    typed = '#panic("x") $x^2$ @nobody <label> \\ *b*'
    assert "".join(typed.split()) in "".join(words(certificate(typed)).split())


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    none_of_ours = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(setter, "fonts", lambda: none_of_ours)


@pytest.mark.usefixtures("no_fonts")
@pytest.mark.parametrize("kind", ["keycaps", "other-scripts", "no-width", "marks-alone", "all"])
def test_no_document_is_refused_where_every_font_is_missing(kind: str) -> None:
    made = certificate(f"Budi {KINDS.get(kind, ALL)}")
    assert pages(made) == 1
    assert "SERTIFIKAT" in words(made)


@pytest.mark.usefixtures("no_fonts")
def test_only_the_signs_without_a_font_are_replaced() -> None:
    made = "".join(words(certificate("Pelayanan 3️⃣ Prima ✅ Ünal")).split())
    assert "Pelayanan3Prima" in made
    assert "Ünal" in made


def test_what_is_wrong_with_a_template_is_still_an_error() -> None:
    fields = [one.name for one in dataclasses.fields(PrintedCertificate)]
    without_code = Document("feedbackbot.reports.training", "certificate.typ", dict.fromkeys(fields, "id"))
    with pytest.raises(Exception, match=r"code\.svg"):
        pdf_of(without_code)


NAMES = st.lists(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=40), min_size=12, max_size=12
)
"""A dozen at once, so that one document tries them all."""


@settings(max_examples=4, deadline=None)
@given(st.text(max_size=80))
def test_a_poster_is_made_of_any_text(text: str) -> None:
    assert pages(poster(text)) == 1


@settings(max_examples=1, deadline=None)
@given(NAMES)
def test_a_chart_is_drawn_with_any_captions(names: list[str]) -> None:
    bars = tuple(Bar(name, 3.0, "3,0", note=name) for name in names[:4])
    captions = "".join(names)
    made = draw(
        BarChart(captions, names[0], bars, "nrr", GRADES, names[1], alt=captions, footer=captions), "svg"
    )
    assert ET.fromstring(made).tag.endswith("svg")


@MOST_TEXTS
@given(NAMES)
def test_a_workbook_keeps_its_rows_with_any_text(names: list[str]) -> None:
    made = workbook_bytes([Sheet(names[0], [Column(names[1])], [[f"x{name}"] for name in names])])
    [sheet] = load_workbook(io.BytesIO(made))
    assert [str(row[0].value)[:1] for row in sheet.iter_rows(min_row=2)] == ["x"] * len(names)
