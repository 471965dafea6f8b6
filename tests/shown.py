"""What stands in somebody's chat."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from feedbackbot.dialogue.message import Button, Outgoing
from feedbackbot.domain.message_text import plain


@dataclass
class Shown:
    """A message as it stands in somebody's chat; `ref` is how a tap names it."""

    ref: str
    message: Outgoing

    @property
    def text(self) -> str:
        """As it is read, without marks of format."""
        return plain(self.message.text)

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.message.rows for button in row]


def show(chat: list[Shown], message: Outgoing, refs: Iterator[int]) -> None:
    """Add it, or put it in the place of the one that it replaces; `refs`: names for what is new."""
    replaced = None
    if message.replaces_ref:  # most often what came last
        replaced = next((one for one in reversed(chat) if one.ref == message.replaces_ref), None)
    if replaced is not None and message.buttons_only:
        replaced.message = replace(replaced.message, rows=message.rows)
    elif replaced is not None:
        replaced.message = message
    else:
        chat.append(Shown(str(next(refs)), message))
