"""The peer: python-telegram-bot with its own `AIORateLimiter`, a handler for citizens, and all recipients gathered.

`python -m benchmarks.broadcast.ptb_limiter <url> <readers>`
"""

import asyncio
import contextlib
import sys

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, Application, CommandHandler, ContextTypes


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_chat is not None
    await context.bot.send_message(update.effective_chat.id, "Halo, silakan pilih.")


async def broadcast(bot: Bot, readers: int) -> None:
    async def one(chat: int) -> None:
        with contextlib.suppress(TelegramError):
            await bot.send_message(chat, "Pemadaman listrik besok pukul 09.00 sampai 12.00.")

    await asyncio.gather(*(one(chat) for chat in range(1, readers + 1)))


async def main(url: str, readers: int) -> None:
    application = (
        Application.builder()
        .token("1:PLAYbench")
        .base_url(f"{url}/bot")
        .rate_limiter(AIORateLimiter(max_retries=5))
        .concurrent_updates(True)
        .build()
    )
    application.add_handler(CommandHandler("mulai", answer))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(timeout=5)
        await broadcast(application.bot, readers)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
