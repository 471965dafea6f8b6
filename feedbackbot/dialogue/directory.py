"""All conversations, by what leads to them."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from feedbackbot.dialogue.asking_back import ASKED_BACK
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.notices import Speaker
from feedbackbot.dialogue.stopping import STOPPING
from feedbackbot.domain.people.roles import CITIZEN, EMPLOYEE

CANCEL, HELP, START = "batal", "bantuan", "mulai"
# words of the engine itself; everything else belongs to a conversation
RESERVED = {CANCEL: ("cancel",), HELP: ("help", "tolong"), START: ("start", "menu")}


class Directory:
    """Finds the conversation for a command, an entry point, a deep link or a stored state. Raises ValueError where two conversations claim
    the same word."""

    def __init__(self, conversations: Sequence[Conversation], home: str) -> None:
        self.conversations = tuple(conversations)
        self.by_key = {conversation.key: conversation for conversation in conversations}
        if len(self.by_key) != len(conversations):
            raise ValueError("two conversations have the same key")
        self.home = self.by_key[home]
        self.speaker = Speaker(say for conversation in conversations for say in conversation.notices)
        self.by_key |= {one.key: one for one in (STOPPING, ASKED_BACK)}
        listeners = [one for one in conversations if one.listen is not None]
        if len(listeners) > 1:
            raise ValueError("two conversations listen to what nobody claims")
        self.listener = listeners[0] if listeners else None
        self._commands: dict[str, tuple[Conversation, Command]] = {}
        self._entries: dict[str, tuple[Conversation, Entry]] = {}
        self._reserved = {word: name for name, aliases in RESERVED.items() for word in (name, *aliases)}
        for conversation in conversations:
            for command in conversation.commands:
                for word in (command.name, *command.aliases):
                    if word in self._commands or word in self._reserved:
                        raise ValueError(f"/{word} is claimed twice")
                    self._commands[word] = (conversation, command)
            for entry in conversation.entries:
                if entry.point in self._entries:
                    raise ValueError(f"entry point {entry.point!r} is served twice")
                self._entries[entry.point] = (conversation, entry)

    def reserved(self, word: str) -> str | None:
        """The engine's own command that this word means."""
        return self._reserved.get(word)

    def command(self, word: str, roles: frozenset[str]) -> tuple[Conversation, Command] | None:
        """None also for a command that exists, but not for these roles: the answer must not tell."""
        found = self._commands.get(word)
        return found if found and found[1].roles & roles else None

    def entry(self, key: str, roles: frozenset[str]) -> tuple[Conversation, Entry] | None:
        found = self._entries.get(key)
        return found if found and found[1].roles & roles else None

    def commands_for(self, roles: frozenset[str]) -> list[str]:
        """Names listed in the chat app's menu, in the order of the conversations; the engine's own come last."""
        return [*(command.name for command in self._listed(roles)), START, CANCEL, HELP]

    def duties_of(self, role: str) -> list[str]:
        """Names of the listed commands that this role has, those of everybody aside."""
        return [command.name for command in self._listed(frozenset({role})) if CITIZEN not in command.roles]

    def help_for(self, roles: frozenset[str]) -> dict[str, list[str]]:
        """The same names by whom they are for: "duty" (a role was granted for it), "employee", "citizen" (everybody)."""
        groups: dict[str, list[str]] = {"duty": [], EMPLOYEE: [], CITIZEN: []}
        for command in self._listed(roles):
            group = next((one for one in (CITIZEN, EMPLOYEE) if one in command.roles & roles), "duty")
            groups[group].append(command.name)
        groups[CITIZEN] += [START, CANCEL, HELP]
        return {group: names for group, names in groups.items() if names}

    def _listed(self, roles: frozenset[str]) -> Iterator[Command]:
        for conversation in self.conversations:
            for command in conversation.commands:
                if command.listed and command.roles & roles:
                    yield command


def check_served(conversations: Iterable[Conversation], points: Collection[EntryPoint]) -> None:
    """At start: a button that leads nowhere is a mistake of ours. Raises ValueError for a point that nobody serves, or nobody declared."""
    served = {entry.point for one in conversations for entry in one.entries}
    if wrong := served.symmetric_difference(points):
        raise ValueError(f"entry points declared but not served, or served but not declared: {sorted(wrong)}")
