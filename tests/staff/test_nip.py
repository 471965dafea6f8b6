"""NIP and NI PPPK are checked by their structure and never shown whole by accident."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import EmployeeKind, kind_from_words, parse_nip

TODAY = date(2026, 11, 24)
PNS = "198001012005011001"
PPPK = "199003152022242007"


def refusal(text: str, kind: EmployeeKind | None = None) -> str:
    with pytest.raises(WrongValue) as told:
        parse_nip(text, today=TODAY, kind=kind)
    return told.value.key


@pytest.mark.parametrize(
    "written",
    [
        PNS,
        f"'{PNS}",
        "19800101 200501 1 001",
        "19800101.200501.1.001",
        "19800101-200501-1-001",
        f"\u200b {PNS}\u00a0",
        "１９８００１０１２００５０１１００１",
    ],
)
def test_the_ways_people_write_a_nip_are_all_the_same_number(written: str) -> None:
    assert parse_nip(written, today=TODAY).digits == PNS


def test_digits_13_and_14_of_a_pppk_need_not_be_a_month() -> None:
    nip = parse_nip(PPPK, today=TODAY)
    assert nip.kind is EmployeeKind.PPPK


def test_a_pppk_whose_contract_number_looks_like_a_month_is_known_by_the_status_column() -> None:
    number = "199003152022112007"
    assert parse_nip(number, today=TODAY).kind is EmployeeKind.PNS
    assert parse_nip(number, today=TODAY, kind=EmployeeKind.PPPK).kind is EmployeeKind.PPPK


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("", "nip-missing"),
        ("'", "nip-missing"),
        ("19800101200501100", "nip-length"),
        ("1980010120050110011", "nip-length"),
        ("131234567", "nip-old-form"),
        ("19800101200501100A", "nip-not-digits"),
        ("=1+1", "nip-not-digits"),
        ("1.98001012005011E+17", "nip-digits-lost"),
        ("1,98001012005011E+17", "nip-digits-lost"),
        ("198001012005011000", "nip-digits-lost"),
        ("198002302005011001", "nip-birth-date"),
        ("189901012005011001", "nip-birth-date"),
        ("203001012050011001", "nip-birth-date"),
        ("198001011990011001", "nip-appointed-too-young"),
        ("198001012028011001", "nip-appointed-in-future"),
        ("198001012005013001", "nip-sex-digit"),
        ("198001012005131001", "nip-appointment-month"),
        ("198001012005001001", "nip-appointment-month"),
    ],
)
def test_a_broken_number_is_refused_with_its_own_reason(written: str, key: str) -> None:
    assert refusal(written) == key


def test_a_status_that_contradicts_the_number_is_told() -> None:
    assert refusal(PPPK, EmployeeKind.PNS) == "nip-appointment-month"
    assert refusal(PNS, EmployeeKind.PPPK) == "nip-pppk-year"


def test_printing_a_nip_does_not_reveal_the_date_of_birth() -> None:
    nip = parse_nip(PNS, today=TODAY)
    assert f"{nip} {nip!r} {nip.masked}".count("1980") == 0
    assert nip.masked == "••••1001"
    assert nip.grouped == "19800101 200501 1 001"


@given(st.text(max_size=40))
@settings(deadline=None)
def test_any_text_is_either_a_number_or_a_reason_in_words(text: str) -> None:
    try:
        assert len(parse_nip(text, today=TODAY).digits) == 18
    except WrongValue as wrong:
        assert wrong.key.startswith("nip-")


@given(
    st.dates(date(1950, 1, 1), date(2005, 12, 31)),
    st.integers(0, 3),
    st.integers(1, 12),
    st.sampled_from("12"),
    st.integers(1, 999),
)
@settings(deadline=None)
def test_every_number_built_by_the_rule_is_accepted(
    born: date, wait: int, month: int, sex: str, serial: int
) -> None:
    digits = f"{born:%Y%m%d}{born.year + 18 + wait}{month:02}{sex}{serial:03}"
    assert parse_nip(digits, today=TODAY).digits == digits


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("PPPK Daerah", EmployeeKind.PPPK),
        ("P3K", EmployeeKind.PPPK),
        ("CPNS", EmployeeKind.PNS),
        ("PNS Daerah Kab/Kota", EmployeeKind.PNS),
        ("Honorer", None),
    ],
)
def test_a_status_in_words_tells_the_kind(words: str, kind: EmployeeKind | None) -> None:
    assert kind_from_words(words) is kind
