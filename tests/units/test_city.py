"""A city's file is either understood or refused with the place that is wrong."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from feedbackbot.data import DataFileError, read_city
from feedbackbot.domain.units.city import SHORT_NAME_LENGTH, City, CityDataError, parse_city
from feedbackbot.domain.units.unit_hours import hours_from_kept


def small_city(**changes: Any) -> dict[str, Any]:
    service = {"code": "ktp", "name": "KTP"}
    unit = {"code": "capil", "name": "Capil", "kind": "dinas", "services": [service]}
    return {
        "code": "kota",
        "name": "Kota",
        "government": "Pemerintah Kota",
        "time_zone": "Asia/Jakarta",
        "kecamatan": [{"code": "timur", "name": "Timur"}],
        "kinds": [{"code": "dinas", "name": "Dinas"}],
        "units": [unit | changes],
    }


def lhokseumawe() -> City:
    return parse_city(*read_city("lhokseumawe"))


def test_lhokseumawe_has_its_units_by_name() -> None:
    city = lhokseumawe()
    assert (city.name, city.time_zone) == ("Lhokseumawe", "Asia/Jakarta")
    assert [one.name for one in city.kecamatan] == ["Banda Sakti", "Muara Dua", "Muara Satu", "Blang Mangat"]
    assert len([unit for unit in city.units if unit.kind == "puskesmas"]) == 7
    assert {unit.kecamatan for unit in city.units if unit.kind == "kecamatan"} == {
        one.code for one in city.kecamatan
    }


def test_what_the_city_has_not_confirmed_is_marked() -> None:
    assert {unit.code for unit in lhokseumawe().units if not unit.verified} == {
        *("pkm-banda-sakti", "pkm-mon-geudong", "pkm-blang-cut", "pkm-blang-mangat", "pkm-kandang", "mpp"),
        *("pupr", "dlh", "perumda-air", "rsud", "pju"),
    }


def test_each_unit_offers_services_and_fits_a_narrow_button() -> None:
    for unit in lhokseumawe().units:
        assert 3 <= len(unit.services) <= 10, unit.code
        for named in (unit, *unit.services):
            assert len(named.short_name) <= SHORT_NAME_LENGTH


def test_a_counters_deep_link_fits_what_the_chat_service_allows() -> None:
    for unit in lhokseumawe().units:
        for counter in unit.counters:
            assert len(f"u_{unit.code}_{counter.code}") <= 64


def test_a_unit_is_found_by_code() -> None:
    unit = lhokseumawe().unit("dinkes")
    assert unit is not None and unit.name == "Dinas Kesehatan"
    assert lhokseumawe().unit("nowhere") is None


def test_what_may_be_left_out_is_none_or_empty() -> None:
    unit = parse_city(small_city(), "kota.yaml").units[0]
    assert (unit.kecamatan, unit.yearly_visitors, unit.keywords, unit.counters) == (None, None, (), ())
    assert unit.verified and unit.short_name == "Capil"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"code": "Capil"}, "units[1] (Capil).code: 'Capil' is not 1-20 lower-case letters"),
        ({"code": "a" * 21}, "units[1] (aaaaaaaaaaaaaaaaaaaaa).code"),
        ({"code": "a_b"}, "'a_b' is not"),
        ({"code": None}, "units[1].code: a text is wanted, not None"),
        ({"name": " "}, "units[1] (capil).name: a text is wanted"),
        ({"name": "x" * 25}, "units[1] (capil).short_name: needed"),
        ({"kind": "toko"}, "units[1] (capil).kind: 'toko' is none of dinas"),
        ({"kecamatan": "barat"}, "units[1] (capil).kecamatan: 'barat' is none of timur"),
        ({"keywords": "ktp"}, "units[1] (capil).keywords: a list is wanted, not 'ktp'"),
        ({"keywords": ["ktp", 3]}, "units[1] (capil).keywords[2]: a text is wanted, not 3"),
        ({"services": []}, "units[1] (capil).services: at least one is wanted"),
        ({"services": ["ktp"]}, "units[1] (capil).services[1]: a list of names and values is wanted"),
        ({"services": [{"code": "a", "name": "A"}] * 2}, "units[1] (capil).services[2]: 'a' is there twice"),
        ({"counters": 3}, "units[1] (capil).counters: a list is wanted"),
        (
            {"counters": [{"code": "a", "name": "A", "services": ["kk"]}]},
            "units[1] (capil).counters[1] (a).services[1]: the unit has no service 'kk'",
        ),
        ({"verified": "no"}, "units[1] (capil).verified: true or false is wanted"),
        ({"yearly_visitors": True}, "units[1] (capil).yearly_visitors: a whole number from 1"),
        ({"yearly_visitors": 0}, "units[1] (capil).yearly_visitors: a whole number from 1"),
        ({"keyword": []}, "units[1] (capil).keyword: not known here"),
    ],
)
def test_a_wrong_place_is_named(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(CityDataError) as refused:
        parse_city(small_city(**changes), "kota.yaml")
    assert str(refused.value).startswith("kota.yaml: ")
    assert complaint in str(refused.value)


def test_two_units_of_one_code_or_name_are_refused() -> None:
    city = small_city()
    city["units"] *= 2
    with pytest.raises(CityDataError, match=r"units\[2\]: 'capil' is there twice"):
        parse_city(city, "kota.yaml")
    city["units"] = [city["units"][0], city["units"][0] | {"code": "other", "name": "CAPIL"}]
    with pytest.raises(CityDataError, match=r"units\[2\]: 'capil' is there twice"):
        parse_city(city, "kota.yaml")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd"])
def test_an_unknown_time_zone_is_refused(zone: str) -> None:
    with pytest.raises(CityDataError, match="time_zone"):
        parse_city(small_city() | {"time_zone": zone}, "kota.yaml")


@pytest.mark.parametrize("raw", [None, [], "text", 3])
def test_a_file_that_holds_no_mapping_is_refused(raw: object) -> None:
    with pytest.raises(CityDataError, match=r"kota.yaml: top: a list of names and values is wanted"):
        parse_city(raw, "kota.yaml")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"code: a\ncode: b\n", "line 2: 'code' is given twice"),
        (b"units: [a\n", "line 2"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"!!python/object/apply:os.getcwd []\n", "line 1"),
        (b"\x07", "not YAML"),
    ],
)
def test_a_slip_in_an_own_file_is_named_with_its_line(tmp_path: Path, content: bytes, complaint: str) -> None:
    own = tmp_path / "kota.yaml"
    own.write_bytes(content)
    with pytest.raises(DataFileError, match=complaint) as refused:
        read_city(str(own))
    assert str(own) in str(refused.value)


@pytest.mark.parametrize("name", ["atlantis", "../settings", "", "/nowhere/kota.yaml"])
def test_a_city_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(DataFileError):
        read_city(name)


def test_a_unit_may_give_its_own_hours_and_wrong_ones_name_their_place() -> None:
    [unit] = parse_city(small_city(hours={5: "08.00-11.30", 1: "08.00-12.00, 13.00-15.00"}), "x").units
    hours = hours_from_kept(unit.hours)
    assert hours.on(date(2026, 11, 27)) == ((time(8), time(11, 30)),), "a Friday"
    assert hours.on(date(2026, 11, 24)) == (), "a Tuesday"
    for wrong in ({8: "08.00-09.00"}, {1: "25.00-26.00"}, {1: 8}, "08.00", {"senin": "08.00-09.00"}):
        with pytest.raises(CityDataError, match=r"hours: "):
            parse_city(small_city(hours=wrong), "x")


def with_numbers(*numbers: object) -> City:
    return parse_city({**small_city(), "emergency": list(numbers)}, "kota.yaml")


def test_the_city_names_whom_to_call_in_danger_and_from_where_it_knows() -> None:
    found = lhokseumawe().emergency
    assert [(one.kind, one.number) for one in found][:3] == [
        ("police", "110"),
        ("fire", "113"),
        ("ambulance", "119"),
    ]
    assert all(one.source for one in found)
    [own] = with_numbers(
        {"kind": "all", "number": "112", "source": "Surat wali kota", "checked_on": date(2026, 11, 1)}
    ).emergency
    assert (own.number, own.checked_on) == ("112", date(2026, 11, 1))


def test_a_file_without_numbers_has_the_national_ones() -> None:
    assert [one.number for one in parse_city(small_city(), "kota.yaml").emergency] == ["110", "113", "119"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "police", "number": 110, "source": "x"},
        {"kind": "police", "number": "satu", "source": "x"},
        {"kind": "sheriff", "number": "110", "source": "x"},
        {"kind": "police", "number": "110"},
        {"kind": "police", "number": "110", "source": "x", "checked_on": "kemarin"},
    ],
)
def test_a_mistyped_number_is_refused_with_its_place(wrong: dict[str, object]) -> None:
    with pytest.raises(CityDataError, match=r"kota\.yaml: emergency\[1\]"):
        with_numbers(wrong)
