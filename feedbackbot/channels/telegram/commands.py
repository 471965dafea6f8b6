"""The commands that the chat app lists: for everybody by language, and more of them for people with a role."""

from collections.abc import Mapping, Sequence

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.constants import BotCommandLimit
from telegram.error import TelegramError

from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)

Commands = Sequence[tuple[str, str]]
"""(name without slash, description), in the order shown; Telegram lists 100 at most."""


async def list_commands(client: TelegramClient, by_language: Mapping[str, Commands], default: str) -> None:
    """What everybody sees, by the language of their app; those of `default` in all languages that have none.

    Raises `telegram.error.TelegramError`.
    """
    scope = BotCommandScopeAllPrivateChats()
    await client.bot.set_my_commands(_bot_commands(by_language[default]), scope=scope)
    for language, commands in by_language.items():
        await client.bot.set_my_commands(_bot_commands(commands), scope=scope, language_code=language)


async def list_commands_in_chat(client: TelegramClient, address: str, commands: Commands) -> bool:
    """What one person sees, in the language of their choice, whatever the app's language is; no commands: as everybody.

    False if Telegram did not take it; a list that is missing is no reason to fail, all commands work unlisted too.
    """
    scope = BotCommandScopeChat(int(address))
    try:
        if commands:
            return await client.bot.set_my_commands(_bot_commands(commands), scope=scope)
        return await client.bot.delete_my_commands(scope=scope)
    except TelegramError as failure:
        _log.warning("commands not listed in a chat", failure=type(failure).__name__)
        return False


def _bot_commands(commands: Commands) -> list[BotCommand]:
    return [
        BotCommand(name, description[: BotCommandLimit.MAX_DESCRIPTION])
        for name, description in commands[: BotCommandLimit.MAX_COMMAND_NUMBER]
    ]
