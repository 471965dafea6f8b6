"""Heads and admins read reports by buttons; a published result stays as it is."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Connection

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.reports.drawing.chart_json import chart_from_json, chart_to_json
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from tests.reports.readers import JULY, rate_all, with_role
from tests.talk import Clock, Talk

T = TypeVar("T")


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
