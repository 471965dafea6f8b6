"""The wanted number of respondents is that of the printed table."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.survey.sample_size import is_representative, respondents_wanted

TABLE = Path(__file__).with_name("krejcie_morgan.csv")


def test_every_row_of_the_table_is_met() -> None:
    rows = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
    assert len(rows) == 90
    assert {int(row["N"]): respondents_wanted(int(row["N"])) for row in rows} == {
        int(row["N"]): int(row["n"]) for row in rows
    }


@given(st.integers(1, 10**9))
def test_it_never_asks_for_more_than_there_are_nor_for_more_than_384(visitors: int) -> None:
    assert 1 <= respondents_wanted(visitors) <= min(visitors, 384)
    assert respondents_wanted(visitors) <= respondents_wanted(visitors + 1)


def test_a_unit_without_visitors_has_no_sample_size() -> None:
    with pytest.raises(ValueError, match="at least one"):
        respondents_wanted(0)


def test_whether_a_result_represents_is_unknown_when_the_visitors_are() -> None:
    assert is_representative(10_000, None) is None
    assert is_representative(384, 1_000_000) is True
    assert is_representative(383, 1_000_000) is False
