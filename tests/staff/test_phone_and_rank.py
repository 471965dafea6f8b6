"""Phones and ranks come in many spellings and are kept in one."""

import pytest

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.staff.phone import masked_phone, normal_phone
from feedbackbot.domain.staff.rank import parse_rank, rank_group


@pytest.mark.parametrize(
    "written",
    [
        "081234567890",
        "0812-3456-7890",
        "6281234567890",
        "+62 812 3456 7890",
        "+62 0812 3456 7890",
        "62081234567890",
        "006281234567890",
        "81234567890",
        "(0812) 3456.7890",
        "081234567890 / 085200001111",
    ],
)
def test_the_spellings_of_one_phone_number_are_one_number(written: str) -> None:
    assert normal_phone(written) == "+6281234567890"


def test_a_foreign_number_keeps_its_country() -> None:
    assert normal_phone("+60 12-345 6789") == "+60123456789"


@pytest.mark.parametrize("written", ["", "tidak ada", "12", "0812", "123456789012"])
def test_what_is_no_phone_number_is_refused(written: str) -> None:
    with pytest.raises(WrongValue, match="phone-not-a-number"):
        normal_phone(written)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "81234567890.0",
            "81234567890,0",
            "081234567890.00",
            "081234567890 (2)",
            "081234567890(1)",
            "0812345678901234",
        ),
        *("08123456789012345678", "0812345678xx", "08123456789?", "0812-3456-...", "8.1234567890E+10"),
    ],
)
def test_a_number_to_which_something_was_done_is_never_kept(written: str) -> None:
    with pytest.raises(WrongValue, match="phone-not-sure"):
        normal_phone(written)


@pytest.mark.parametrize(
    "written",
    [
        "WA: 081234567890",
        "HP. 0812 3456 7890",
        "081234567890 (WA)",
        "No. HP 0812-3456-7890",
        "(+62) 812 3456 7890",
        "'081234567890",
    ],
)
def test_the_words_around_a_phone_number_are_overlooked(written: str) -> None:
    assert normal_phone(written) == "+6281234567890"


def test_a_masked_phone_shows_only_its_end() -> None:
    assert masked_phone("+6281234567890") == "+62••••7890"


@pytest.mark.parametrize(
    ("written", "rank"),
    [
        ("III/a", "III/a"),
        ("III.A", "III/a"),
        ("iv e", "IV/e"),
        ("3b", "III/b"),
        ("Penata Muda Tk. I (III/b)", "III/b"),
        ("Pembina Utama Madya - IV/d", "IV/d"),
        ("31", "III/a"),
        ("45", "IV/e"),
    ],
)
def test_the_spellings_of_a_pns_rank(written: str, rank: str) -> None:
    assert parse_rank(written, EmployeeKind.PNS) == rank


@pytest.mark.parametrize(
    ("written", "rank"), [("IX", "IX"), ("Golongan ix", "IX"), ("9", "IX"), ("17", "XVII")]
)
def test_the_spellings_of_a_pppk_rank(written: str, rank: str) -> None:
    assert parse_rank(written, EmployeeKind.PPPK) == rank


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("III/e", EmployeeKind.PNS),
        ("35", EmployeeKind.PNS),
        ("V/a", EmployeeKind.PNS),
        ("", EmployeeKind.PNS),
        ("18", EmployeeKind.PPPK),
        ("XXX", EmployeeKind.PPPK),
    ],
)
def test_a_rank_that_does_not_exist_is_refused(written: str, kind: EmployeeKind) -> None:
    with pytest.raises(WrongValue, match="rank-unknown"):
        parse_rank(written, kind)


def test_the_group_of_a_rank() -> None:
    assert rank_group("III/a") == "III"
    assert rank_group("IX") == "IX"
