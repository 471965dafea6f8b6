"""The loop: a weak element opens a case, one button invites that unit's staff, and the change is measured against others."""

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.training.catalogue import Mode, SessionDraft, Skill, TrainingDraft, TrainingKind
from feedbackbot.storage.database import Database
from feedbackbot.storage.improvement.improvements import Improvement, improvements
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.employees import link
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.attendance import BY_CODE, mark_present
from feedbackbot.storage.training.tables import enrolment, training_session
from feedbackbot.storage.training.trainings import add_training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.improvement.measure_effects import measure_improvements
from feedbackbot.usecases.improvement.open_cases import open_improvements
from feedbackbot.usecases.improvement.train_staff import invite_staff, loop_view
from feedbackbot.usecases.improvement.why_invited import why_am_i_invited
from feedbackbot.usecases.reports import send_digests
from feedbackbot.usecases.reports.send_digests import (
    remind_to_publish,
    send_monthly_digests,
    send_weekly_digests,
)
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from feedbackbot.usecases.training.inviting import send_invitations
from tests.builders import talk_in
from tests.deliver import deliver, queued_words
from tests.no_leak import assert_nobody_is_named
from tests.slices import killed_at_each_step
from tests.talk import Clock, Talk, Talker

UNIT = 1
START = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)  # a Monday, ten in the morning


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    clock.now = START
    made = await talk_in(database, clock)
    yield made
    await assert_nobody_is_named(made)


async def rate(talk: Talk, unit_id: int, mean_of_waktu: float, people: int = 40) -> None:
    """Ratings with a spread: threes and fours, and so fast a service as is asked for."""
    chance = random.Random(f"{unit_id}:{talk.now()}")

    def work(tx: Transaction) -> None:
        for number in range(people):
            person = unit_id * 1_000_000 + int(talk.now().timestamp()) % 100_000 * 100 + number
            answers = {key: chance.choice((3, 4)) for key in ELEMENT_KEYS}
            answers["waktu"] = int(mean_of_waktu) + (chance.random() < mean_of_waktu % 1)
            submit_rating(tx, person, begin_rating(tx, person, unit_id, None, "memory", None, answers))

    await talk.work(work)


async def with_role(talk: Talk, name: str, role: Role, unit_id: int | None = UNIT) -> Talker:
    person = talk.person(name)
    await person.types("/mulai")
    person_id = (await person.contact()).person_id
    await talk.run(add_grant, person_id, role, unit_id)
    return person


async def hire(talk: Talk, unit_id: int = UNIT, people: int = 3, person_id: int | None = None) -> None:
    def work(tx: Transaction) -> None:
        for number in range(people):
            row = {"nip": f"{unit_id:09}{number:09}", "kind": "pns", "name": "Fajar", "active": True}
            linked = {"person_id": person_id if number == 0 else None}
            times = {"created_at": tx.now, "changed_at": tx.now}
            tx.run(insert(employee), {**row, **linked, **times, "unit_id": unit_id})

    await talk.work(work)


async def offer_training(talk: Talk) -> int:
    starts = talk.now() + timedelta(days=10)
    draft = TrainingDraft(
        title="Layanan cepat",
        kind=TrainingKind.TECHNICAL,
        skill=Skill.TECHNICAL,
        mode=Mode.CLASSROOM,
        form="BIMTEK",
        jp=4,
        institution="",
        element="waktu",
        seats=None,
        register_until=None,
        sessions=(SessionDraft(starts, starts + timedelta(hours=3)),),
    )
    return await talk.run(add_training, draft, None)


async def comes(talk: Talk, clock: Clock, unit_id: int = UNIT) -> None:
    """Somebody of the unit is at the training's one session, ten days from now."""

    clock.passes(days=10)
    await talk.work(lambda tx: _also_comes(tx, unit_id))


async def cases(talk: Talk) -> list[Improvement]:
    return await talk.run(improvements)


async def test_a_weak_element_opens_one_case_and_the_head_is_told(talk: Talk) -> None:
    await with_role(talk, "Hasan", Role.HEAD)
    await rate(talk, UNIT, 2.2)
    assert await open_improvements(talk.runtime) == {"opened": 1}
    assert await open_improvements(talk.runtime) == {"opened": 0}, "one case at a time"
    (case,) = await cases(talk)
    assert (case.unit_id, case.element, case.reason, case.n) == (UNIT, "waktu", "below-floor", 40)
    told = await talk.work(lambda tx: queued_words(tx, outbox.c.kind == "case-update"))
    assert len(told) == 1 and "Kecepatan" in told[0]


