"""`python -m benchmarks.cities.service PORT`: a chat service that takes every token and has nothing to tell: only the bot is weighed."""

import asyncio
import sys

from aiohttp import web

_LONG_POLL_SECONDS = 30
_ANSWERS = {"getMe": {"id": 1, "is_bot": True, "first_name": "Kota", "username": "kota_bot"}}


async def answer(request: web.Request) -> web.Response:
    method = request.match_info["method"]
    if method == "getUpdates":
        await asyncio.sleep(_LONG_POLL_SECONDS)
        return web.json_response({"ok": True, "result": []})
    if method == "getWebhookInfo":
        return web.json_response({"ok": True, "result": {"url": ""}})
    return web.json_response({"ok": True, "result": _ANSWERS.get(method, True)})


def main() -> None:
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", answer)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)


if __name__ == "__main__":
    main()
