"""Roles by codes that work once; everything an admin does can be read again."""

import pytest
from sqlalchemy import insert

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import add_grant, all_grants, grants_of
from feedbackbot.storage.pipeline.command_lists import take_relistings
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.grant_roles import make_admin_code
from tests.broadcast.city import actions, send
from tests.talk import CHANNEL, Clock, Talk, Talker


async def roles(talk: Talk, who: Talker) -> set[Role]:
    person = (await who.contact()).person_id
    return {grant.role for grant in await talk.run(grants_of, person)}


def code_in(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("/admin "))


async def test_the_first_superadmin_is_made_by_a_code_that_works_once(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    code = await talk.run(make_admin_code)
    await ani.types(f"/admin {code.lower()}")
    assert "Superadmin" in ani.last
    assert await roles(talk, ani) == {Role.SUPERADMIN}
    await budi.types(f"/admin {code}")
    assert "tidak ada" in budi.said()
    assert await roles(talk, budi) == set()
    assert await actions(talk) == ["admin-code-made", "role-granted"]


async def test_the_code_works_as_a_deep_link_too(talk: Talk, ani: Talker) -> None:
    await ani.opens(f"admin_{await talk.run(make_admin_code)}")
    assert await roles(talk, ani) == set(), "a link alone gives nothing"
    await ani.taps("Ya, terima")
    assert await roles(talk, ani) == {Role.SUPERADMIN}


async def test_a_code_is_void_after_a_day_and_when_a_newer_one_is_made(
    talk: Talk, ani: Talker, clock: Clock
) -> None:
    old, new = await talk.run(make_admin_code), await talk.run(make_admin_code)
    await ani.types(f"/admin {old}")
    assert await roles(talk, ani) == set()
    clock.passes(hours=25)
    await ani.types(f"/admin {new}")
    assert await roles(talk, ani) == set()


async def test_a_superadmin_gives_a_role_of_one_unit_and_takes_it_away(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    await zul.types("/peran")
    await zul.taps("➕ Admin unit")
    await zul.types("dukcapil")
    code = code_in(zul.last)
    await zul.types("Nurul Rahmawati")
    await ani.types(code)
    person = (await ani.contact()).person_id
    [grant] = await talk.run(grants_of, person)
    assert (grant.role, grant.note) == (Role.UNIT_ADMIN, "Nurul Rahmawati")
    assert grant.unit_id is not None
    await ani.types("/siarkan")
    assert "tidak ada" not in ani.said()
    await zul.types("/peran")
    assert "Nurul Rahmawati" in zul.last
    await zul.taps("✂️ Cabut peran")
    await zul.taps("Nurul Rahmawati: Admin unit")
    await zul.taps("Ya, cabut")
    assert await roles(talk, ani) == set()
    await ani.types("/siaran")
    assert "Perintah itu tidak ada" in ani.said()
    await zul.types("/audit")
    assert "mencabut peran" in zul.last
    assert "Admin unit" in zul.last, "before and after are shown, in words"


async def test_two_offers_stand_side_by_side(talk: Talk, zul: Talker, ani: Talker, budi: Talker) -> None:
    codes = []
    for name in ("Nurul", "Fajar"):
        await zul.types("/peran")
        await zul.taps("➕ Pelatih")
        codes.append(code_in(zul.last))
        await zul.types(name)
    await ani.types(codes[0])
    await budi.types(codes[1])
    assert await roles(talk, ani) == await roles(talk, budi) == {Role.TRAINER}


async def test_a_programme_admin_gives_the_role_of_a_trainer_only(
    talk: Talk, zul: Talker, rina: Talker
) -> None:
    await rina.types("/peran")
    assert [label for label in rina.buttons() if "➕" in label] == ["➕ Pelatih"]
    assert "✂️ Cabut peran" not in rina.buttons()


async def test_an_offer_is_named_only_until_it_is_used(talk: Talk, zul: Talker, ani: Talker) -> None:
    await zul.types("/peran")
    await zul.taps("➕ Pelatih")
    await ani.types(code_in(zul.last))
    await zul.types("Nurul")
    assert "sudah dipakai" in (zul.notice or zul.said())
    [grant] = [one for one in await talk.run(all_grants) if one.role is Role.TRAINER]
    assert grant.note == ""


async def test_the_list_of_roles_names_people_as_the_registry_does(talk: Talk, zul: Talker) -> None:
    person_id = (await zul.contact()).person_id

    def hired(tx: Transaction) -> None:
        row = {"nip": "198001012005011001", "kind": "pns", "name": "Zulfikar, S.E.", "active": True}
        tx.run(insert(employee), {**row, "person_id": person_id, "created_at": tx.now, "changed_at": tx.now})

    await talk.work(hired)
    await zul.types("/peran")
    assert "Zulfikar, S.E.: Superadmin" in zul.last


async def test_the_last_superadmin_stays(talk: Talk, zul: Talker) -> None:
    [grant] = await talk.run(all_grants)
    await zul.sends_tap(f"!cabut/{grant.id}.ya")
    assert "superadmin terakhir" in zul.notice
    assert await roles(talk, zul) == {Role.SUPERADMIN}


async def test_a_role_taken_away_twice_is_told_so(talk: Talk, zul: Talker, rina: Talker) -> None:
    [grant] = [one for one in await talk.run(all_grants) if one.role is Role.PROGRAMME_ADMIN]
    await zul.sends_tap(f"!cabut/{grant.id}.ya")
    await zul.sends_tap(f"!cabut/{grant.id}.ya")
    assert "sudah dicabut" in zul.notice
    assert (await actions(talk)).count("role-withdrawn") == 1


async def test_whoever_got_or_lost_a_role_gets_another_list_of_commands(talk: Talk, ani: Talker) -> None:
    await ani.types(f"/admin {await talk.run(make_admin_code)}")
    assert [one.address for one in await talk.run(take_relistings, CHANNEL)] == ["Ani"]
    assert await talk.run(take_relistings, CHANNEL) == []


async def test_the_audit_is_paged(talk: Talk, zul: Talker) -> None:
    for _ in range(11):
        await send(zul)
    await zul.types("/audit")
    assert zul.last.count("mengirim atau menjadwalkan") == 10
    await zul.taps("Yang lebih lama ›")
    assert zul.last.count("mengirim atau menjadwalkan") == 1
    assert "siaran 1" in zul.last


@pytest.mark.parametrize("typed", ["", "x", "0" * 300, "ABCDE-FGHJK", "'; DROP TABLE person; --"])
async def test_nonsense_for_a_code_is_an_unknown_command(talk: Talk, ani: Talker, typed: str) -> None:
    await ani.types(f"/admin {typed}")
    assert "Perintah itu tidak ada" in ani.said()
    assert await talk.run(all_grants) == []


async def test_a_long_list_of_roles_shows_the_newest_and_says_how_many_more(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    person_id = (await ani.contact()).person_id
    for unit in range(1, 21):
        await talk.run(add_grant, person_id, Role.OFFICER, unit, f"Orang {unit}")
    await zul.types("/peran")
    assert "Orang 20:" in zul.last and "Orang 1:" not in zul.last
    assert "lagi, semuanya di" in zul.last
