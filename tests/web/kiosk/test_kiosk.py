"""The screen at the counter: who opens it, and what counts of it."""

from datetime import timedelta

import httpx
import pytest

from feedbackbot.domain.survey.rating_form import SERVICE
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.survey.instruments import ask_instrument
from feedbackbot.storage.transaction import Transaction
from tests.survey.ratings import VALUES, responses, totals, values_of
from tests.talk import Clock, Talk
from tests.web.kiosk.screens import ANSWERS, HERE, code, rating, token


async def test_a_code_opens_one_screen_of_one_counter(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    right = await code(talk)
    for wrong in ("", "AAAAA-AAAAA", right[:-1], "☃" * 400):
        assert (await client.post(f"{HERE}/buka", json={"code": wrong})).status_code == 403
    assert (await client.post("/kiosk/disdukcapil/loket-2/buka", json={"code": right})).status_code == 403
    assert (await client.post(f"{HERE}/buka", json={"code": right})).status_code == 200
    assert (await client.post(f"{HERE}/buka", json={"code": right})).status_code == 403, "used"
    late = await code(talk)
    clock.passes(days=2)
    assert (await client.post(f"{HERE}/buka", json={"code": late})).status_code == 403


async def test_a_rating_counts_once_with_the_arithmetic_of_any_other(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    sent = rating(await token(client, talk), clock)
    outcomes = [(await client.post(f"{HERE}/suara", json=sent)).json()["outcome"] for _ in range(2)]
    assert outcomes == ["counted", "already"]
    [row] = await responses(talk)
    assert (row["channel"], row["visit"], values_of(row)) == ("kiosk", "loket-1:kios", VALUES)
    counted = await totals(talk, "disdukcapil")
    assert (counted.n, counted.total) == (1, sum(VALUES))


async def test_what_was_given_without_network_counts_on_its_own_day(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    sent = rating(await token(client, talk), clock)
    given = clock().date()
    clock.passes(days=3)
    future = rating(sent["token"], clock, at=int((clock() + timedelta(days=9)).timestamp() * 1000))
    for one in (sent, future, rating(sent["token"], clock, at="kemarin")):
        assert (await client.post(f"{HERE}/suara", json=one)).status_code == 200
    assert [row["day"] for row in await responses(talk)] == [given, clock().date(), clock().date()]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"token": "x"}, 403), ({"id": "1"}, 422), ({"answers": []}, 422), ({"answers": {}}, 422),
        ({"agreed": False}, 422), ({"answers": {"waktu": "9"}}, 422),
    ],
)  # fmt: skip
async def test_what_is_no_rating_of_an_opened_screen_is_not_taken(
    client: httpx.AsyncClient, talk: Talk, clock: Clock, change: dict[str, object], status: int
) -> None:
    sent = {**rating(await token(client, talk), clock), **change}
    assert (await client.post(f"{HERE}/suara", json=sent)).status_code == status
    assert (await client.post(f"{HERE}/suara", content=b"\xff[")).status_code == 403
    assert await responses(talk) == []


async def test_a_counter_that_is_not_there_is_said(client: httpx.AsyncClient) -> None:
    page = await client.get("/kiosk/disdukcapil/loket-99")
    assert page.status_code == 404 and "/kios" in page.text
    assert "set-cookie" not in (await client.get(HERE)).headers


async def test_a_service_of_another_office_is_passed_over(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    sent = rating(await token(client, talk), clock, answers={**ANSWERS, SERVICE: "99999"})
    assert (await client.post(f"{HERE}/suara", json=sent)).status_code == 200
    [row] = await responses(talk)
    assert row["service_id"] is None and values_of(row) == VALUES


@pytest.mark.parametrize(
    ("path", "change", "status"),
    [("spkp", {}, 404), ("spak", {"token": "x"}, 403), ("spak", {"answers": {"imbalan": "9"}}, 422)],
)
async def test_what_is_no_answer_to_a_survey_that_is_asked_is_not_taken(
    client: httpx.AsyncClient, talk: Talk, clock: Clock, path: str, change: dict[str, object], status: int
) -> None:
    def ask(tx: Transaction) -> None:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        ask_instrument(tx, unit.id, "spak")

    await talk.work(ask)
    sent = {**rating(await token(client, talk), clock), "answers": {"imbalan": "4"}, **change}
    assert (await client.post(f"{HERE}/survei/{path}/suara", json=sent)).status_code == status
