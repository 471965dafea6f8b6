"""A server for a bench, which says nothing where the bot is gone before it has its answer: bots are killed when they have been measured."""

from collections.abc import Awaitable, Callable

from aiohttp import web


def quiet_server(answer: Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]) -> web.Server:
    async def answered(request: web.BaseRequest) -> web.StreamResponse:
        try:
            return await answer(request)
        except ConnectionError:  # while its question was read
            return web.Response(status=499)

    return web.Server(answered, access_log=None)
