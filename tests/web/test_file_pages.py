"""Files behind an address of the city: what is about a person opens once and soon no more, and never after an erasure."""

from collections.abc import AsyncIterator

import httpx
import pytest

from feedbackbot.delivery.channel import MadeFile
from feedbackbot.delivery.file_links import FileLinks
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CALENDAR, CHART, HELD_DATA, RECEIVED
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.usecases.privacy.data_export import held_data_file, held_data_maker
from feedbackbot.usecases.privacy.erase_person import erase_person
from feedbackbot.web.app import create_app
from feedbackbot.web.file_pages import FilePages
from tests.builders import CATALOGUE, test_settings
from tests.usecase_runner import Desk

CITY = "https://nilai.kota.go.id"


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database, settings=test_settings(public_url=f"{CITY}/"))


@pytest.fixture
async def browser(desk: Desk) -> AsyncIterator[httpx.AsyncClient]:
    async def calendar(wanted: Attachment) -> MadeFile:
        return MadeFile(b"BEGIN:VCALENDAR", wanted.name, "text/calendar")

    makers = {CALENDAR: calendar, HELD_DATA: held_data_maker(desk.runtime)}
    app = create_app(FilePages(desk.runtime, CATALOGUE, makers).routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=CITY) as client:
        yield client


async def address(desk: Desk, wanted: Attachment) -> str:
    link = await FileLinks(desk.runtime).link(wanted)
    assert link is not None
    return link.url


async def data_of_ani(desk: Desk) -> tuple[str, int, int]:
    """Address, person, chat."""
    ani, _ = await desk.do(lock_chat, "whatsapp", "ID.aniAbc123")
    url = await address(desk, held_data_file(ani.person_id, desk.clock()))
    return url, ani.person_id, ani.address_id


async def test_a_calendar_opens_at_once_and_again_for_thirty_days(
    desk: Desk, browser: httpx.AsyncClient
) -> None:
    url = await address(desk, Attachment(CALENDAR, {"training": 7}, "pelatihan-7.ics"))
    for _ in range(2):
        got = await browser.get(url)
        assert (got.status_code, got.content) == (200, b"BEGIN:VCALENDAR")
        assert got.headers["content-type"].startswith("text/calendar")
        assert "pelatihan-7.ics" in got.headers["content-disposition"]
    desk.clock.passes(days=31)
    assert (await browser.get(url)).status_code == 404


async def test_what_is_held_about_a_person_is_handed_out_once_by_a_button_and_not_by_a_look(
    desk: Desk, browser: httpx.AsyncClient
) -> None:
    url, _, _ = await data_of_ani(desk)
    for _ in range(2):  # a preview and the person
        page = await browser.get(url)
        assert page.status_code == 200 and "satu kali" in page.text and "ID.ani" not in page.text
    got = await browser.post(url)
    assert got.status_code == 200 and "ID.aniAbc123" in got.text
    assert got.headers["cache-control"] == "no-store"
    assert (await browser.post(url)).status_code == (await browser.get(url)).status_code == 404


@pytest.mark.parametrize("minutes", [61, 24 * 60])
async def test_a_private_address_ends_within_the_hour(
    desk: Desk, browser: httpx.AsyncClient, minutes: int
) -> None:
    url, _, _ = await data_of_ani(desk)
    desk.clock.passes(minutes=minutes)
    assert (await browser.post(url)).status_code == 404


async def test_a_newer_address_of_the_same_makes_the_older_one_void(
    desk: Desk, browser: httpx.AsyncClient
) -> None:
    older, _, _ = await data_of_ani(desk)
    newer, _, _ = await data_of_ani(desk)
    assert (await browser.post(older)).status_code == 404
    assert (await browser.post(newer)).status_code == 200


async def test_the_address_of_somebody_erased_is_dead(desk: Desk, browser: httpx.AsyncClient) -> None:
    url, person, place = await data_of_ani(desk)
    await desk.do(erase_person, person, place)
    got = await browser.post(url)
    assert got.status_code == 404 and "sudah dihapus" in got.text


async def test_nobody_else_makes_an_address(desk: Desk, browser: httpx.AsyncClient) -> None:
    url, _, _ = await data_of_ani(desk)
    head, _, token = url.rpartition("/")
    middle = len(token) // 2
    other = (
        "A" if token[middle] != "A" else "B"
    )  # the last sign may hold bits that say nothing, and any one may be missing
    changed = f"{token[:middle]}{other}{token[middle + 1 :]}"
    for forged in (changed, token[:-4], f"{token}AAAA", "x", "~", "a" * 2_500):
        assert (await browser.post(f"{head}/{forged}")).status_code == 404


@pytest.mark.parametrize(
    "wanted", [Attachment(CHART, {}, "grafik.svg"), Attachment(RECEIVED, {"ref": "of-nobody"}, "a.zip")]
)
async def test_other_files_have_no_address(desk: Desk, wanted: Attachment) -> None:
    assert await FileLinks(desk.runtime).link(wanted) is None


async def test_without_an_address_of_the_city_there_is_none_for_files(database: Database) -> None:
    desk = Desk(database, settings=test_settings(public_url=""))
    assert await FileLinks(desk.runtime).link(Attachment(CALENDAR, {"training": 7}, "a.ics")) is None
