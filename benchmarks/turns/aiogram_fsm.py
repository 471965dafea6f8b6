"""The rating on aiogram 3's FSM, default settings (memory storage: nothing is durable). `aiogram_fsm.py API_URL`."""

import asyncio
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.turns.questions import QUESTIONS, Question

dispatcher = Dispatcher()


class Rating(StatesGroup):
    asking = State()


def keyboard(question: Question) -> InlineKeyboardMarkup:
    rows = [
        [InlineKeyboardButton(text=label, callback_data=f"{question.key}:{place}")]
        for place, label in enumerate(question.labels)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


@dispatcher.message(CommandStart())
async def start(message: Message, state: FSMContext) -> None:
    await state.set_state(Rating.asking)
    await state.set_data({"place": 0})
    await message.answer(QUESTIONS[0].text, reply_markup=keyboard(QUESTIONS[0]))


@dispatcher.callback_query(Rating.asking, F.data)
async def take(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    data = await state.get_data()
    place = data["place"]
    key, _, value = (query.data or "").partition(":")
    if key != QUESTIONS[place].key or not isinstance(query.message, Message):
        return
    if place + 1 == len(QUESTIONS):
        await state.clear()
        await query.message.edit_text("Terima kasih.")
        return
    await state.update_data({key: value, "place": place + 1})
    following = QUESTIONS[place + 1]
    await query.message.edit_text(following.text, reply_markup=keyboard(following))


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sys.argv[1]))
    await dispatcher.start_polling(Bot("1:PLAYbench", session=session), handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main())
