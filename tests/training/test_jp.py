"""JP come from the conversion table, and a PPPK never owes any."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.clock import city_zone
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import EmployeeKind, kind_from_words
from feedbackbot.domain.training.jp_rate import Quantity, parse_rate, quantity_of
from feedbackbot.domain.training.jp_rules import default_forms, parse_forms, propose_jp
from feedbackbot.domain.training.jp_year import (
    OpenYear,
    PnsYear,
    PppkYear,
    contract_year,
    counting_year,
    jp_year,
)


def jp(code: str, *, abroad: bool = False, **done: int) -> int:
    return propose_jp(default_forms()[code], Quantity(**done), international=abroad)


@pytest.mark.parametrize(
    ("code", "done", "at_home", "abroad"),
    [
        ("A1", {"times": 2}, 40, 40),
        ("B3", {"minutes": 450}, 10, 12),
        ("B3", {"minutes": 449}, 9, 10),
        ("B6", {"days": 2}, 8, 12),
        ("B7", {"days": 3}, 15, 21),
        ("C3", {"days": 2}, 6, 8),
        ("C3", {"days": 2, "minutes": 90}, 2, 2),
        ("C5", {"times": 1}, 20, 24),
        ("C7", {"times": 1}, 10, 20),
        ("C9", {"days": 5, "minutes": 900}, 10, 12),
        ("C9", {"days": 5, "minutes": 45}, 1, 1),
    ],
)
def test_the_table_gives_the_jp(code: str, done: dict[str, int], at_home: int, abroad: int) -> None:
    assert (jp(code, **done), jp(code, abroad=True, **done)) == (at_home, abroad)


def test_coaching_counts_at_most_twice_a_month() -> None:
    assert jp("C1", times=5) == 4
    assert jp("C1", times=5, months=2) == 8
    assert jp("C1", days=5, abroad=True) == 8


def sessions(*days: tuple[int, int], hours: float = 2, at: int = 9) -> list[tuple[datetime, datetime]]:
    """Sessions on these (month, day) of 2026, by the city's clock."""
    starts = [datetime(2026, month, day, at, tzinfo=city_zone()).astimezone(UTC) for month, day in days]
    return [(start, start + timedelta(hours=hours)) for start in starts]


def of_sessions(code: str, spans: list[tuple[datetime, datetime]]) -> int:
    return propose_jp(default_forms()[code], quantity_of(spans))


def test_three_coaching_sessions_are_one_conversion_of_three_occasions_within_the_months_limit() -> None:
    assert of_sessions("C1", sessions((3, 2))) == 2
    assert of_sessions("C1", sessions((3, 2), (3, 9), (3, 16))) == 4, "at most twice in March"
    assert of_sessions("C1", sessions((3, 2), (3, 9), (4, 6))) == 6
    assert of_sessions("C1", sessions((3, 2), (3, 9), (3, 16), (4, 6))) == 6, "April's room is not March's"
    assert of_sessions("C5", sessions((3, 2), (3, 3), (3, 4))) == 20, (
        "a secondment is one, on however many days"
    )


def test_a_daily_limit_counts_on_each_day_by_itself() -> None:
    long, short = sessions((3, 2), hours=6), sessions((3, 3), hours=0.75)
    assert of_sessions("C3", long) == 3
    assert of_sessions("C3", long + short) == 4, "not two days' limit for the long one"
    assert of_sessions("C9", sessions((3, 2), (3, 2), hours=1.5)) == 2, "two sessions of one day"


def test_a_day_is_the_citys() -> None:
    early = sessions((3, 2), at=6, hours=1) + sessions((3, 2), at=10, hours=1)
    assert of_sessions("B6", early) == 4, "06.00 in the city is the day before in UTC"


def test_the_whole_table_is_understood() -> None:
    forms = default_forms()
    assert len(forms) == 24
    assert [code for code, form in forms.items() if form.international is None] == ["B1"]
    assert {form.classical for code, form in forms.items() if code[0] == "C"} == {False}


@pytest.mark.parametrize(
    ("code", "done", "key"),
    [
        ("B3", {"days": 2}, "jp-needs-minutes"),
        ("B6", {"minutes": 90}, "jp-needs-days"),
        ("C5", {"days": 1}, "jp-needs-times"),
        ("B3", {"minutes": -45}, "jp-negative"),
    ],
)
def test_what_is_missing_is_asked_for(code: str, done: dict[str, int], key: str) -> None:
    with pytest.raises(WrongValue, match=key):
        jp(code, **done)


