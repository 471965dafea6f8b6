"""Whoever wished it is invited in the chat after a visit; the office's application learns nothing of it."""

import re
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.contact_policy import Subscription
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.columns import metadata
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.visits.api_keys import add_api_key
from feedbackbot.storage.visits.tables import visit_contact
from feedbackbot.usecases.people.subscriptions import subscribe
from feedbackbot.usecases.visits.api_keys import ApiKey
from feedbackbot.usecases.visits.receipts import VisitTold, tell_visit
from feedbackbot.web.visits.told import read_visit
from tests.builders import talk_in
from tests.deliver import deliver
from tests.survey.ratings import VALUES, responses
from tests.talk import Clock, Talk, Talker
from tests.visits.applications import VISIT, client, make_key, rate_by

NUMBER = "+6281166600777"


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    return await talk_in(database, clock, public_url="https://skm.example")


async def by_number(talk: Talk, name: str = "Ani", number: str = NUMBER) -> Talker:
    who = talk.person(name)
    await who.types("/langganan")
    await who.taps("🔔 Undang saya setelah dilayani")
    await who.taps("Lewat nomor HP saya")
    await who.does(Kind.CONTACT, phone=number)
    assert "diundang menilai di sini" in who.last
    return who


async def tell(app: Starlette, key: str, name: str, **more: str) -> httpx.Response:
    async with client(app, key) as application:
        return await application.post(
            "/api/v1/visits", json={**VISIT, **more}, headers={"idempotency-key": name}
        )


async def invitations(talk: Talk) -> int:
    rows = await talk.work(
        lambda tx: tx.run(select(outbox.c.id).where(outbox.c.notice == "visit-invitation")).all()
    )
    return len(rows)


@pytest.mark.parametrize("written", ["081166600777", "+62 811-6660-0777", "6281166600777"])
async def test_a_known_number_is_invited_once_and_its_rating_counts_as_invited(
    app: Starlette, admin: Talker, talk: Talk, written: str
) -> None:
    ani, key = await by_number(talk), await make_key(admin)
    for _ in range(2):
        await tell(app, key, "a", phone=written)
    assert await deliver(talk) == 1
    assert "Anda baru saja dilayani" in ani.last
    await ani.taps("Nilai sekarang")
    await ani.taps("Setuju")
    for value in VALUES:
        await ani.types(str(value))
    [row] = await responses(talk)
    assert (row["visit"], row["service_id"] is not None) == ("loket-1:struk", True)


