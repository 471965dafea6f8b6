"""Files given to a command are read as those sent in a chat are: in a process of its own, with bounds."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from feedbackbot.domain.message_text import plain
from feedbackbot.errors import FeedbackbotError, SettingsError
from feedbackbot.i18n import load_catalogue
from feedbackbot.reports.render_process import FOREIGN_FILE, RenderFailed, RenderProcess

P = ParamSpec("P")
T = TypeVar("T")


async def read_apart(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `function` returns. Raises SettingsError with one line for what it refuses, or what is too heavy."""
    process = RenderProcess()
    try:
        return await process.bounded(FOREIGN_FILE, function, *args, **kwargs)
    except FeedbackbotError as wrong:
        raise SettingsError(plain(load_catalogue().text("id", wrong.key, **wrong.args_))) from None
    except RenderFailed:
        raise SettingsError(plain(load_catalogue().text("id", "import-too-heavy"))) from None
    finally:
        await process.close()
