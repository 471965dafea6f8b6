"""What people do with their account: block the bot, come back, read, leave."""

from typing import Any, TypeAlias

from feedbackbot.playground.state import World
from feedbackbot.playground.users import Resident

Json: TypeAlias = dict[str, Any]


def block(world: World, resident: Resident) -> Json:
    """She blocks the bot."""
    return _set_blocked(world, resident, True)


def unblock(world: World, resident: Resident) -> Json:
    """She lets the bot write again."""
    return _set_blocked(world, resident, False)


def _set_blocked(world: World, resident: Resident, blocked: bool) -> Json:
    if resident.blocked != blocked:
        resident.blocked = blocked
        member = {"status": "member", "user": world.bot.user}
        kicked = {"status": "kicked", "user": world.bot.user, "until_date": 0}
        change: Json = {
            "chat": resident.chat,
            "from": resident.user,
            "date": world.now(),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        world.updates.add("my_chat_member", resident.id, change)
        world.events.emit("person", resident.id, profile=resident.profile())
    return resident.profile()


def deactivate(world: World, resident: Resident) -> Json:
    """She deletes her account."""
    resident.deactivated = True
    world.events.emit("person", resident.id, profile=resident.profile())
    return resident.profile()


def read(world: World, resident: Resident) -> Json:
    """She has looked at her chat."""
    if resident.unread:
        resident.unread = 0
        world.events.emit("person", resident.id, profile=resident.profile())
    return resident.profile()
