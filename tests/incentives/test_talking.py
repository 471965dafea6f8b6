"""Points, boards, badges and rewards as employees and admins meet them, by talking."""

import json
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select, update

from feedbackbot.domain.people.roles import Role
from feedbackbot.reports.incentives.letter import letter_pdf
from feedbackbot.storage.database import Database
from feedbackbot.storage.incentives.rewards import ClaimState
from feedbackbot.storage.incentives.tables import reward_claim
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.usecases.incentives.book_points import book_points
from feedbackbot.usecases.incentives.close_season import close_season
from feedbackbot.usecases.incentives.letter import letter_contents
from tests.broadcast.city import CITY_ADMIN, actions
from tests.builders import grant_roles, talk_in
from tests.city_staff import answer, attend, hire, invite, offer_training, pass_course, person_of
from tests.deliver import queued_words
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    made = await talk_in(database, clock, letter_signer_name="Dra. Cut Meutia, M.Si.")
    yield made
    await assert_nobody_is_named(made)


async def staff(talk: Talk, number: int = 1, unit: int = 1) -> list[tuple[int, Talker]]:
    ids = await talk.run(hire, number, units=[unit])
    return [(one, talk.person(f"staff-{one}")) for one in ids]


async def learns(talk: Talk, *who: int) -> None:
    """One session attended by each: 20 points."""
    _, session = await talk.run(offer_training, starts_at=talk.now())
    for one in who:
        await talk.run(attend, session, one)


async def the_job_runs(talk: Talk) -> None:
    """It books everybody's points; a person who looks has the own booked at once."""
    await talk.run(book_points)


async def passes(talk: Talk, who: int, times: int) -> None:
    """So many courses: 30 points each."""
    for _ in range(times):
        training, _ = await talk.run(offer_training)
        await talk.run(pass_course, training, who)


async def test_points_name_what_they_are_for_as_soon_as_it_happened(talk: Talk) -> None:
    [(fajar, chat)] = await staff(talk)
    await chat.types("/poin")
    assert "Belum ada poin" in chat.last
    await learns(talk, fajar)
    await chat.types("/poin")
    assert "20 poin pada triwulan 4 tahun 2026" in chat.last
    assert "hadir di pelatihan" in chat.last
    assert "Lencana baru: Langkah Pertama" in chat.last


async def test_for_a_citizen_the_commands_do_not_exist(talk: Talk) -> None:
    ani = talk.person("Ani")
    for command in ("/poin", "/peringkat", "/lencana", "/hadiah", "/kampanye"):
        await ani.types(command)
        assert "poin" not in ani.last.casefold().replace("/poin", "")


async def test_who_does_not_join_the_board_neither_sees_nor_is_seen(talk: Talk) -> None:
    [(one, first), (two, second), *_] = await staff(talk, 3)
    await learns(talk, one, two)
    await the_job_runs(talk)
    await first.types("/peringkat")
    await first.taps("Saya ikut")
    assert f"Pegawai {one} (Anda)" in first.last and f"Pegawai {two}" not in first.last
    await second.types("/peringkat")
    assert "Pegawai" not in second.last
    await second.taps("Saya ikut")
    assert f"Pegawai {one}" in second.last
    await second.taps("Saya tidak ikut lagi")
    await first.types("/peringkat")
    assert f"Pegawai {two}" not in first.last


async def test_the_board_tells_how_far_the_own_office_is_from_its_goal(talk: Talk) -> None:
    people = await staff(talk, 5)
    await people[0][1].types("/peringkat")
    assert "Belum ada kantor" in people[0][1].last and "· 0" not in people[0][1].last
    await learns(talk, people[0][0], people[1][0])
    await the_job_runs(talk)
    await people[0][1].types("/peringkat")
    assert "2 dari 5 pegawai sudah belajar musim ini" in people[0][1].last
    [(_, lonely)] = await staff(talk, 1, unit=2)
    await lonely.types("/peringkat")
    assert "kurang dari lima pegawai" in lonely.last


async def test_badges_say_what_is_earned_and_a_pppk_is_never_told_of_hours_owed(talk: Talk) -> None:
    [(fajar, chat)] = await staff(talk)
    await passes(talk, fajar, 1)
    await chat.types("/lencana")
    assert "Kursus Pertama" in chat.last and "20 JP" in chat.last
    [pppk] = await talk.run(hire, 1, kind="pppk")
    nurul = talk.person(f"staff-{pppk}")
    await nurul.types("/lencana")
    assert "20 JP" not in nurul.last


