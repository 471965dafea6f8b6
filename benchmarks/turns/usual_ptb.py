"""The rating as it is usually written: PTB's ConversationHandler, default settings, PicklePersistence. `usual_ptb.py API_URL FOLDER`."""

import sys
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    PicklePersistence,
)

from benchmarks.turns.questions import QUESTIONS, Question

Context = ContextTypes.DEFAULT_TYPE


def keyboard(question: Question) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(label, callback_data=f"{question.key}:{place}")]
            for place, label in enumerate(question.labels)
        ]
    )


async def start(update: Update, context: Context) -> int:
    assert update.message is not None
    await update.message.reply_text(QUESTIONS[0].text, reply_markup=keyboard(QUESTIONS[0]))
    return 0


def take(place: int) -> Any:
    async def handle(update: Update, context: Context) -> int:
        query = update.callback_query
        assert query is not None and query.data is not None and context.user_data is not None
        await query.answer()
        context.user_data[QUESTIONS[place].key] = query.data.partition(":")[2]
        if place + 1 == len(QUESTIONS):
            await query.edit_message_text("Terima kasih.")
            return ConversationHandler.END
        following = QUESTIONS[place + 1]
        await query.edit_message_text(following.text, reply_markup=keyboard(following))
        return place + 1

    return handle


def main() -> None:
    api_url, folder = sys.argv[1:3]
    persistence = PicklePersistence(Path(folder) / "usual.pickle")
    application = (
        Application.builder().token("1:PLAYbench").base_url(f"{api_url}/bot").persistence(persistence).build()
    )
    states: dict[object, list[Any]] = {
        place: [CallbackQueryHandler(take(place), pattern=f"^{question.key}:")]
        for place, question in enumerate(QUESTIONS)
    }
    application.add_handler(
        ConversationHandler(
            [CommandHandler("start", start)],
            states,
            [CommandHandler("start", start)],
            name="rating",
            persistent=True,
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