def test_a_form_that_is_not_foreseen_abroad_gives_no_figure() -> None:
    with pytest.raises(WrongValue, match="jp-not-foreseen"):
        jp("B1", abroad=True, minutes=90)


@pytest.mark.parametrize("text", ["banyak", "1 hari", "1 minggu = 4 JP", "20%", "1 hari = 4000 JP"])
def test_an_edit_that_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(WrongValue, match="jp-rate"):
        parse_rate(text)


@pytest.mark.parametrize(
    ("table", "key", "line"),
    [
        ("a,b\n1,2", "jp-table-columns", 1),
        ("kode,jalur,nasional,internasional\nB1,X,--,--\nB1,Y,--,--", "jp-table-code", 3),
        ("kode,jalur,nasional,internasional\n,X,--,--", "jp-table-code", 2),
        ("kode,jalur,nasional,internasional\nB1,X,kira-kira,--", "jp-rate", 2),
    ],
)
def test_a_broken_table_names_its_line(table: str, key: str, line: int) -> None:
    with pytest.raises(WrongValue, match=key) as told:
        parse_forms(table)
    assert told.value.args_["line"] == line


@given(st.sampled_from(sorted(default_forms())), st.integers(0, 5_000), st.integers(0, 60), st.integers(0, 9))
@settings(deadline=None)
def test_more_never_gives_less(code: str, minutes: int, days: int, times: int) -> None:
    less = jp(code, minutes=minutes, days=days, times=times)
    more = jp(code, minutes=minutes + 45, days=days + 1, times=times + 1)
    assert 0 <= less <= more


ENTRIES = [(date(2025, 12, 31), 9), (date(2026, 1, 1), 8), (date(2026, 6, 1), 6), (date(2026, 7, 1), -2)]


def test_the_year_of_a_pppk_is_that_of_the_contract_where_its_start_is_known() -> None:
    start, pppk = date(2024, 3, 1), EmployeeKind.PPPK
    entries = [(date(2026, 2, 28), 5), (date(2026, 3, 1), 7), (date(2027, 2, 28), 11), (date(2027, 3, 1), 13)]
    assert jp_year(pppk, entries, 2026, "ceiling", start) == PppkYear(18)
    assert jp_year(pppk, entries, 2026, "target", start) == PnsYear(18, 24)
    assert jp_year(pppk, entries, 2026) == PppkYear(12), "without it the calendar's"
    assert jp_year(EmployeeKind.PNS, entries, 2026, "ceiling", start) == PnsYear(12), "no contract"
    assert contract_year(start, 2026) == (date(2026, 3, 1), date(2027, 2, 28))
    leap = date(2024, 2, 29)
    assert contract_year(leap, 2026) == (date(2026, 3, 1), date(2027, 2, 28))
    assert counting_year(pppk, date(2026, 2, 28), leap) == 2025


def test_the_year_of_a_pns_goes_towards_twenty() -> None:
    year = jp_year(EmployeeKind.PNS, ENTRIES, 2026)
    assert isinstance(year, PnsYear)
    assert (year.total, year.missing, year.share) == (12, 8, 0.6)
    assert PnsYear(31).missing == 0
    assert PnsYear(31).share == 1


def test_the_year_of_a_pppk_has_a_ceiling_and_nothing_that_could_be_owed() -> None:
    year = jp_year(EmployeeKind.PPPK, ENTRIES, 2026)
    assert isinstance(year, PppkYear)
    assert (year.total, year.counted, year.at_ceiling) == (12, 12, False)
    assert (PppkYear(30).counted, PppkYear(30).at_ceiling) == (24, True)
    assert not hasattr(year, "missing")
    assert not hasattr(year, "target")


def test_what_24_jp_are_for_a_pppk_is_a_setting_and_part_time_has_no_number() -> None:
    assert jp_year(EmployeeKind.PPPK, ENTRIES, 2026, "target") == PnsYear(12, 24)
    assert jp_year(EmployeeKind.PPPK, ENTRIES, 2026, "none") == OpenYear(12)
    assert jp_year(EmployeeKind.PNS, ENTRIES, 2026, "none") == PnsYear(12)
    for mode in ("ceiling", "target", "none"):
        assert jp_year(EmployeeKind.PPPK_PART_TIME, ENTRIES, 2026, mode) == OpenYear(12)


def test_part_time_is_a_status_of_its_own() -> None:
    assert kind_from_words("PPPK Paruh Waktu") is EmployeeKind.PPPK_PART_TIME
    assert kind_from_words("PPPK") is EmployeeKind.PPPK
