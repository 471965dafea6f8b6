"""The Bot API client: python-telegram-bot's `Bot` carries every call and upload over our HTTP backend.

Calls that happen thousands of times take and give plain JSON (`do_api_request`): building PTB's objects for each would cost
more than the call (`python -m benchmarks.telegram_client`, docs/decisions/0005). What a refusal means is judged in the backend.
"""

import logging
import warnings
from types import TracebackType
from typing import Any, Self

from telegram import Bot, InputFile
from yarl import URL

from feedbackbot.channels.http_exchange import Patience
from feedbackbot.channels.telegram.aiohttp_request import AiohttpRequest
from feedbackbot.channels.telegram.call_errors import Refused
from feedbackbot.delivery.channel import MadeFile

# beside the messages under way: the long poll, taps being acknowledged, downloads
_EXTRA_CONNECTIONS = 16
# PTB recommends its typed methods at each plain call
warnings.filterwarnings("ignore", message=r"Please use 'Bot\.")


class TelegramClient:
    """One bot on one Bot API server. To be used as an async context manager, or with `open` and `close`."""

    def __init__(
        self,
        token: str,
        *,
        api_url: str = "https://api.telegram.org",
        proxy: str = "",
        calls_under_way: int = 128,
        patience: Patience | None = None,
    ) -> None:
        # At DEBUG PTB logs every parameter, and the address with the token.
        logging.getLogger("telegram").setLevel(logging.WARNING)
        api_url = api_url.rstrip("/")
        self._file_root = f"{api_url}/file/bot{token}/"
        self.request = AiohttpRequest(calls_under_way + _EXTRA_CONNECTIONS, proxy, patience)
        self.bot = Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self.request,
            get_updates_request=self.request,
        )

    async def open(self) -> None:
        await self.request.initialize()

    async def close(self) -> None:
        await self.request.shutdown()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def call(self, method: str, parameters: dict[str, Any], answer_within: float | None = None) -> Any:
        """The `result` of a call, as JSON. Raises `NotSent`, `PerhapsSent` or `Refused`. `answer_within` in seconds."""
        return await self.bot.do_api_request(method, parameters, read_timeout=answer_within)

    async def upload(self, method: str, parameters: dict[str, Any], field: str, file: MadeFile) -> Any:
        """As `call`, with a file in `field`."""
        uploaded = InputFile(file.content, _safe_name(file.name))
        uploaded.mimetype = file.mime
        return await self.bot.do_api_request(method, parameters | {field: uploaded})

    async def download(self, file_path: str, limit: int) -> bytes:
        """A file that `getFile` named; at most `limit` + 1 bytes of it. Raises as `call`."""
        status, content = await self.request.get_at_most(URL(self._file_root + file_path), limit)
        if status != 200:
            raise Refused(status, "file not served")
        return content

    async def username(self) -> str:
        """The bot's name without @, for deep links. Raises as `call`."""
        me = await self.call("getMe", {})
        return str(me["username"])


def _safe_name(name: str) -> str:
    """A file name that cannot break the form's header."""
    return "".join(sign for sign in name if sign.isprintable() and sign not in '"\\/') or "file"
