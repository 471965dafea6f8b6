"""What was not understood is kept without its person and taught; what the city answers is written by admins."""

from dataclasses import replace
from datetime import date

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.units.city import CityDataError, parse_city
from feedbackbot.domain.units.city_facts import CityFact
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.usecases.privacy.retention import throw_away
from feedbackbot.usecases.understanding.learn_words import keep_unclear, unclear_page, without_person
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE
from tests.talk import Clock, Talk, Talker

ODD = "zamrud khatulistiwa berkilau gemilang"


async def made_admin(talk: Talk, person: Talker) -> None:
    await person.types("/mulai")
    await talk.run(add_grant, (await person.contact()).person_id, Role.SUPERADMIN, None)


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("nik saya 1173012345678901 salah", "1173012345678901"),
        ("hubungi 0812-3456-7890 ya", "3456"),
        ("email saya a.b@mail.id", "a.b@mail.id"),
        ("nama saya Cut Rahmah Sari mau tanya", "Rahmah"),
        ("pak Zulfahmi galak", "Zulfahmi"),
    ],
)
def test_what_names_a_person_is_not_kept(written: str, hidden: str) -> None:
    assert hidden not in without_person(written)


async def test_a_phrase_that_an_admin_explains_is_understood_at_once(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    await ani.types(ODD)
    await ani.taps("Bukan itu")
    await made_admin(talk, budi)
    await budi.types("/belum_paham")
    assert ODD in budi.last
    await budi.taps(ODD)
    await budi.taps("Laporan saya")
    await ani.types("/batal")
    await ani.types(ODD.upper())
    assert "belum pernah mengirim laporan" in ani.last


async def test_words_not_understood_are_forgotten_in_time(talk: Talk, clock: Clock) -> None:
    await talk.run(keep_unclear, "not-understood", "", "apa lah ini")
    clock.passes(days=29)
    await talk.run(throw_away)
    assert (await talk.run(unclear_page))[0]
    clock.passes(days=2)
    await talk.run(throw_away)
    assert not (await talk.run(unclear_page))[0]


async def test_a_citizen_knows_no_command_for_it(ani: Talker) -> None:
    await ani.types("/belum_paham")
    assert "tidak ada" in ani.last.lower()


async def test_what_an_admin_writes_is_answered_with_source_and_date(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    await made_admin(talk, budi)
    await budi.types("/ubah_info")
    await budi.types("dukcapil")
    await budi.taps("Biaya")
    await budi.taps("Semua layanan")
    await budi.types("Semua layanan gratis")
    await budi.types("Standar pelayanan 2026")
    await ani.types("berapa biaya bikin ktp di dukcapil")
    assert "Semua layanan gratis" in ani.last
    assert "Standar pelayanan 2026" in ani.last
    assert "2026" in ani.last


async def test_the_file_answers_until_an_admin_does(talk: Talk, ani: Talker, budi: Talker) -> None:
    first = LHOKSEUMAWE.units[0]
    said = CityFact("place", "Jalan Contoh 1", "Daftar kantor", date(2026, 11, 1))
    city = replace(LHOKSEUMAWE, units=(replace(first, facts=(said,)), *LHOKSEUMAWE.units[1:]))
    await talk.run(load_city_units, city)
    await ani.types("alamat disdukcapil di mana")
    assert "Jalan Contoh 1" in ani.last
    await made_admin(talk, budi)
    await budi.types("/ubah_info")
    await budi.types("dukcapil")
    await budi.taps("Alamat")
    await budi.types("Jalan Baru 2")
    await budi.types("Surat dinas")
    await talk.run(load_city_units, city)
    await ani.types("alamat disdukcapil di mana")
    assert "Jalan Baru 2" in ani.last


def test_a_fact_without_its_date_is_refused_with_its_place() -> None:
    unit = {
        "code": "a", "name": "A", "kind": "dinas", "services": [{"code": "b", "name": "B"}],
        "facts": {"fee": {"text": "gratis", "source": "x"}},
    }  # fmt: skip
    raw = {
        "code": "x", "name": "X", "government": "X", "time_zone": "Asia/Jakarta",
        "kecamatan": [{"code": "k", "name": "K"}], "kinds": [{"code": "dinas", "name": "Dinas"}], "units": [unit],
    }  # fmt: skip
    with pytest.raises(CityDataError, match=r"facts\.fee\.checked_on"):
        parse_city(raw, "x.yaml")