async def test_the_application_is_answered_alike_whether_the_number_is_known_or_not(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    await by_number(talk)
    key = await make_key(admin)
    answers = [
        await tell(app, key, "a", phone=NUMBER),
        await tell(app, key, "b", phone="+6281166600778"),
        await tell(app, key, "c"),
    ]

    def shape(answer: httpx.Response) -> Any:
        return (
            answer.status_code,
            dict(answer.headers),
            re.sub(r"/s_?/?[a-z2-7]{12}|s_[a-z2-7]{12}", "", answer.text),
        )

    assert shape(answers[0]) == shape(answers[1]) == shape(answers[2])
    assert await invitations(talk) == 1


async def test_no_table_holds_the_number_and_no_visit_a_person(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    await by_number(talk)
    await tell(app, await make_key(admin), "a", phone=NUMBER)

    def everything(tx: Transaction) -> str:
        return "".join(str(tx.run(select(table)).all()) for table in metadata.sorted_tables)

    assert "81166600777" not in await talk.work(everything)
    assert not {"person_id", "address_id", "phone"} & set(metadata.tables["service_visit"].c.keys())


async def test_a_code_stands_for_the_number_until_another_is_made(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    ani, key = talk.person("Ani"), await make_key(admin)
    codes = []
    for _ in range(2):
        await ani.types("/diundang")
        await ani.taps("Buat kode saja")
        codes += re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", ani.last)
    await tell(app, key, "a", reference=codes[0])
    assert await invitations(talk) == 0, "void"
    assert (await tell(app, key, "b", reference=codes[1].lower(), phone="0812345678")).status_code == 201
    assert await invitations(talk) == 1


@pytest.mark.parametrize(
    ("field", "value"), [("phone", "bukan nomor"), ("phone", "1" * 41), ("reference", "ABCD-EFGH-JKM")]
)
async def test_what_is_no_number_or_code_is_said_by_its_field(
    app: Starlette, admin: Talker, field: str, value: str
) -> None:
    answer = await tell(app, await make_key(admin), "a", **{field: value})
    assert (answer.status_code, answer.json()["detail"]) == (422, field)
    assert value not in answer.text


async def test_the_contact_policy_has_its_say(
    app: Starlette, admin: Talker, talk: Talk, clock: Clock
) -> None:
    ani, key = await by_number(talk), await make_key(admin)
    person = (await ani.contact()).person_id
    await talk.run(subscribe, person, Subscription.SURVEYS, on=False)
    await tell(app, key, "a", phone=NUMBER)
    assert await invitations(talk) == 0
    await talk.run(subscribe, person, Subscription.SURVEYS, on=True)
    clock.passes(hours=12)  # into the night
    await tell(app, key, "b", phone=NUMBER)
    assert await invitations(talk) == 1 and await deliver(talk) == 0
    clock.passes(hours=14)
    assert await deliver(talk) == 1


async def test_whoever_was_not_chosen_by_chance_is_not_invited(talk: Talk) -> None:
    await by_number(talk)

    def tells(tx: Transaction) -> str:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        key = ApiKey(add_api_key(tx, unit.id, "h", "abcd", 0), unit.id, unit.code, "abcd", 0, tx.now)
        body = f'{{"unit":"disdukcapil","finished_at":"{tx.now.isoformat()}","phone":"{NUMBER}"}}'
        return tell_visit(
            tx, key, VisitTold("", "", tx.now, read_visit(body.encode(), tx.now).contact), "a"
        ).token

    assert await talk.work(tells) == ""
    assert await invitations(talk) == 0


async def test_nothing_is_said_any_more_once_the_receipt_was_used_on_paper(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    await by_number(talk)
    told = await tell(app, await make_key(admin), "a", phone=NUMBER)
    await rate_by(app, told.json()["links"]["web"])
    assert await deliver(talk) == 0


async def test_whoever_has_rated_is_not_asked_again_within_the_period(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    ani, key = await by_number(talk), await make_key(admin)
    await tell(app, key, "a", phone=NUMBER)
    await deliver(talk)
    await ani.taps("Nilai sekarang")
    await ani.taps("Setuju")
    for value in VALUES:
        await ani.types(str(value))
    await tell(app, key, "b", phone=NUMBER)
    assert await invitations(talk) == 1


async def test_who_stops_is_known_no_more_and_a_number_is_whose_it_was_shown_to_be_last(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    ani, budi, key = await by_number(talk), await by_number(talk, "Budi"), await make_key(admin)
    await tell(app, key, "a", phone=NUMBER)
    await deliver(talk)
    assert "Anda baru saja dilayani" in budi.last
    assert "Anda baru saja dilayani" not in ani.last
    await budi.types("/diundang")
    assert "Anda dikenali lewat nomor HP" in budi.last
    await budi.taps("Jangan undang saya lagi")
    await tell(app, key, "b", phone=NUMBER)
    assert await invitations(talk) == 1
    assert await talk.work(lambda tx: tx.run(select(visit_contact)).all()) == []


async def test_another_persons_number_is_not_taken(talk: Talk) -> None:
    ani = talk.person("Ani")
    await ani.types("/diundang")
    await ani.taps("Lewat nomor HP saya")
    await ani.does(Kind.CONTACT, foreign_contact=True)
    await ani.does(Kind.CONTACT, phone="")
    assert await talk.work(lambda tx: tx.run(select(visit_contact)).all()) == []
