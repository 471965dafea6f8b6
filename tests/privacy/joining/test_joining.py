"""One person in two chat services: joined after a yes on both sides, parted again; what both said moves along."""

import pytest
from sqlalchemy import select

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.tables import opt_out, person, role_grant
from feedbackbot.storage.pipeline.contact_history import set_opt_out
from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.staff.tables import employee
from feedbackbot.usecases.people.consents import Purpose, give_consent, withdraw_consent
from feedbackbot.usecases.people.consents import has_consent as agreed
from tests.builders import grant_roles
from tests.cases.office import sends_case, staffed
from tests.cast import Member
from tests.deliver import deliver
from tests.privacy.joining.two_chats import brought, join, made_code, same
from tests.staff.personnel import Personnel
from tests.talk import OTHER_CHANNEL, Clock, Talk, Talker


async def test_two_chats_are_one_person_after_a_yes_on_both_sides(
    talk: Talk, ani: Talker, ani_there: Talker
) -> None:
    code = await made_code(ani)
    assert f"https://other.example/sambung_{code.replace('-', '')}" in ani.said()
    await ani_there.types("/sambung")
    await ani_there.types(code)
    assert "Anda sendiri" in ani_there.last
    await ani_there.taps("Ya, keduanya obrolan saya")
    assert not await same(ani, ani_there), "only one side has agreed"
    await deliver(talk)
    sign = next(word for word in ani_there.last.split() if word.strip("*").isdecimal())
    assert sign in ani.last, "both must show the same number"
    await ani.taps("Ya, sambungkan")
    assert await same(ani, ani_there)
    assert "satu orang" in ani.last
    assert await deliver(talk, OTHER_CHANNEL) == 1
    assert "Sudah tersambung" in ani_there.last
    assert (await ani.state()).conversation is None


async def test_the_link_to_the_other_service_only_asks(talk: Talk, ani: Talker, ani_there: Talker) -> None:
    code = (await made_code(ani)).replace("-", "")
    await ani_there.opens(f"sambung_{code}")
    assert await deliver(talk) == 0
    await ani_there.taps("Ya, keduanya obrolan saya")
    assert await deliver(talk) == 1


@pytest.mark.parametrize("first_is_elder", [True, False])
async def test_what_was_said_and_agreed_moves_along(
    talk: Talk, ani: Talker, ani_there: Talker, first_is_elder: bool
) -> None:
    for one in (ani, ani_there) if first_is_elder else (ani_there, ani):
        await one.types("/mulai")
    here, there = (await ani.contact()).person_id, (await ani_there.contact()).person_id
    await talk.run(give_consent, here, Purpose.CASES)
    talk.now.passes(seconds=1)  # type: ignore[attr-defined]
    await talk.run(withdraw_consent, there, Purpose.CASES)
    for who, topic in ((here, "news"), (there, "news"), (there, "surveys")):
        await talk.run(set_opt_out, who, topic, off=True)
    await join(talk, ani, ani_there)
    keep = (await ani.contact()).person_id
    assert keep == min(here, there)
    assert not await talk.run(agreed, keep, Purpose.CASES), "the newest word counts"
    off = await talk.work(lambda tx: list(tx.run(select(opt_out.c.person_id, opt_out.c.subscription)).all()))
    assert sorted(map(tuple, off)) == [(keep, "news"), (keep, "surveys")]
    left = await talk.work(lambda tx: list(tx.run(select(person.c.id)).scalars()))
    assert left == [keep]


async def test_roles_of_both_add_up_each_once(talk: Talk, ani: Talker, ani_there: Talker) -> None:
    await grant_roles(talk, Member("Ani", ("officer", "head")))
    await ani_there.types("/mulai")
    there = (await ani_there.contact()).person_id
    rows = [{"person_id": there, "role": role, "granted_at": talk.now()} for role in ("head", "trainer")]
    await talk.work(lambda tx: tx.run(role_grant.insert(), rows) and None)
    await join(talk, ani, ani_there)
    held = await talk.work(
        lambda tx: list(
            tx.run(select(role_grant.c.role).where(role_grant.c.withdrawn_at.is_(None))).scalars()
        )
    )
    assert sorted(held) == ["head", "officer", "trainer"]
    done = await talk.work(lambda tx: list(tx.run(select(audit.c.action)).scalars()))
    assert "chats-joined" in done


