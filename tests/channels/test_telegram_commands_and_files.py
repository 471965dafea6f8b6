"""Listing commands and fetching what people sent, against the playground."""

import pytest

from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.commands import list_commands, list_commands_in_chat
from feedbackbot.channels.telegram.reading import read_update
from feedbackbot.channels.telegram.received_files import (
    FileTooLarge,
    FileUnavailable,
    fetch_received_file,
)
from feedbackbot.dialogue.incoming import Received
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person

LISTS = {"id": [("nilai", "Menilai layanan"), ("bantuan", "Bantuan")], "en": [("nilai", "Rate a service")]}


async def listed(city: Playground, name: str, language: str) -> list[str]:
    person = await city.person(name, language_code=language)
    return [entry["description"] for entry in person.profile["commands"]]


async def test_everybody_sees_the_commands_of_their_apps_language(
    client: TelegramClient, city: Playground
) -> None:
    await list_commands(client, LISTS, "id")
    assert await listed(city, "Ani", "id") == ["Menilai layanan", "Bantuan"]
    assert await listed(city, "Bob", "en") == ["Rate a service"]
    assert await listed(city, "Jan", "nl") == ["Menilai layanan", "Bantuan"]


async def test_a_person_with_a_role_sees_more_until_it_is_taken_away(
    client: TelegramClient, ani: Person
) -> None:
    await list_commands(client, LISTS, "id")
    assert await list_commands_in_chat(client, str(ani.id), [("siarkan", "Siaran" + "!" * 300)])
    await ani.waits_until(lambda phone: phone.commands() == ["siarkan"])
    assert await list_commands_in_chat(client, str(ani.id), [])
    await ani.waits_until(lambda phone: phone.commands() == ["nilai", "bantuan"])


async def test_commands_that_telegram_does_not_take_are_no_failure(
    client: TelegramClient, ani: Person
) -> None:
    assert not await list_commands_in_chat(client, "4242", LISTS["id"])


async def received(client: TelegramClient, ani: Person, content: bytes) -> Received:
    await ani.uploads(content, kind="document", name="daftar.csv")
    updates = await client.call("getUpdates", {})
    file = read_update(updates[-1]).file
    assert file is not None
    return file


async def test_a_received_file_is_fetched(client: TelegramClient, ani: Person) -> None:
    file = await received(client, ani, b"nip;nama\n1;Ani")
    assert file.name == "daftar.csv"
    assert await fetch_received_file(client, file.ref) == b"nip;nama\n1;Ani"


async def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_not(
    client: TelegramClient, ani: Person
) -> None:
    file = await received(client, ani, b"x" * 1000)
    assert len(await fetch_received_file(client, file.ref, 1000)) == 1000
    with pytest.raises(FileTooLarge):
        await fetch_received_file(client, file.ref, 999)


async def test_a_file_that_says_it_is_smaller_than_it_is_is_read_no_further_than_the_limit(
    client: TelegramClient, ani: Person
) -> None:
    file = await received(client, ani, b"x" * 1000)
    path = (await client.call("getFile", {"file_id": file.ref}))["file_path"]
    assert len(await client.download(path, 10)) == 11


async def test_a_file_that_is_gone_or_a_server_that_is_away(client: TelegramClient, city: Playground) -> None:
    with pytest.raises(FileUnavailable):
        await fetch_received_file(client, "nonsense")
    await city.breaks(outage=True)
    with pytest.raises(FileUnavailable):
        await fetch_received_file(client, "nonsense")
