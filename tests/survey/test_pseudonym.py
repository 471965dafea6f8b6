"""Names under which ratings are kept."""

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.survey.pseudonym import LENGTH, SURVEY, pseudonym

KEY = b"k" * 32


@given(st.integers(min_value=1, max_value=2**63), st.integers(min_value=1, max_value=2**63))
def test_one_person_has_one_name_and_two_have_two(one: int, other: int) -> None:
    name = pseudonym(KEY, SURVEY, one)
    assert len(name) == LENGTH
    assert int(name, 16) >= 0
    assert (name == pseudonym(KEY, SURVEY, other)) == (one == other)


def test_another_purpose_or_key_gives_another_name() -> None:
    assert pseudonym(KEY, SURVEY, 1) != pseudonym(KEY, "campaign", 1)
    assert pseudonym(KEY, SURVEY, 1) != pseudonym(b"l" * 32, SURVEY, 1)


def test_the_name_never_changes() -> None:
    """HMAC-SHA256 of "survey:1", worked out once by another program (openssl dgst -hmac)."""
    assert pseudonym(KEY, SURVEY, 1) == "6bbe63cd9de7a2168869c263165cacf8"