async def test_few_ratings_open_nothing(talk: Talk) -> None:
    await rate(talk, UNIT, 1.5, people=29)
    assert await open_improvements(talk.runtime) == {"opened": 0}


async def test_one_button_invites_the_staff_of_that_unit_only(talk: Talk) -> None:
    hasan = await with_role(talk, "Hasan", Role.HEAD)
    await hire(talk)
    await hire(talk, unit_id=2)
    await offer_training(talk)
    await rate(talk, UNIT, 2.2)
    await open_improvements(talk.runtime)
    await hasan.types("/perbaikan")
    await hasan.taps("Disdukcapil: Kecepatan")
    assert "bisa diundang: 3" in hasan.last
    shown, button = hasan.button("✉️ Undang: Layanan cepat")
    await hasan.presses(shown, button)
    assert "3 pegawai diundang" in hasan.said() and "Diundang 3, ikut 0, selesai 0" in hasan.said()
    await hasan.presses(shown, button)
    assert "0 pegawai diundang" in hasan.said()
    count = await talk.work(lambda tx: tx.run(select(func.count()).select_from(enrolment)).scalar_one())
    assert count == 3


async def test_the_invited_read_which_figure_of_their_unit_is_meant(talk: Talk, clock: Clock) -> None:
    hasan, fajar = await with_role(talk, "Hasan", Role.HEAD), talk.person("Fajar")
    await fajar.types("/mulai")
    await hire(talk)
    await talk.run(link, 1, (await fajar.contact()).person_id)
    training = await offer_training(talk)
    await rate(talk, UNIT, 2.0)
    await open_improvements(talk.runtime)
    await hasan.types("/perbaikan")
    await hasan.taps("Disdukcapil: Kecepatan")
    await hasan.taps("✉️ Undang: Layanan cepat")
    clock.passes(minutes=5)
    await send_invitations(talk.runtime)
    await deliver(talk)
    said = "menilai Kecepatan di Dinas Kependudukan dan Pencatatan Sipil rata-rata 2,00 dari 4 (40 penilaian)"
    assert said in fajar.last and "dipilih untuk memperbaikinya" in fajar.last
    await fajar.types("kenapa saya diundang?")
    assert said in fajar.last
    await fajar.taps("Lihat rincian")
    await fajar.taps("❓ Kenapa saya diundang?")
    assert said in fajar.last
    await fajar.taps("✅ Ikut")
    why = await talk.run(why_am_i_invited, (await fajar.contact()).person_id, training)
    assert (why.element, why.n, why.chosen) == ("waktu", 40, True)


async def test_without_a_case_the_reason_is_the_units_present_figure_or_what_it_is_about(talk: Talk) -> None:
    fajar = talk.person("Fajar")
    await fajar.types("/mulai")
    person_id = (await fajar.contact()).person_id
    await hire(talk, person_id=person_id)
    training = await offer_training(talk)
    assert (await talk.run(why_am_i_invited, person_id, training)).mean is None
    await rate(talk, UNIT, 3.0)
    why = await talk.run(why_am_i_invited, person_id, training)
    assert (why.mean, why.n, why.chosen) == (3.0, 40, False)


async def test_a_unit_without_staff_is_told_so_and_another_head_sees_nothing(talk: Talk) -> None:
    hasan = await with_role(talk, "Hasan", Role.HEAD)
    rahmah = await with_role(talk, "Rahmah", Role.HEAD, 2)
    await offer_training(talk)
    await rate(talk, UNIT, 2.2)
    await open_improvements(talk.runtime)
    await hasan.types("/perbaikan")
    await hasan.taps("Disdukcapil: Kecepatan")
    shown, button = hasan.button("✉️ Undang: Layanan cepat")
    await hasan.presses(shown, button)
    assert "belum ada yang bisa diundang" in hasan.said() + hasan.notice
    await rahmah.types("/perbaikan")
    assert "Belum ada perbaikan" in rahmah.last
    await rahmah.sends_tap(button.data or "")
    assert "bukan untuk Anda lihat" in rahmah.said() + rahmah.notice


