"""A published result stays as it is, whatever is answered later."""

from datetime import UTC, datetime
from io import BytesIO
from typing import cast

from pypdf import PdfReader

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.official.archive import report_contents
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.report_makers import OFFICIAL_PDF, report_makers
from feedbackbot.reports.official.workbook import official_workbook
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.transaction import Transaction
from tests.builders import CATALOGUE
from tests.render_fake import InThisProcess
from tests.reports.readers import AUGUST, rate_all, with_role
from tests.reports.torture import KINDS
from tests.survey.ratings import rate
from tests.talk import Clock, Talk


async def test_a_published_result_does_not_change_and_later_answers_do_not_reach_it(
    talk: Talk, clock: Clock
) -> None:
    """Published figures stay in report and workbook when an answer of the period is changed afterwards."""
    clock.now = datetime(2026, 6, 30, 3, tzinfo=UTC)
    await rate_all(talk)
    clock.now = AUGUST
    zul = await with_role(talk, "Zulfikar", Role.SUPERADMIN)
    await zul.types("/terbitkan")
    await zul.taps("Semester I 2026")
    assert "Siap diterbitkan: 1 unit" in zul.last
    await zul.taps("📌 Terbitkan 1 unit")
    assert "sudah diterbitkan" in zul.last
    clock.now = datetime(2026, 6, 29, 3, tzinfo=UTC)
    await rate_all(talk, start=90_000)
    clock.now = AUGUST

    def work(tx: Transaction):  # type: ignore[no-untyped-def]
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        return report_contents(tx, CATALOGUE, unit, parse_period("2026-S1"))

    found = await talk.work(work)
    assert found is not None
    assert (str(found.report.index.ikm), found.report.respondents, len(found.answers)) == ("78.74", 49, 49)
    assert official_pdf(found.report).startswith(b"%PDF")
    assert BytesIO(official_workbook(found.report, found.answers)).read(2) == b"PK"
    await zul.types("/terbitkan 2026-S1")
    assert "Siap diterbitkan: 0 unit" in zul.last


async def test_one_comment_with_strange_signs_does_not_stop_the_official_report(
    talk: Talk, clock: Clock
) -> None:
    """public_reports.md, row 02: one comment with a keycap stopped a whole report, eight times and without a word."""
    await rate_all(talk)
    ani = talk.person("Ani")
    await rate(ani, link="u_disdukcapil")
    await ani.types(
        " ".join(KINDS[kind] for kind in ("keycaps", "families", "jawi", "controls", "marks-alone")).replace(
            "\0", ""
        )
    )
    clock.passes(hours=1)
    hasan = await with_role(talk, "Hasan", Role.HEAD, "disdukcapil")
    await hasan.types("/laporan")
    await hasan.taps("📄 Laporan resmi")
    files = [message.document for message in hasan.answered if message.document]
    makers = report_makers(talk.runtime, CATALOGUE, cast(RenderProcess, InThisProcess()))
    made = {file.source: (await makers[file.source](file)).content for file in files}
    assert set(made) == {OFFICIAL_PDF}
    assert "50 responden" in "".join(
        page.extract_text() for page in PdfReader(BytesIO(made[OFFICIAL_PDF])).pages
    )


async def test_a_period_that_is_not_over_cannot_be_published(talk: Talk) -> None:
    await rate_all(talk)
    zul = await with_role(talk, "Zulfikar", Role.SUPERADMIN)
    await zul.types("/terbitkan 2026-S2")
    assert "belum berakhir" in zul.said() + zul.notice
