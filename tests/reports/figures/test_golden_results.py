"""From stored ratings to report, workbook and page: one index everywhere, to both decimals, also at the edges of grades."""

import io
from decimal import Decimal
from pathlib import Path

import formulas
import pytest
from pypdf import PdfReader

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.figures import figures_of_unit, report_unit
from feedbackbot.reports.official.archive import report_contents
from feedbackbot.reports.official.from_database import ReportContents
from feedbackbot.reports.official.frozen import freeze_answers, freeze_report, thaw_answers, thaw_report
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.workbook import official_workbook
from feedbackbot.storage.survey.responses import set_response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.wording.reports.write_report import write_report
from tests.builders import CATALOGUE, test_settings
from tests.reports.figures.conftest import Ratings

HALF = parse_period("2026-S2")
ALL_FOUR = [dict.fromkeys(ELEMENT_KEYS, 4)] * 5
# Mean 3.5333 in every element: 88.33 = A by 1/9, 88.25 = B by 0.111, 87.45 = B by 0.11
FLIP = [dict.fromkeys(ELEMENT_KEYS, value) for value in (4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3)]


async def contents(ratings: Ratings) -> ReportContents:
    def work(tx: Transaction) -> ReportContents | None:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        return report_contents(tx, CATALOGUE, unit, HALF)

    found = await ratings.ask(work)
    assert found is not None
    return found


def index_of_workbook(workbook: bytes, folder: Path) -> tuple[float, str]:
    """Index and grade as a formula engine computes them from the raw answers."""
    file = folder / "buku.xlsx"
    file.write_bytes(workbook)
    solution = formulas.ExcelModel().loads(str(file)).finish().calculate()
    prefix = "'[buku.xlsx]HASIL'!"
    return solution[f"{prefix}B19"].value[0, 0], solution[f"{prefix}B20"].value[0, 0]


@pytest.mark.parametrize(
    ("answers", "weight", "ikm", "letter"),
    [
        (sekadau_answers(), "1/9", "78.74", "B"),
        (sekadau_answers(), "0.111", "78.66", "B"),
        (sekadau_answers(), "0.11", "77.95", "B"),
        (ALL_FOUR, "1/9", "100.00", "A"),
        (ALL_FOUR, "0.11", "99.00", "A"),
        (FLIP, "1/9", "88.33", "A"),
        (FLIP, "0.111", "88.25", "B"),
        (FLIP, "0.11", "87.45", "B"),
    ],
)
async def test_chat_report_and_workbook_give_the_same_two_decimals(
    ratings: Ratings,
    tmp_path: Path,
    answers: list[dict[str, int]],
    weight: str,
    ikm: str,
    letter: str,
) -> None:
    for one in answers:
        await ratings.rate(one)
    ratings.settings = test_settings(survey_weight=weight)
    figures = await ratings.ask(figures_of_unit, 1, HALF)
    found = await contents(ratings)
    assert figures.index is not None
    assert figures.index.ikm == found.report.index.ikm == Decimal(ikm)
    value, grade = index_of_workbook(official_workbook(found.report, found.answers), tmp_path)
    assert (f"{value:.2f}", grade) == (ikm, letter)
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(official_pdf(found.report))).pages)
    assert ikm.replace(".", ",") in printed


async def test_a_report_is_frozen_and_thawed_without_a_change_but_for_withdrawn_comments(
    ratings: Ratings,
) -> None:
    rating = 0
    for answers in sekadau_answers():
        rating = await ratings.rate(answers, sex="female")
    await ratings.ask(set_response, rating, {"comment": "Antrean lama sekali."})
    found = await contents(ratings)
    assert found.report.comments, "the comment is in the report"
    thawed = thaw_report(freeze_report(found.report), found.report.comments)
    assert thawed == found.report
    assert thaw_answers(freeze_answers(found.answers)) == found.answers
    assert "Antrean" not in freeze_report(found.report)


async def test_a_comment_belongs_to_the_element_it_speaks_of(ratings: Ratings) -> None:
    threes = dict.fromkeys(ELEMENT_KEYS, 3)
    for answers, comment in ((threes | {"waktu": 1}, "Lama."), (threes, "Terima kasih.")):
        rating = await ratings.rate(answers)
        await ratings.ask(set_response, rating, {"comment": comment})
    assert (await contents(ratings)).report.comments == {"waktu": ("Lama.",), "umum": ("Terima kasih.",)}


async def test_the_command_writes_both_files_and_says_what_is_wrong(
    ratings: Ratings, database_url: str, tmp_path: Path
) -> None:
    for answers in sekadau_answers():
        await ratings.rate(answers)
    settings = test_settings(database_url=database_url)
    files = await write_report(settings, "disdukcapil", "2026-S2", tmp_path / "laporan")
    assert [file.name for file in files] == ["SKM_disdukcapil_2026-S2.pdf", "SKM_disdukcapil_2026-S2.xlsx"]
    assert all(file.stat().st_size > 5_000 for file in files)
    with pytest.raises(LookupError, match="no unit has the code"):
        await write_report(settings, "tidak-ada", "2026-S2", tmp_path)
    with pytest.raises(LookupError, match="no ratings"):
        await write_report(settings, "bpbd", "2026-S2", tmp_path)
    with pytest.raises(ValueError, match="is no period"):
        await write_report(settings, "bpbd", "2026-S9", tmp_path)
