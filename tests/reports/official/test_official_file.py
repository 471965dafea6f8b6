"""The file of the official report: tagged, equal for equal reports, with its crest, whatever was typed."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from feedbackbot.reports.official.contents import (
    Count,
    Letterhead,
)
from feedbackbot.reports.official.pdf import official_pages, official_pdf
from tests.reports.official.read_pdf import MakeReport, text_of


def test_what_a_citizen_typed_stays_text(make_report: MakeReport) -> None:
    typed = '#strong[tebal] $x^2$ *a* _b_ `c` <b> \\ @label "q" // x'
    assert typed in text_of(official_pdf(make_report(comments={"umum": (typed,)})))


@given(st.lists(st.text(max_size=60), max_size=12), st.text(st.characters(codec="utf-8"), max_size=60))
@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_comment_or_name_breaks_the_report(
    make_report: MakeReport, comments: list[str], name: str
) -> None:
    report = make_report(comments={"umum": tuple(comments)}, by_service=(Count(name, 49),))
    assert "78,74" in text_of(official_pdf(report))


def test_equal_reports_give_equal_files(make_report: MakeReport) -> None:
    assert official_pdf(make_report()) == official_pdf(make_report())


def test_the_file_is_tagged_titled_and_in_indonesian_for_screen_readers(make_report: MakeReport) -> None:
    reader = PdfReader(io.BytesIO(official_pdf(make_report())))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "id"
    assert reader.metadata is not None
    assert reader.metadata.title == "Laporan Survei Kepuasan Masyarakat Disdukcapil, Semester II 2026"


def test_the_crest_is_on_the_cover(make_report: MakeReport, tmp_path: Path) -> None:
    crest = tmp_path / "lambang.svg"
    crest.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    )
    with_crest = make_report(letterhead=Letterhead("Pemerintah", "Kota", crest))
    without = make_report(letterhead=Letterhead("Pemerintah", "Kota"))
    assert official_pages(with_crest, ppi=20)[0] != official_pages(without, ppi=20)[0]


@pytest.mark.parametrize("name", ["missing.svg", "crest.txt"])
def test_a_crest_that_is_no_picture_is_refused(make_report: MakeReport, tmp_path: Path, name: str) -> None:
    (tmp_path / "crest.txt").write_text("x")
    with pytest.raises(ValueError, match=name):
        official_pdf(make_report(letterhead=Letterhead("P", "K", tmp_path / name)))


def test_a_key_that_is_no_element_is_refused(make_report: MakeReport) -> None:
    with pytest.raises(ValueError, match="'parkir' is not an element"):
        make_report(comments={"parkir": ("sempit",)})


def test_a_long_report_is_set_whole(make_report: MakeReport) -> None:
    comments = {"waktu": tuple(f"Saran nomor {n}: " + "antrean lama " * 12 for n in range(700))}
    services = tuple(Count(f"Layanan {n}", 1) for n in range(49))
    pdf = official_pdf(make_report(comments=comments, by_service=services))
    assert len(PdfReader(io.BytesIO(pdf)).pages) >= 30
    assert "Saran nomor 699" in text_of(pdf)


def test_the_file_is_named_after_unit_and_period(make_report: MakeReport) -> None:
    assert make_report().file_name("pdf") == "SKM_disdukcapil_2026-S2.pdf"