async def test_a_letter_is_claimed_granted_in_chat_and_signed_by_the_name_of_the_settings(talk: Talk) -> None:
    [(fajar, chat)] = await staff(talk)
    zul = await grant_roles(talk, CITY_ADMIN)
    await passes(talk, fajar, 4)
    await chat.types("/hadiah")
    await chat.taps("Ajukan surat apresiasi (2026-Q4)")
    assert "dikirim ke admin program" in chat.last
    await zul.types("/hadiah")
    await zul.taps("Berikan")
    assert "Diberikan" in zul.last
    bodies = [json.loads(row) for row in await talk.work(_told)]
    assert [body["document"]["source"] for body in bodies if "document" in body] == ["appreciation-letter"]
    letter = await talk.run(letter_contents, 1)
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(letter_pdf(letter))).pages)
    for part in (
        f"Pegawai {fajar}",
        "APR/2026/0001",
        "Dra. Cut Meutia, M.Si.",
        "triwulan keempat tahun 2026",
    ):
        assert part in words
    assert "reward-granted" in await actions(talk)


def _told(tx):  # type: ignore[no-untyped-def]
    return queued_words(tx, outbox.c.kind == "case-update")


async def test_each_reward_is_claimed_once_a_season_and_decided_once(talk: Talk) -> None:
    [(fajar, chat)] = await staff(talk)
    zul = await grant_roles(talk, CITY_ADMIN)
    await passes(talk, fajar, 2)
    await chat.types("/hadiah")
    claiming = chat.button("Ajukan prioritas (2026-Q4)")
    await chat.presses(*claiming)
    await chat.presses(*claiming)
    assert "sudah pernah diajukan" in chat.notice
    await zul.types("/hadiah")
    refusing = zul.button("Tidak")
    await zul.presses(*refusing)
    await zul.presses(*refusing)
    assert "sudah diputuskan" in zul.notice
    rows = await talk.work(lambda tx: list(tx.run(select(reward_claim.c.state)).scalars()))
    assert rows == [ClaimState.REFUSED]


async def test_an_admin_does_not_grant_to_oneself_and_an_employee_grants_nothing(talk: Talk) -> None:
    [(fajar, chat)] = await staff(talk)
    await passes(talk, fajar, 2)
    await chat.types("/hadiah")
    await chat.taps("Ajukan prioritas (2026-Q4)")
    await chat.sends_tap("!hadiah/1.beri")
    assert "wewenang admin program" in chat.notice
    zul = await grant_roles(talk, CITY_ADMIN)
    me = (await zul.contact()).person_id
    await talk.work(lambda tx: tx.run(update(employee).where(employee.c.id == fajar).values(person_id=me)))
    await zul.sends_tap("!hadiah/1.beri")
    assert "diputuskan oleh admin lain" in zul.notice


async def test_priority_moves_to_the_front_of_one_waiting_list_once(talk: Talk) -> None:
    [(fajar, chat), (other, _)] = await staff(talk, 2)
    zul = await grant_roles(talk, CITY_ADMIN)
    training, _ = await talk.run(offer_training, "Arsip Digital", seats=1)
    await talk.run(invite, training, [other, fajar])
    for place, who in enumerate((other, fajar), 1):
        await talk.run(answer, training, who, "waiting")
        await talk.work(
            lambda tx, who=who, place=place: tx.run(
                update(enrolment).where(enrolment.c.employee_id == who).values(queued=place)
            )
        )
    await passes(talk, fajar, 2)
    await chat.types("/hadiah")
    await chat.taps("Ajukan prioritas (2026-Q4)")
    await zul.types("/hadiah")
    await zul.taps("Berikan")
    await chat.types("/hadiah")
    using = chat.button("Maju di daftar tunggu: Arsip Digital")
    await chat.presses(*using)
    assert "yang pertama di daftar tunggu" in chat.last
    await chat.presses(*using)
    assert "tidak dapat dipakai" in chat.notice
    order = select(enrolment.c.employee_id).order_by(enrolment.c.queued)
    assert await talk.work(lambda tx: list(tx.run(order).scalars())) == [fajar, other]


async def test_without_a_signer_no_letter_is_offered(database: Database, clock: Clock) -> None:
    talk = await talk_in(database, clock)
    [(fajar, chat)] = await staff(talk)
    await passes(talk, fajar, 5)
    await chat.types("/hadiah")
    assert any("prioritas" in label for label in chat.buttons())
    assert not any("surat" in label for label in chat.buttons())


async def test_the_end_of_a_season_is_told_once_to_each_who_learnt(talk: Talk, clock: Clock) -> None:
    people = await staff(talk, 3)
    await learns(talk, people[0][0], people[1][0])
    await the_job_runs(talk)
    clock.passes(days=40)  # 3 January, a Sunday: the policy lets it wait
    told = []
    for _ in range(2):
        last, count = await talk.run(close_season)
        told.append(count)
        assert (await talk.run(close_season, last))[1] == 0
    assert told == [2, 0]


async def test_a_head_sees_how_far_the_office_is_from_its_goal(talk: Talk) -> None:
    people = await staff(talk, 5)
    await learns(talk, people[0][0])
    await the_job_runs(talk)
    head = await talk.run(person_of, people[4][0])
    await talk.work(lambda tx: add_grant(tx, head, Role.HEAD, 1))
    await people[4][1].types("/tim")
    assert "1 dari 5 pegawai sudah belajar musim ini" in people[4][1].last
