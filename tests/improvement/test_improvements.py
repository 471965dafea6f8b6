"""The loop: a weak element opens a case, one button invites that unit's staff, and the change is measured against others."""

from sqlalchemy import func, select

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.employees import link
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.usecases.improvement.open_cases import open_improvements
from feedbackbot.usecases.improvement.why_invited import why_am_i_invited
from feedbackbot.usecases.training.inviting import send_invitations
from tests.deliver import deliver, queued_words
from tests.improvement.loop import UNIT, cases, hire, offer_training, rate, with_role
from tests.talk import Clock, Talk


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
