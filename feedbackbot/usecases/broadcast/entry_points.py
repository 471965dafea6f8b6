"""Where the buttons of a broadcast lead: rendered with it, long before they are tapped."""

from typing import Final

from feedbackbot.dialogue.entry_point import EntryPoint

ANSWER: Final = EntryPoint("siaran")
"""An answer of a reader; the argument is "<broadcast>.<place>"."""
MANAGE: Final = EntryPoint("kelola")
"""What an admin does with it; the argument is "<broadcast>.<act>"."""
