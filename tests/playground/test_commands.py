"""What the bot says of itself, and which commands each person sees."""

import pytest
from telegram import Bot, BotCommandScopeAllPrivateChats, BotCommandScopeChat, MenuButtonCommands
from telegram.error import BadRequest

from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person


async def test_the_narrowest_scope_wins_and_within_it_the_language(
    bot: Bot, city: Playground, ani: Person
) -> None:
    john = await city.person("John", language_code="en")
    everybody, ani_only = BotCommandScopeAllPrivateChats(), BotCommandScopeChat(ani.id)
    await bot.set_my_commands([("mulai", "Mulai")])
    assert (ani.commands(), john.commands()) == (["mulai"], ["mulai"])
    await bot.set_my_commands([("nilai", "Nilai")], scope=everybody)
    await bot.set_my_commands([("rate", "Rate")], scope=everybody, language_code="en")
    assert (ani.commands(), john.commands()) == (["nilai"], ["rate"])
    await bot.set_my_commands([("siaran", "Siaran")], scope=ani_only)
    assert (ani.commands(), john.commands()) == (["siaran"], ["rate"])
    await bot.set_my_commands(
        [("broadcast", "Broadcast")], scope=BotCommandScopeChat(john.id), language_code="id"
    )
    assert john.commands() == ["rate"]
    await bot.delete_my_commands(scope=ani_only)
    assert ani.commands() == ["nilai"]
    assert [one.command for one in await bot.get_my_commands(everybody, "en")] == ["rate"]
    assert await bot.get_my_commands(ani_only) == ()


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([("Nilai", "x")], "Bot_command_invalid"),
        ([("a" * 33, "x")], "Bot_command_invalid"),
        ([("nilai", "")], "Bot_command_description_invalid"),
        ([("nilai", "x" * 257)], "Bot_command_description_invalid"),
        ([(f"n{n}", "x") for n in range(101)], "Bot_commands_too_much"),
    ],
)
async def test_wrong_commands_are_refused(bot: Bot, commands: list[tuple[str, str]], words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.set_my_commands(commands)


async def test_commands_for_somebody_unknown_are_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([("x", "x")], scope=BotCommandScopeChat(5))


async def test_names_and_descriptions_by_language(bot: Bot) -> None:
    await bot.set_my_name("Suara Kota")
    await bot.set_my_name("City Voice", language_code="en")
    assert (await bot.get_my_name()).name == "Suara Kota"
    assert (await bot.get_my_name("en")).name == "City Voice"
    assert (await bot.get_me()).first_name == "Suara Kota"
    await bot.set_my_description("Menilai layanan")
    await bot.set_my_short_description("Nilai")
    assert (await bot.get_my_description("ar")).description == "Menilai layanan"
    assert (await bot.get_my_short_description()).short_description == "Nilai"
    with pytest.raises(BadRequest, match="Bot_description_too_long"):
        await bot.set_my_description("x" * 513)


async def test_chats_members_and_the_menu_button(bot: Bot, city: Playground, ani: Person) -> None:
    siti = await city.person("Siti Aminah", username="siti", phone="+62811")
    chat = await bot.get_chat(siti.id)
    assert (chat.first_name, chat.last_name, chat.username, chat.type) == (
        "Siti",
        "Aminah",
        "siti",
        "private",
    )
    assert (await bot.get_chat_member(ani.id, ani.id)).status == "member"
    await ani.blocks()
    assert (await bot.get_chat_member(ani.id, bot.id)).status == "kicked"
    with pytest.raises(BadRequest, match="Member not found"):
        await bot.get_chat_member(ani.id, siti.id)
    await bot.set_chat_menu_button(siti.id, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(siti.id)).type == "commands"
    assert await bot.close()
    assert await bot.log_out()