async def test_who_holds_the_code_but_not_the_chat_gets_nowhere(
    talk: Talk, ani: Talker, ani_there: Talker
) -> None:
    """Somebody else brings Ani's code; she sees a number that stands in no chat of hers and says no."""
    await brought(talk, ani, ani_there)
    _, yes = ani.button("Ya, sambungkan")
    await ani.taps("Tidak")
    assert await deliver(talk, OTHER_CHANNEL) == 1
    assert "menolak" in ani_there.last
    assert not await same(ani, ani_there)
    await ani.sends_tap(yes.data or "")
    assert "sudah dijawab" in ani.notice
    assert not await same(ani, ani_there)


async def test_the_last_yes_is_that_of_the_chat_that_made_the_code_alone(
    talk: Talk, ani: Talker, ani_there: Talker
) -> None:
    await brought(talk, ani, ani_there)
    _, yes = ani.button("Ya, sambungkan")
    for one in (ani_there, talk.person("Budi")):
        await one.sends_tap(yes.data or "")
        assert "sudah dijawab" in one.notice
    await ani.sends_tap(yes.data or "")
    assert await same(ani, ani_there)


async def test_code_and_question_are_good_for_a_quarter_of_an_hour(
    talk: Talk, clock: Clock, ani: Talker, ani_there: Talker
) -> None:
    code = await made_code(ani)
    clock.passes(minutes=16)
    await ani_there.types("/sambung")
    await ani_there.types(code)
    await ani_there.taps("Ya, keduanya obrolan saya")
    assert "tidak dikenal" in ani_there.last
    await brought(talk, ani, ani_there)
    clock.passes(minutes=16)
    await ani.taps("Ya, sambungkan")
    assert "lewat 15 menit" in ani.notice


async def test_guessing_codes_is_limited(talk: Talk, clock: Clock, ani_there: Talker) -> None:
    for _ in range(6):
        await ani_there.types("/sambung ABCDE-FGHJK")
        await ani_there.taps("Ya, keduanya obrolan saya")
    assert "Terlalu banyak percobaan" in ani_there.last
    clock.passes(minutes=61)
    await ani_there.types("/sambung ABCDE-FGHJK")
    await ani_there.taps("Ya, keduanya obrolan saya")
    assert "tidak dikenal" in ani_there.last


async def test_two_chats_of_one_service_and_one_alone_are_not_joined(talk: Talk, ani: Talker) -> None:
    budi = talk.person("Budi")
    code = await made_code(ani)
    for one, why in ((budi, "aplikasi yang sama"), (ani, "Anda sendiri")):
        await one.types(f"/sambung {code}")
        await one.taps("Ya, keduanya obrolan saya")
        assert why in one.last


async def test_cases_of_both_are_read_in_both(talk: Talk, ani: Talker, ani_there: Talker) -> None:
    office = await staffed(talk)
    await sends_case(ani_there, office)
    await join(talk, ani, ani_there)
    [(owner, number)] = await talk.work(
        lambda tx: tx.run(select(case_file.c.person_id, case_file.c.number)).all()
    )
    assert owner == (await ani.contact()).person_id
    for one in (ani, ani_there):
        await one.types("/dataku")
        assert number in one.said()


async def test_an_employee_who_links_a_second_app_is_offered_both(
    talk: Talk, clock: Clock, ani_there: Talker
) -> None:
    """The link moves, as it must for whoever lost a phone; who still has it keeps both chats."""
    office = Personnel(talk, clock)
    await office.employs(1)
    [fajar] = await office.links(0)
    before = (await fajar.contact()).person_id
    await ani_there.types("/daftar")
    await ani_there.does(Kind.CONTACT, phone="+6281100000000")
    await ani_there.taps("Pakai juga obrolan di Memory")
    await deliver(talk)
    await fajar.taps("Ya, sambungkan")
    assert await same(fajar, ani_there)
    assert (await fajar.contact()).person_id == before
    assert await office.rows(select(employee.c.person_id)) == [(before,)]
    assert "employee" in await talk.run(roles_of, before)
