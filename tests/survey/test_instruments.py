"""Surveys beside the SKM are data: their own questions, figures and pages, apart from the rating."""

import copy
import re
from collections.abc import AsyncIterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from feedbackbot.data import survey_files
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.instrument import Instrument, instrument_form, instrument_index, is_low
from feedbackbot.domain.survey.rating_form import CONSENT
from feedbackbot.domain.survey.read_instrument import CityDataError, read_instrument
from feedbackbot.errors import SettingsError
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.instrument_tables import instrument_answer, instrument_response
from feedbackbot.storage.survey.instruments import ask_instrument
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.instruments import SurveyBallot, answer_instrument, survey_result
from feedbackbot.usecases.units.prepare_database import check_surveys
from feedbackbot.web.forms.survey_page import SurveyPages
from feedbackbot.web.reports.survey_result import SurveyResultPages
from tests.builders import CATALOGUE, talk_in, test_settings
from tests.survey.beside import SHIPPED, SPAK, SPKP, rows
from tests.survey.ratings import totals
from tests.talk import Clock, Talk

PAGE, RESULT = "/n/disdukcapil/survei/spak", "/hasil/disdukcapil/survei/spak"


def raw(**changes: Any) -> Any:
    found = copy.deepcopy(dict(survey_files())["spak.yaml"])
    assert isinstance(found, dict)
    return found | changes


def same(one: Instrument, value: int, n: int = 1) -> dict[str, tuple[int, int]]:
    return {element.key: (value * n, n) for element in one.elements}


def unit_id(tx: Transaction) -> int:
    found = report_unit(tx, "disdukcapil")
    assert found is not None
    return found.id


@pytest.fixture
async def talk(database: Database) -> Talk:
    return await talk_in(database, Clock(), public_url="https://kota.go.id")


