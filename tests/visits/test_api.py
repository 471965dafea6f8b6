"""A unit's application tells of finished visits; the receipt's link is good once, on whichever channel."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from starlette.applications import Starlette

from feedbackbot.domain.visits.honest_sample import Group, difference, group_of
from feedbackbot.storage.visits.tables import api_key, service_visit
from feedbackbot.web.visits.told import NotJson, WrongField, read_visit
from tests.talk import Clock, Talk, Talker
from tests.visits.applications import VISIT, client, make_key, rate_by, receipt


async def test_a_finished_visit_gets_a_link_for_each_channel_and_a_code_to_print(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    key = await make_key(admin)
    told = await receipt(app, key)
    assert told["invited"] and told["links"]["web"].startswith("https://skm.example/s/")
    assert told["links"]["telegram"].startswith("https://chat.example/s_")
    async with client(app) as anybody:
        svg, png = await anybody.get(told["qr"]["svg"]), await anybody.get(told["qr"]["png"])
        assert svg.content.startswith(b"<?xml") and png.content.startswith(b"\x89PNG")
        assert (await anybody.get("/s/aaaaaaaaaaaa/qr.gif")).status_code == 404
    stored = await talk.work(lambda tx: str(tx.run(select(service_visit)).mappings().all()))
    stored += await talk.work(lambda tx: str(tx.run(select(api_key)).mappings().all()))
    assert key not in stored and told["links"]["web"].rpartition("/")[2] not in stored


async def test_the_same_request_is_the_same_visit_and_another_under_its_name_is_refused(
    app: Starlette, admin: Talker
) -> None:
    key = await make_key(admin)
    assert await receipt(app, key) == await receipt(app, key)
    async with client(app, key) as application:
        other = await application.post(
            "/api/v1/visits", json={**VISIT, "counter": "loket-2"}, headers={"idempotency-key": "a"}
        )
    assert other.status_code == 409
    assert other.headers["content-type"] == "application/problem+json"


async def test_a_withdrawn_key_opens_nothing_from_that_moment(app: Starlette, admin: Talker) -> None:
    key = await make_key(admin)
    await receipt(app, key)
    await admin.types("/kunci_api disdukcapil")
    await admin.taps(f"Cabut …{key[-4:]} (100 %)")
    assert "dicabut" in admin.notice
    async with client(app, key) as thief:
        answer = await thief.post("/api/v1/visits", json=VISIT)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_key_is_for_one_unit_and_so_many_visits_a_day(
    app: Starlette, admin: Talker, clock: Clock
) -> None:
    key = await make_key(admin)
    async with client(app, key) as application:
        other = await application.post("/api/v1/visits", json={**VISIT, "unit": "bpbd"})
        assert other.status_code == 403
        codes = [(await application.post("/api/v1/visits", json=VISIT)).status_code for _ in range(6)]
        assert codes == [201] * 5 + [429]
        clock.passes(days=1)
        assert (await application.post("/api/v1/visits", json=VISIT)).status_code == 201


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        ("", 400, None), ("[]", 400, None), ("{", 400, None), ("[" * 100_000, 400, None),
        ('{"unit": "disdukcapil"}', 422, "finished_at"),
        ('{"unit": "disdukcapil", "finished_at": "kemarin"}', 422, "finished_at"),
        ('{"unit": "disdukcapil", "finished_at": "2026-11-24T10:00:00"}', 422, "finished_at"),
        ('{"unit": "disdukcapil", "finished_at": "2026-12-24T10:00:00+07:00"}', 422, "finished_at"),
        ('{"unit": "disdukcapil", "finished_at": "2026-11-24T09:00:00+07:00", "phone": "0812"}', 422, "phone"),
        ('{"unit": "disdukcapil", "finished_at": "2026-11-24T09:00:00+07:00", "service": "x"}', 422, None),
        ('{"unit": "disdukcapil", "finished_at": "2026-11-24T09:00:00+07:00", "counter": "loket-99"}', 422, None),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_said_by_its_field_and_never_repeated(
    app: Starlette, admin: Talker, body: str, status: int, detail: str | None
) -> None:
    async with client(app, await make_key(admin)) as application:
        answer = await application.post("/api/v1/visits", content=body)
    assert answer.status_code == status
    told = answer.json()
    assert told["status"] == status and told.get("detail") == detail
    assert "kemarin" not in answer.text and "0812" not in answer.text


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    body=st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
            ),
        ).map(lambda value: json.dumps(value).encode()),
        st.fixed_dictionaries(
            {
                "unit": st.text(max_size=30),
                "finished_at": st.datetimes().map(lambda at: at.isoformat() + "+07:00"),
            }
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_whatever_is_sent_is_a_visit_or_a_named_problem(body: bytes) -> None:
    try:
        visit = read_visit(body, Clock()())
    except (NotJson, WrongField):
        return
    assert re.fullmatch("[a-z0-9-]{1,20}", visit.unit)


async def test_by_chance_so_many_are_invited_and_the_others_get_nothing_to_print(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    key = await make_key(admin, "25")
    async with client(app, key) as application:
        answers = [(await application.post("/api/v1/visits", json=VISIT)).json() for _ in range(5)]
    assert all(("links" in one) == one["invited"] for one in answers)
    stored = await talk.work(lambda tx: tx.run(select(service_visit.c.invited)).scalars().all())
    assert sorted(stored) == sorted(one["invited"] for one in answers)


async def test_results_tell_figures_with_metadata_and_how_many_of_the_invited_answered(
    app: Starlette, admin: Talker
) -> None:
    key = await make_key(admin)
    for name in "abc":
        link = (await receipt(app, key, name))["links"]["web"]
        if name != "c":
            await rate_by(app, link)
    async with client(app) as anybody:
        answer = (await anybody.get("/api/v1/results?unit=disdukcapil")).json()
        missing = await anybody.get("/api/v1/results?unit=zzz")
    assert missing.status_code == 404 and missing.headers["content-type"] == "application/problem+json"
    assert answer["metadata"]["code"] == "IKM" and "licence" in answer["metadata"]
    [one] = answer["units"]
    assert one["running"] is None, "too few to be shown"
    assert one["sample"] == {
        "visits": 3, "invited": 3, "answered": 2, "response_rate": 0.6667, "invited_minus_others": None,
    }  # fmt: skip


def test_the_difference_is_that_of_welch_and_needs_enough_of_both() -> None:
    """Against scipy.stats.ttest_ind(equal_var=False).confidence_interval() on the same totals."""
    from scipy import stats

    invited, others = [30, 33, 36, 27, 31, 35], [20, 25, 36, 30, 22, 27, 29]
    found = difference(group_of(invited), group_of(others))
    assert found is not None
    wanted = stats.ttest_ind(invited, others, equal_var=False)
    ends = wanted.confidence_interval()
    assert found.low == pytest.approx(ends.low * 25 / 9)
    assert found.high == pytest.approx(ends.high * 25 / 9)
    assert difference(group_of(invited), Group()) is None
    assert difference(group_of([9] * 9), group_of([9] * 9)) is None


async def test_the_description_names_every_address_and_answer(app: Starlette) -> None:
    async with client(app) as anybody:
        described = (await anybody.get("/api/openapi.json")).json()
        page = await anybody.get("/api?bahasa=en")
    assert described["openapi"] == "3.1.0"
    assert set(described["paths"]) == {"/api/v1/visits", "/api/v1/results"}
    assert {"201", "400", "401", "403", "409", "422", "429"} <= set(
        described["paths"]["/api/v1/visits"]["post"]["responses"]
    )
    assert page.status_code == 200 and "POST /api/v1/visits" in page.text


async def test_only_admins_make_keys(talk: Talk) -> None:
    ani = talk.person("Ani")
    await ani.types("/kunci_api")
    assert "tidak mengenal" in ani.said().lower() or "Perintah" in ani.said()
    await ani.sends_tap("!kunci/1.buat.100")
    assert await talk.work(lambda tx: tx.run(select(api_key)).all()) == []
