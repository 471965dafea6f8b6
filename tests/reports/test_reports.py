"""Heads and admins read reports by buttons; a published result stays as it is."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import TypeVar, cast

import pytest
from pypdf import PdfReader
from sqlalchemy import Connection

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.drawing.chart_json import chart_from_json, chart_to_json
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.official.archive import report_contents
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.report_makers import OFFICIAL_PDF, report_makers
from feedbackbot.reports.official.workbook import official_workbook
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from tests.builders import CATALOGUE, talk_in
from tests.no_leak import assert_nobody_is_named
from tests.render_fake import InThisProcess
from tests.reports.torture import KINDS
from tests.survey.ratings import rate
from tests.talk import Clock, Talk, Talker

T = TypeVar("T")
JULY = datetime(2026, 7, 15, 3, 0, tzinfo=UTC)
AUGUST = datetime(2026, 8, 3, 3, 0, tzinfo=UTC)


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    clock.now = JULY
    made = await talk_in(database, clock, telegram_bot_name="lhokseumawe_bot")
    yield made
    await assert_nobody_is_named(made)


async def rate_all(talk: Talk, unit: str = "disdukcapil", start: int = 10_000) -> None:
    """Sekadau's 49 published respondents."""

    def work(tx: Transaction) -> None:
        found = report_unit(tx, unit)
        assert found is not None
        for number, answers in enumerate(sekadau_answers()):
            rating = begin_rating(tx, start + number, found.id, None, "memory", None, answers)
            submit_rating(tx, start + number, rating)

    await talk.work(work)


async def with_role(talk: Talk, name: str, role: Role, unit: str | None = None) -> Talker:
    person = talk.person(name)
    await person.types("/mulai")
    person_id = (await person.contact()).person_id

    def work(tx: Transaction) -> None:
        found = report_unit(tx, unit) if unit else None
        add_grant(tx, person_id, role, found.id if found else None)

    await talk.work(work)
    return person


async def test_a_head_sees_the_own_unit_at_once_with_what_matters(talk: Talk) -> None:
    await rate_all(talk)
    hasan = await with_role(talk, "Hasan", Role.HEAD, "disdukcapil")
    await hasan.types("/laporan")
    assert "78,74" in hasan.last and "49 penilaian" in hasan.last
    assert "Terlemah: Persyaratan 2,82" in hasan.last
    assert "Semester II 2026" in hasan.last
    picture = hasan.chat[-1].message.picture
    assert picture is not None
    chart = chart_from_json(str(picture.args["chart"]))
    assert chart_to_json(chart) == picture.args["chart"]
    assert sum(bar.interval is not None for bar in chart.bars) == 9  # type: ignore[union-attr]


async def test_every_view_answers_with_and_without_ratings(talk: Talk) -> None:
    hasan = await with_role(talk, "Hasan", Role.HEAD, "disdukcapil")
    for _ in range(2):
        await hasan.types("/laporan")
        for label in ("📈 Perkembangan", "🗓 Masa lain"):
            await hasan.taps(label)
            assert hasan.answered
        assert {"Juli 2026", "Juni 2026", "Triwulan III 2026", "Tahun 2025"} <= set(hasan.buttons())
        await rate_all(talk)
    for label in ("🏢 Antarunit", "🧾 Per layanan", "💬 Saran warga", "📄 Laporan resmi", "👥 Per responden"):
        await hasan.types("/laporan")
        await hasan.taps(label)
        assert hasan.answered and hasan.buttons()
    await hasan.taps("Jenis kelamin")
    assert "Tidak menjawab: IKM 78,74" in hasan.last


class CountsReads:
    """A database that counts what is read beside its writer."""

    def __init__(self, database: Database) -> None:
        self.database, self.dialect, self.reads = database, database.dialect, 0

    async def read(self, work: Callable[[Connection], T]) -> T:
        self.reads += 1
        return await self.database.read(work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        return await self.database.write(work)

    async def forget_log(self) -> bool:
        return await self.database.forget_log()

    async def close(self) -> None:
        await self.database.close()


async def test_a_breakdown_is_added_up_beside_the_writer(talk: Talk) -> None:
    """Half a second for five million ratings, in which everybody else would wait."""
    await rate_all(talk)
    hasan = await with_role(talk, "Hasan", Role.HEAD, "disdukcapil")
    await hasan.types("/laporan")
    await hasan.taps("👥 Per responden")
    talk.database = beside = CountsReads(talk.database)
    await hasan.taps("Jenis kelamin")
    assert "Tidak menjawab: IKM 78,74" in hasan.last
    assert beside.reads == 1


async def test_a_head_of_another_unit_and_a_citizen_see_nothing(talk: Talk) -> None:
    await rate_all(talk)
    hasan = await with_role(talk, "Hasan", Role.HEAD, "disdukcapil")
    await hasan.types("/laporan")
    _, button = hasan.button("📈 Perkembangan")
    rahmah = await with_role(talk, "Rahmah", Role.HEAD, "bpbd")
    await rahmah.sends_tap(button.data or "")
    assert "bukan untuk Anda lihat" in rahmah.said() + rahmah.notice
    await rahmah.types("/laporan disdukcapil")
    assert "78,74" not in rahmah.said()
    ani = talk.person("Ani")
    await ani.sends_tap(button.data or "")
    assert not any(message.picture for message in ani.answered)


async def test_the_change_to_the_period_before_is_told(talk: Talk, clock: Clock) -> None:
    clock.now = datetime(2026, 3, 1, 3, tzinfo=UTC)
    await rate_all(talk)
    clock.now = JULY

    def work(tx: Transaction) -> None:
        found = report_unit(tx, "disdukcapil")
        assert found is not None
        for number in range(40):
            answers = dict.fromkeys(ELEMENT_KEYS, 3) | {"waktu": 2 - number % 2}
            submit_rating(tx, number + 1, begin_rating(tx, number + 1, found.id, None, "m", None, answers))

    await talk.work(work)
    hasan = await with_role(talk, "Hasan", Role.HEAD, "disdukcapil")
    await hasan.types("/laporan")
    assert "Terlemah: Kecepatan 1,50, turun 1,56" in hasan.last
    assert "Kecepatan turun nyata (−1,56)" in hasan.last


async def test_a_free_period_can_be_typed(talk: Talk) -> None:
    await rate_all(talk)
    zul = await with_role(talk, "Zulfikar", Role.SUPERADMIN)
    await zul.types("/laporan disdukcapil")
    assert "78,74" in zul.last


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


async def test_prints_are_offered_for_the_own_unit_its_counters_and_all_of_them(talk: Talk) -> None:
    hasan = await with_role(talk, "Hasan", Role.HEAD, "disdukcapil")
    await hasan.types("/poster")
    for taps, wanted in (
        ("Loket 1", ("poster", "loket-1", "a4", "poster-A4_disdukcapil_loket-1.pdf")),
        ("Tenda meja", ("poster", "loket-1", "tenda", "tenda-meja_disdukcapil_loket-1.pdf")),
        ("Formulir kertas", ("paper-form", "loket-1", "kertas", "formulir_disdukcapil_loket-1.pdf")),
        ("Lembar isian (Excel)", ("key-in-sheet", "loket-1", "isian", "isian_disdukcapil_loket-1.xlsx")),
    ):
        await hasan.taps(taps)
        document = hasan.chat[-1].message.document
        assert document is not None
        assert (document.source, document.args["counter"], document.args["size"], document.name) == wanted
    await hasan.types("/poster")
    await hasan.taps("Kantor dan semua loket")
    document = hasan.chat[-1].message.document
    assert document is not None and document.args["counter"] == "*"
