"""What changed after a training is measured against other units, and told to each its own."""

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.usecases.improvement.measure_effects import measure_improvements
from feedbackbot.usecases.improvement.open_cases import open_improvements
from feedbackbot.usecases.improvement.train_staff import invite_staff, loop_view
from tests.improvement.loop import UNIT, also_comes, cases, comes, hire, offer_training, rate, with_role
from tests.talk import Clock, Talk


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
    await talk.work(lambda tx: also_comes(tx, 2))
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
