"""One person has one voice and one set of limits, however often the own data are erased."""

import pytest
from sqlalchemy import select

from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.tables import kept_limit
from feedbackbot.storage.privacy.erasing import finish_erasures
from feedbackbot.usecases.cases.read_cases import set_flag
from feedbackbot.usecases.privacy.retention import throw_away
from tests.builders import talk_in
from tests.cases.office import WHAT, sends_case, staffed, to_what
from tests.survey.ratings import begin, rate, responses
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    return await talk_in(database, clock)


@pytest.fixture
def ani(talk: Talk) -> Talker:
    return talk.person("Ani")


async def erases(person: Talker) -> None:
    await person.types("/hapus")
    await person.taps("Ya, hapus semua")
    await later(person.talk)


async def withdraws(person: Talker) -> None:
    await person.types("/privasi")
    await person.taps("Tarik persetujuan")
    await person.taps("Ya, tarik dan hapus")


async def later(talk: Talk) -> None:
    talk.now.passes(minutes=2)  # type: ignore[attr-defined]
    await talk.run(finish_erasures)


async def counted(talk: Talk) -> int:
    return sum(row["submitted_at"] is not None for row in await responses(talk))


@pytest.mark.parametrize("way", [erases, withdraws])
async def test_one_chat_with_many_erasures_has_one_voice(talk: Talk, ani: Talker, way: object) -> None:
    await rate(ani)
    for _ in range(4):
        await way(ani)  # type: ignore[operator]
        await begin(ani)
        assert "Satu orang satu suara" in ani.last
    assert await counted(talk) == 1
    await begin(ani, "u_dinsos")
    assert (await ani.state()).conversation == "nilai", "another office has not heard this voice yet"


async def test_the_voice_is_free_again_when_the_period_is_over_and_then_forgotten(
    talk: Talk, ani: Talker, clock: Clock
) -> None:
    await rate(ani)
    await erases(ani)
    clock.passes(days=32)
    await rate(ani)
    assert await counted(talk) == 2
    await talk.run(throw_away)
    assert await talk.work(lambda tx: tx.run(select(kept_limit.c.id)).all()) == []


async def test_what_is_kept_leads_to_nobody(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    await erases(ani)
    rows = await talk.work(lambda tx: [dict(row) for row in tx.run(select(kept_limit)).mappings()])
    assert [row["limit"] for row in rows] == ["voice"]
    assert "Ani" not in str(rows)
    assert (rows[0]["at"].minute, rows[0]["at"].second) == (0, 0), "the day only"


async def test_guesses_of_link_codes_stay_limited(ani: Talker) -> None:
    for _ in range(6):
        await ani.sends_tap("!kode/ABCDEFGHJK")
    assert "Terlalu banyak percobaan" in ani.last
    await erases(ani)
    await ani.sends_tap("!kode/ABCDEFGHJK")
    assert "Terlalu banyak percobaan" in ani.last


async def test_cases_a_day_stay_limited(talk: Talk, ani: Talker) -> None:
    office = await staffed(talk)
    for number in range(talk.settings.cases_per_day):
        await sends_case(ani, office, f"{WHAT} nomor {number}")
    await erases(ani)
    await to_what(ani, office)
    await ani.types(f"{WHAT} sekali lagi")
    while (await ani.state()).step in ("berkas", "kapan"):
        await ani.taps("Lewati")
    await ani.taps("Kirim")
    assert "besok" in f"{ani.notice}{ani.said()}".lower() or "hari" in f"{ani.notice}{ani.said()}".lower()
    assert (
        len(await talk.work(lambda tx: tx.run(select(case_file.c.id)).all())) == talk.settings.cases_per_day
    )


async def test_a_mark_of_abuse_stays(talk: Talk, ani: Talker, clock: Clock) -> None:
    office = await staffed(talk)
    case_id = await sends_case(ani, office)
    officer = (await office.officer.contact()).person_id
    await talk.run(set_flag, officer, case_id, flagged=True)
    await erases(ani)
    await to_what(ani, office)
    await ani.types("Petugas tidak ada di tempat sejak pagi sampai siang")
    while (await ani.state()).step in ("berkas", "kapan"):
        await ani.taps("Lewati")
    await ani.taps("Kirim")
    assert len(await talk.work(lambda tx: tx.run(select(case_file.c.id)).all())) == 1, ani.said()
