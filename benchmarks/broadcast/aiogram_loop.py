"""The peer: a plain aiogram loop that sends side by side and keeps nothing. `python -m benchmarks.broadcast.aiogram_loop <url> <readers>`

Prints seconds and CPU seconds.
"""

import asyncio
import sys
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

SIDE_BY_SIDE = 64


async def main(url: str, readers: int) -> None:
    bot = Bot("1:PLAYbench", session=AiohttpSession(api=TelegramAPIServer.from_base(url), limit=SIDE_BY_SIDE))
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(chat: int) -> None:
        async with places:
            await bot.send_message(chat, "Pemadaman listrik besok pukul 09.00 sampai 12.00.")

    began, spent = time.monotonic(), time.process_time()
    await asyncio.gather(*(one(chat) for chat in range(1, readers + 1)))
    sys.stdout.write(f"{time.monotonic() - began} {time.process_time() - spent}\n")
    await bot.session.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