@pytest.mark.parametrize(
    ("after", "verdict"), [(3.9, "improved"), (2.2, "no-clear-change")], ids=["helped", "did-not"]
)
async def test_the_change_is_measured_against_untrained_units_and_told_once(
    talk: Talk, clock: Clock, after: float, verdict: str
) -> None:
    hasan = await with_role(talk, "Hasan", Role.HEAD)
    await hire(talk)
    await offer_training(talk)
    others = {unit: 3.0 + unit / 20 for unit in range(2, 12)}
    for unit, mean in {UNIT: 2.2, **others}.items():
        await rate(talk, unit, mean)
    await open_improvements(talk.runtime)
    await hasan.types("/perbaikan")
    await hasan.taps("Disdukcapil: Kecepatan")
    await hasan.taps("✉️ Undang: Layanan cepat")
    await comes(talk, clock)
    clock.passes(days=50)
    for unit, mean in {UNIT: after, **others}.items():
        await rate(talk, unit, mean)
    assert await measure_improvements(talk.runtime) == {"measured": 0}, "the window is not over"
    clock.passes(days=80)
    assert await measure_improvements(talk.runtime) == {"measured": 1}
    assert await measure_improvements(talk.runtime) == {"measured": 0}
    (case,) = [one for one in await cases(talk) if one.unit_id == UNIT and one.element == "waktu"]
    assert case.verdict == verdict and case.effect is not None


async def test_each_unit_is_told_its_own_change_and_nobody_who_did_not_come_is_judged(
    talk: Talk, clock: Clock
) -> None:
    """Unit 1 rose, unit 2 fell, unit 3 was invited and did not come: three verdicts, none the average."""
    heads = {unit: await with_role(talk, f"Kepala {unit}", Role.HEAD, unit) for unit in (1, 2, 3)}
    await offer_training(talk)
    others = {unit: 2.9 + unit / 25 for unit in range(4, 14)}
    for unit, mean in {1: 2.2, 2: 2.3, 3: 2.2, **others}.items():
        await rate(talk, unit, mean)
    for unit in (1, 2, 3):
        await hire(talk, unit)
    await open_improvements(talk.runtime)
    for unit, head in heads.items():
        (case,) = [one for one in await cases(talk) if one.unit_id == unit and one.element == "waktu"]
        person_id = (await head.contact()).person_id
        training_id = (await talk.run(loop_view, person_id, case.id)).trainings[0].id
        await talk.run(invite_staff, person_id, case.id, training_id)
    await comes(talk, clock, 1)
    await talk.work(lambda tx: _also_comes(tx, 2))
    clock.passes(days=50)
    for unit, mean in {1: 3.9, 2: 1.4, 3: 2.3, **others}.items():
        await rate(talk, unit, mean)
    clock.passes(days=80)
    assert await measure_improvements(talk.runtime) == {"measured": 3}
    found = {one.unit_id: one.verdict for one in await cases(talk) if one.element == "waktu" and one.verdict}
    assert found == {1: "improved", 2: "worsened", 3: "not-attended"}
    for unit, words in ((1, "Unit ini membaik"), (2, "Unit ini memburuk"), (3, "Tidak ada pegawai unit ini")):
        await heads[unit].types("/perbaikan")
        label = next(label for label in heads[unit].buttons() if label.endswith(": Kecepatan"))
        await heads[unit].taps(label)
        assert words in heads[unit].said()
        assert ("Rata-rata semua unit yang dilatih (2 unit" in heads[unit].said()) == (unit != 3)
        assert (heads[unit].answered[-1].picture is not None) == (unit != 3)


def _also_comes(tx: Transaction, unit_id: int) -> None:
    session_id = tx.run(select(training_session.c.id)).scalars().first()
    who = tx.run(select(employee.c.id).where(employee.c.unit_id == unit_id)).scalars().first()
    assert session_id is not None and who is not None
    mark_present(tx, session_id, who, BY_CODE)


async def test_with_too_few_units_to_compare_with_nothing_is_claimed(talk: Talk, clock: Clock) -> None:
    hasan = await with_role(talk, "Hasan", Role.HEAD)
    await hire(talk)
    await offer_training(talk)
    await rate(talk, UNIT, 2.2)
    await open_improvements(talk.runtime)
    await hasan.types("/perbaikan")
    await hasan.taps("Disdukcapil: Kecepatan")
    await hasan.taps("✉️ Undang: Layanan cepat")
    await comes(talk, clock)
    clock.passes(days=50)
    await rate(talk, UNIT, 3.9)
    clock.passes(days=80)
    await measure_improvements(talk.runtime)
    assert (await cases(talk))[0].verdict == "too-few"


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
