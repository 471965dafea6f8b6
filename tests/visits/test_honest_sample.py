"""A unit that invites a share of its visits by chance reads how many answered, and whether they rate otherwise than the others."""

import io
from collections.abc import Sequence
from datetime import timedelta
from typing import cast

import httpx
import openpyxl
import pytest
from pypdf import PdfReader
from starlette.applications import Starlette

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.figures import report_unit, sample_of
from feedbackbot.reports.official.archive import letterhead
from feedbackbot.reports.official.contents import OfficialReport
from feedbackbot.reports.official.from_database import ReportContents, build_report
from feedbackbot.reports.official.frozen import freeze_report, thaw_report
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.workbook import official_workbook
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_by_form import Visited, Voice, rate_by_form
from feedbackbot.usecases.visits.api_keys import key_of, make_key
from feedbackbot.usecases.visits.receipts import VisitTold, tell_visit, use_receipt
from feedbackbot.web.reports.routes import ResultPages
from tests.builders import CATALOGUE, grant_roles, talk_in, test_settings
from tests.cast import Member
from tests.render_fake import InThisProcess
from tests.talk import Clock, Talk, Talker

PERIOD = parse_period("2026-S2")
HIGH, LOW = (4, 4, 4, 4, 4, 4, 4, 4, 3), (3, 3, 2, 3, 3, 3, 3, 3, 3)


@pytest.fixture
async def talk(database: Database) -> Talk:
    return await talk_in(database, Clock())


@pytest.fixture
async def admin(talk: Talk) -> Talker:
    return await grant_roles(talk, Member("Zulfikar", ("superadmin",)))


def rate(tx: Transaction, name: str, values: Sequence[int], visit: str) -> None:
    """Nobody rates like the next one: the last answer goes round."""
    answers = {key: str(value) for key, value in zip(ELEMENT_KEYS, values, strict=True)}
    answers[ELEMENT_KEYS[0]] = str(1 + sum(name.encode()) % 4)
    unit = report_unit(tx, "disdukcapil")
    assert unit is not None
    rate_by_form(tx, Voice(name), Visited(unit.id, None, "web", visit), answers, name)


async def invite(
    talk: Talk, admin: Talker, answered: int, silent: int, by_themselves: int, others: Sequence[int] = HIGH
) -> None:
    person_id = (await admin.contact()).person_id

    def work(tx: Transaction) -> None:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        key = key_of(tx, make_key(tx, person_id, unit.id, 100).text)
        assert key is not None
        for number in range(answered + silent):
            kept = tell_visit(tx, key, VisitTold("", "", tx.now - timedelta(minutes=1)), str(number))
            if number < answered:
                assert use_receipt(tx, kept.token)
                rate(tx, f"invited{number}", LOW, "unit:struk")
        for number in range(by_themselves):
            rate(tx, f"alone{number}", others, "loket-1")

    await talk.work(work)


async def built(talk: Talk) -> ReportContents:
    def work(tx: Transaction) -> ReportContents | None:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        return build_report(tx, CATALOGUE, letterhead(tx.settings), unit, PERIOD)

    found = await talk.work(work)
    assert found is not None
    return found


def in_print(report: OfficialReport) -> str:
    pages = PdfReader(io.BytesIO(official_pdf(report))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def in_workbook(found: ReportContents) -> dict[object, object]:
    book = openpyxl.load_workbook(io.BytesIO(official_workbook(found.report, found.answers)))
    return {row[0]: row[1] for row in book["Hasil"].iter_rows(values_only=True)}


async def page(talk: Talk) -> str:
    runtime = Runtime(talk.database, talk.now, talk.settings)
    app = Starlette(routes=ResultPages(runtime, CATALOGUE, cast(RenderProcess, InThisProcess())).routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://city") as client:
        return (await client.get("/hasil/disdukcapil?bahasa=id")).text


async def test_those_invited_rate_lower_and_every_reader_is_told(talk: Talk, admin: Talker) -> None:
    await invite(talk, admin, answered=12, silent=12, by_themselves=20)
    await admin.types("/laporan disdukcapil 2026-S2")
    assert "Diundang acak: 12 dari 24 menjawab (50 %)" in admin.last
    assert "Yang diundang menilai −" in admin.last and "lebih mewakili" in admin.last
    found = await built(talk)
    printed = in_print(found.report)
    assert "24 diundang secara acak; 12 menjawab (tingkat jawaban 50,0 %)" in printed
    assert "Keduanya berbeda" in printed
    cells = in_workbook(found)
    assert (cells["Diundang secara acak"], cells["Tingkat jawaban"]) == (24, 0.5)
    gap = found.report.invited and found.report.invited.difference
    assert gap and gap.high < 0
    assert cells["Selisih terhadap yang datang sendiri, batas atas 95 %"] == round(gap.high, 2)
    assert "Dari 24 orang yang diundang secara acak, 12 menjawab (50 %)" in await page(talk)


async def test_where_no_difference_shows_that_is_said(talk: Talk, admin: Talker) -> None:
    await invite(talk, admin, answered=12, silent=0, by_themselves=12, others=LOW)
    await admin.types("/laporan disdukcapil 2026-S2")
    assert "tidak tampak beda" in admin.last
    assert "Perbedaan tidak tampak" in in_print((await built(talk)).report)


async def test_below_five_of_either_it_cannot_be_told(talk: Talk, admin: Talker) -> None:
    await invite(talk, admin, answered=4, silent=1, by_themselves=20)
    await admin.types("/laporan disdukcapil 2026-S2")
    assert "Diundang acak: 4 dari 5 menjawab (80 %)" in admin.last
    assert "Belum bisa dikatakan" in admin.last
    found = await built(talk)
    assert "belum dapat dinyatakan" in in_print(found.report)
    assert in_workbook(found)["Selisih terhadap yang datang sendiri"] == "belum dapat dinyatakan"
    assert "Belum bisa dikatakan" in await page(talk)


async def test_a_unit_that_invites_nobody_reads_nothing_of_it(talk: Talk, admin: Talker) -> None:
    await invite(talk, admin, answered=0, silent=0, by_themselves=12)
    await admin.types("/laporan disdukcapil 2026-S2")
    assert "iundang" not in admin.last
    found = await built(talk)
    assert found.report.invited is None and "diundang" not in in_print(found.report)
    assert "diundang" not in await page(talk)


async def test_doubtful_ratings_are_compared_only_where_they_count(talk: Talk, admin: Talker) -> None:
    await invite(talk, admin, answered=6, silent=0, by_themselves=6)

    def points(tx: Transaction) -> float:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        found = sample_of(tx, unit.id, PERIOD.first, PERIOD.last).difference
        assert found is not None
        return found.points

    await talk.work(lambda tx: rate(tx, "d", (1,) * 9, "loket-1"))
    talk.settings = test_settings(survey_count_flagged=True)
    with_it = await talk.work(points)
    talk.settings = test_settings(survey_count_flagged=False)
    assert await talk.work(points) < with_it


async def test_a_published_report_keeps_what_it_said_of_the_invited(talk: Talk, admin: Talker) -> None:
    await invite(talk, admin, answered=12, silent=3, by_themselves=12)
    report = (await built(talk)).report
    kept = thaw_report(freeze_report(report), report.comments)
    assert kept.invited == report.invited is not None
    older = freeze_report(report).replace('"invited"', '"something"')
    assert thaw_report(older, {}).invited is None