@pytest.fixture
async def browser(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    await talk.work(lambda tx: ask_instrument(tx, unit_id(tx), "spak"))
    runtime = Runtime(talk.database, talk.now, talk.settings)
    routes = [route for one in (SurveyPages, SurveyResultPages) for route in one(runtime, CATALOGUE).routes()]
    transport = httpx.ASGITransport(app=Starlette(routes=routes))
    async with httpx.AsyncClient(transport=transport, base_url="https://kota.go.id") as client:
        yield client


async def send(browser: httpx.AsyncClient, answers: dict[str, str], *, page: str = PAGE) -> httpx.Response:
    token = re.search(r'name="t" value="([^"]+)"', (await browser.get(page)).text)
    assert token
    return await browser.post(page, data={"t": token[1], CONSENT: "ya", **answers})


def all_of(one: Instrument, answer: int) -> dict[str, str]:
    return {element.key: str(answer) for element in one.elements}


def test_the_shipped_surveys_have_the_elements_and_source_that_are_owed() -> None:
    assert [len(one.elements) for one in (SPKP, SPAK)] == [8, 5]
    for one in SHIPPED.values():
        assert "PermenPANRB 90/2021" in one.source and one.least == 30 and len(one.scale) == 4
        assert all({"id", "en"} <= set(element.text) for element in one.elements)
        assert not any(element.turned for element in one.elements), "high is good, or clean"


def test_the_index_is_the_weighed_mean_and_its_band_that_of_the_rounded_figure() -> None:
    found = instrument_index(SPAK, same(SPAK, 3, 7) | {"pungutan": (8, 3)})
    assert found is not None
    assert found.value == Decimal("2.93") and found.of_hundred == Decimal("73.33")
    assert found.band.letter == "C"
    assert instrument_index(SPAK, same(SPAK, 3) | {"pungutan": (0, 0)}) is None


def test_a_turned_element_and_weights_count_as_the_file_says() -> None:
    given = raw()
    given["elements"][0] |= {"polarity": "negative", "weight": 3}
    one = read_instrument(given, "own.yaml")
    assert one.elements[0].weight == Fraction(3)
    found = instrument_index(one, same(one, 4))
    assert found is not None and found.value == Decimal("2.71"), "(3 x 1 + 4 x 4) / 7"
    assert is_low(one, {"diskriminasi": 4}) and not is_low(one, {"pungutan": 4})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "skm"}, "PermenPANRB 14/2017"),
        ({"scale": {1: {"id": "x"}, 3: {"id": "y"}}}, "scale"),
        ({"least": 1}, "least"),
        ({"elements": []}, "elements"),
        ({"name": {"en": "only English"}}, "name.id"),
        ({"bands": [{"letter": "B", "lowest": 1, "word": {"id": "b"}}] * 2}, "bands"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(CityDataError, match=re.escape(said)):
        read_instrument(raw(**changes), "own.yaml")


def test_a_wrong_file_of_the_citys_own_ends_the_start_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("id: own\nversion: 0\n", "utf-8")
    with pytest.raises(SettingsError, match=r"FEEDBACKBOT_SURVEYS_FOLDER: own\.yaml"):
        check_surveys(test_settings(surveys_folder=str(tmp_path)))


def test_its_form_is_the_one_every_page_shows() -> None:
    form = instrument_form(SPAK)
    assert [one.key for one in form.fields] == [*(element.key for element in SPAK.elements), CONSENT]


async def test_an_answer_counts_once_a_browser_under_a_name_of_its_own_and_never_in_the_index(
    talk: Talk, browser: httpx.AsyncClient
) -> None:
    assert (await send(browser, all_of(SPAK, 4))).status_code == 303
    again = await send(browser, all_of(SPAK, 1))
    assert again.status_code == 303 and "rendah" in again.headers["location"]
    thanks = await browser.get(again.headers["location"])
    assert "lapor.go.id" in thanks.text, "an answer that is an accusation is told where to go, and no more"
    assert len(await rows(talk, instrument_response)) == 1
    assert [row.answer for row in await rows(talk, instrument_answer)] == [1] * 5, "the newest word counts"
    assert (await totals(talk, "disdukcapil")).n == 0


async def test_no_figure_is_shown_before_enough_people_answered(
    talk: Talk, browser: httpx.AsyncClient
) -> None:
    async def answers(first: int, last: int) -> None:
        def work(tx: Transaction) -> None:
            for number in range(first, last):
                given = dict.fromkeys((one.key for one in SPAK.elements), 4)
                answer_instrument(
                    tx, SurveyBallot(unit_id(tx), SPAK, given, f"v{number}", f"t{number}", "web")
                )

        await talk.work(work)

    await answers(0, 29)
    page = (await browser.get(RESULT)).text
    assert "Baru 29 orang" in page and "100,00" not in page
    assert (await browser.get(f"{RESULT}.csv")).status_code == 404
    await answers(29, 30)
    page = (await browser.get(RESULT)).text
    assert "IPAK layanan" in page and "100,00" in page and "bukan indeks kepuasan" in page
    assert ",30,index,100.00,100" in (await browser.get(f"{RESULT}.csv")).text
    result = await talk.work(lambda tx: survey_result(tx, unit_id(tx), SPAK))
    assert result.index is not None and result.index.band.letter == "A"


@pytest.mark.parametrize(
    ("page", "answers", "status"),
    [
        (PAGE, {}, 422),
        (PAGE, {"pungutan": "5"}, 422),
        (PAGE, {"pungutan": "4", CONSENT: ""}, 422),
        (PAGE, {"pungutan": "4", "t": "forged"}, 422),
    ],
)
async def test_a_form_that_cannot_be_used_is_shown_again(
    talk: Talk, browser: httpx.AsyncClient, page: str, answers: dict[str, str], status: int
) -> None:
    sent = await send(browser, answers, page=page)
    assert sent.status_code == status and "Belum terkirim" in sent.text
    assert not await rows(talk, instrument_response)


async def test_a_survey_that_the_unit_does_not_ask_is_not_there(browser: httpx.AsyncClient) -> None:
    for path in ("/n/disdukcapil/survei/spkp", "/hasil/disdukcapil/survei/spkp", "/n/bpbd/survei/spak"):
        assert (await browser.get(path)).status_code == 404


async def test_an_admin_switches_a_survey_on_and_off_and_nobody_else_does(talk: Talk) -> None:
    zul, ani = talk.person("Zulfikar"), talk.person("Ani")
    await zul.types("/mulai")
    person_id = (await zul.contact()).person_id
    await talk.work(lambda tx: add_grant(tx, person_id, Role.SUPERADMIN, None))
    await zul.types("/survei disdukcapil")
    await zul.taps("Mulai SPAK")
    assert "https://kota.go.id/n/disdukcapil/survei/spak" in zul.last
    await zul.taps("Hentikan SPAK")
    assert "Survei Persepsi Anti Korupsi: tidak ditanyakan" in zul.last
    await ani.types("/survei disdukcapil")
    assert "SPAK" not in ani.last
