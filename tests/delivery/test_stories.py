"""What is told in several messages within seconds is one turn with one answer."""

from tests.delivery.pipeline import running
from tests.usecase_runner import Desk

STORY = ("saya antre di loket ini", "dari jam 7", "sampai siang", "tidak dipanggil", "petugas ngobrol")


async def test_five_messages_of_a_story_are_one_turn(desk: Desk) -> None:
    async with running(desk) as bot:
        await bot.hears("Ani", *STORY)
        await bot.rests()
        [heard] = await bot.noted()
        assert heard.split("\n") == list(STORY)


async def test_short_answers_are_a_turn_each(desk: Desk) -> None:
    async with running(desk) as bot:
        await bot.hears("Ani", "satu", "dua", "tiga")
        await bot.rests()
        assert await bot.noted() == ["satu", "dua", "tiga"]
