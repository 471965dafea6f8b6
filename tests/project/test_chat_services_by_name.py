"""What stands above the channels knows no chat service: a second one is a folder and a line of wiring."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NAMES = re.compile(r"\bt\.me\b|t\\\.me|wa\.me|telegram\.me|Telegram|WhatsApp")
_MAY = (
    "feedbackbot/channels/",
    "feedbackbot/playground/",
    "feedbackbot/command_line/whatsapp_account.py",
    "feedbackbot/command_line/whatsapp_commands.py",
    "feedbackbot/settings/",
    "feedbackbot/wiring.py",
    # words: the official report is in Indonesian
    "feedbackbot/reports/official/indonesian.py",
    # knows what people type as a web address
    "feedbackbot/domain/message_text.py",
)


def _code(source: str) -> Iterator[tuple[int, str]]:
    """Names and strings without comments and docstrings, with their lines: a comment may say whose limit a number is."""
    fresh = True
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.COMMENT, tokenize.NL):
            continue
        if not (token.type == tokenize.STRING and fresh):
            yield token.start[0], token.string
        fresh = token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)


def test_no_chat_service_is_named_above_the_channels() -> None:
    files = [*(ROOT / "feedbackbot").rglob("*.py"), *(ROOT / "conversations").rglob("*.py"), ROOT / "bot.py"]
    named = [
        f"{place}:{line} {word}"
        for file in files
        if not (place := file.relative_to(ROOT).as_posix()).startswith(_MAY)
        for line, word in _code(file.read_text("utf-8"))
        if _NAMES.search(word)
    ]
    assert named == []
