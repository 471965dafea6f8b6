"""Weeks go by: reminders, going up, silence, holidays."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from feedbackbot.domain.units.unit_hours import hours_as_kept
from feedbackbot.storage.units.tables import unit
from tests.cases.office import Office, sends_case, to_what
from tests.talk import Clock, Talker


async def test_an_unanswered_case_goes_up_to_the_head_and_then_to_the_superadmin_with_holidays_left_out(
    office: Office, ani: Talker, clock: Clock
) -> None:
    """Sent on Monday 21 December 2026; the 24th (joint leave) and the 25th are days off, so the third working day is the 28th."""
    clock.now = datetime(2026, 12, 21, 3, 0, tzinfo=UTC)
    await sends_case(ani, office)
    kept = await office.case()
    due = kept["stage_due"]
    seen: list[tuple[str, str]] = []
    for _ in range(24 * 12):
        counts = await office.clock()
        seen += [(clock.now.strftime("%d"), what) for what, n in counts.items() for _ in range(n)]
        clock.passes(hours=1)
    assert due == datetime(2026, 12, 28, 9, 45, tzinfo=UTC)
    assert [what for _, what in seen] == ["reminded", "reminded", "escalated", "escalated"]
    assert seen[2][0] == "28"
    assert "masih menunggu" in "\n".join(office.officer.sees())
    assert "lewat tenggat" in "\n".join(office.head.sees())
    assert "lewat tenggat" in office.admin.last
    assert not any("lewat tenggat" in text for text in ani.sees())


async def test_ten_working_days_of_silence_close_it_as_unconfirmed_after_a_reminder_and_no_opens_it_again(
    office: Office, ani: Talker, clock: Clock
) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Selesai")
    await office.officer.types("Sudah dibereskan")
    total = {"reminded": 0, "escalated": 0, "closed": 0}
    for _ in range(16):
        counts = await office.clock()
        total = {key: total[key] + counts[key] for key in total}
        clock.passes(days=1)
    assert total == {"reminded": 1, "escalated": 0, "closed": 1}
    assert (await office.case())["state"] == "closed-unconfirmed"
    assert "Bagaimana penanganan laporan" in ani.last
    await ani.taps("Kurang baik")
    await ani.taps("Belum")
    kept = await office.case()
    assert (kept["state"], kept["score"], kept["level"]) == ("new", None, 1)


async def test_after_an_outage_one_reminder_is_sent_and_nothing_twice(
    office: Office, ani: Talker, clock: Clock
) -> None:
    await sends_case(ani, office)
    clock.passes(days=60)
    first = await office.clock()
    assert first["escalated"] == 1, "both levels at once, told to the higher"
    assert await office.clock() == {"reminded": 0, "escalated": 0, "closed": 0}
    assert "lewat tenggat" in office.admin.last


@pytest.mark.parametrize(("kind", "days"), [("Permintaan informasi", 5), ("Aspirasi: usul atau harapan", 14)])
async def test_each_kind_has_its_own_deadline(
    office: Office, ani: Talker, clock: Clock, kind: str, days: int
) -> None:
    clock.now = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)  # a Monday without holidays before it
    await to_what(ani, office, kind)
    await ani.types("Jam buka pelayanan pada bulan puasa mohon diumumkan")
    await ani.taps("Lewati")
    await ani.taps("Kirim")
    settle = (await office.case())["settle_due"]
    working = {5: datetime(2026, 9, 14, 9, 45, tzinfo=UTC), 14: datetime(2026, 9, 25, 9, 45, tzinfo=UTC)}
    assert settle == working[days]


async def test_a_field_check_lengthens_the_deadline_and_the_citizen_is_told(
    office: Office, ani: Talker
) -> None:
    await sends_case(ani, office)
    before = (await office.case())["settle_due"]
    await office.officer.taps("Buka")
    await office.officer.taps("Cek lapangan")
    await office.mail()
    assert (await office.case())["settle_due"] > before
    assert "diperiksa di lapangan" in ani.last
    assert "Cek lapangan" not in "\n".join(office.officer.buttons())


async def test_a_deadline_ends_when_the_unit_closes_by_its_own_hours(
    office: Office, ani: Talker, clock: Clock
) -> None:
    kept = hours_as_kept(dict.fromkeys(range(1, 6), "08.00-14.00"))
    await office.talk.work(
        lambda tx: tx.run(update(unit).where(unit.c.code == "disdukcapil").values(hours=kept))
    )
    clock.now = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)  # Monday 15.00: it counts as received on Tuesday
    await sends_case(ani, office)
    assert (await office.case())["stage_due"] == datetime(2026, 9, 11, 7, 0, tzinfo=UTC)
