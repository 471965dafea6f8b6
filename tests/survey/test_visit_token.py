"""A poster's link is good while it hangs, and says so afterwards."""

from datetime import date, timedelta

from feedbackbot.domain.survey.visit import (
    counter_of_visit,
    is_stale,
    scanned_visit,
    visit_payload,
    visit_token,
)

KEY = b"a key"
DAY = date(2026, 11, 24)


def scan(token: str, day: date, *, unit: str = "disdukcapil", counter: str = "loket-1") -> str | None:
    return scanned_visit(KEY, unit, counter, token, day, 30)


def test_a_token_is_good_up_to_the_day_it_says_and_old_from_the_next() -> None:
    token = visit_token(KEY, "disdukcapil", "loket-1", DAY, 30)
    for day in (DAY, token.valid_until):
        assert scan(token.text, day) == f"loket-1:{token.text}"
    after = scan(token.text, token.valid_until + timedelta(days=1))
    assert after == "loket-1:old" and is_stale(after)
    assert token.valid_until >= DAY + timedelta(days=30), "time enough to hang a new poster"


def test_a_token_of_another_counter_unit_or_key_is_old() -> None:
    token = visit_token(KEY, "disdukcapil", "loket-1", DAY, 30).text
    assert is_stale(scan(token, DAY, counter="loket-2"))
    assert is_stale(scan(token, DAY, unit="bpbd"))
    assert is_stale(scan("é" * 8, DAY))
    assert is_stale(scan(visit_token(b"another", "disdukcapil", "loket-1", DAY, 30).text, DAY))


def test_a_link_without_token_names_the_counter_and_is_not_doubted() -> None:
    assert scan("", DAY) == "loket-1"
    assert scanned_visit(KEY, "bpbd", "", "", DAY, 30) is None
    assert not is_stale(None) and not is_stale("loket-1")


def test_the_poster_of_a_whole_unit_names_no_counter() -> None:
    token = visit_token(KEY, "bpbd", "", DAY, 30)
    assert visit_payload("bpbd", "", token) == f"u_bpbd_unit_{token.text}"
    visit = scanned_visit(KEY, "bpbd", "unit", token.text, DAY, 30)
    assert not is_stale(visit) and counter_of_visit(visit) is None


def test_the_longest_link_fits_into_what_telegram_allows() -> None:
    assert len(visit_payload("u" * 20, "c" * 20, visit_token(KEY, "u", "c", DAY, 30))) <= 64
