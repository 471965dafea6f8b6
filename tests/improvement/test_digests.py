"""What staff read weekly of their unit's ratings, and heads monthly."""

from datetime import UTC, datetime

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.usecases.reports import send_digests
from feedbackbot.usecases.reports.send_digests import (
    remind_to_publish,
    send_monthly_digests,
    send_weekly_digests,
)
from tests.deliver import queued_words
from tests.improvement.loop import UNIT, hire, rate, with_role
from tests.slices import killed_at_each_step
from tests.talk import Clock, Talk


async def test_digests_go_once_to_staff_weekly_and_to_heads_monthly(talk: Talk, clock: Clock) -> None:
    fajar = talk.person("Fajar")
    await fajar.types("/mulai")
    await with_role(talk, "Hasan", Role.HEAD)
    await with_role(talk, "Zulfikar", Role.SUPERADMIN, None)
    await hire(talk, person_id=(await fajar.contact()).person_id)
    await rate(talk, UNIT, 2.2)
    clock.passes(days=7)
    assert await send_weekly_digests(talk.runtime) == {"told": 1}
    assert await send_weekly_digests(talk.runtime) == {"told": 0}
    clock.passes(days=30)
    assert await send_monthly_digests(talk.runtime) == {"told": 1}
    assert await send_weekly_digests(talk.runtime) == {"told": 0}, "a week without ratings"
    assert await remind_to_publish(talk.runtime) == {"told": 0}, "the half year is not over"
    clock.now = datetime(2026, 7, 6, 3, tzinfo=UTC)
    assert await remind_to_publish(talk.runtime) == {"told": 1}
    bodies = await talk.work(lambda tx: queued_words(tx, outbox.c.kind == "digest"))
    assert len(bodies) == 3 and "sebutkan perkiraan waktu" in bodies[0] and "/terbitkan" in bodies[2]


async def test_a_handful_of_ratings_gives_staff_no_index(talk: Talk, clock: Clock) -> None:
    fajar = talk.person("Fajar")
    await fajar.types("/mulai")
    await hire(talk, person_id=(await fajar.contact()).person_id)
    await rate(talk, UNIT, 2.2, people=6)
    clock.passes(days=7)
    await send_weekly_digests(talk.runtime)
    [body] = await talk.work(lambda tx: queued_words(tx, outbox.c.kind == "digest"))
    assert "Baru *6* penilaian" in body and "IKM" not in body


async def test_digests_cut_short_reach_all_of_a_units_staff_once(
    talk: Talk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office with many staff is not told in one transaction."""
    monkeypatch.setattr(send_digests, "_AT_ONCE", 2)
    staff = [await with_role(talk, f"Pegawai {number}", Role.UNIT_ADMIN) for number in range(5)]
    await rate(talk, UNIT, 2.2)
    clock.passes(days=7)
    killed, _ = await killed_at_each_step(talk.runtime, send_weekly_digests)
    assert killed == 2, "each run writes three slices: what was told is not told again"
    bodies = await talk.work(lambda tx: queued_words(tx, outbox.c.kind == "digest"))
    assert len(bodies) == len(staff)
