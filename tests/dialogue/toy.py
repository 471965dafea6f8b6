"""A small conversation that shows every ability of the engine."""

from datetime import timedelta
from typing import Any

from pydantic import BaseModel

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Begin,
    Command,
    Conversation,
    Done,
    Entry,
    Next,
    Nothing,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.contacts import set_language

FRUITS = ("pisang", "mangga", "jambu")
MANY = tuple(f"kota{number}" for number in range(20))


class Order(BaseModel):
    fruit: str = ""
    note: str = ""
    round: int = 0


async def home(chat: Chat[Nothing], argument: str) -> Transition:
    return Next("rumah")


async def ask_home(chat: Chat[Nothing]) -> Message:
    return Message(
        "Rumah",
        (Choice("-", "Pesan buah", opens="pesan"), Choice("9", "Salam", opens="salam")),
        replaces=True,
    )


async def take_home(chat: Chat[Nothing], answer: Answer) -> Transition:
    return Again()


async def start(chat: Chat[Order], argument: str) -> Transition:
    return Next("buah")


async def ask_fruit(chat: Chat[Order]) -> Message:
    return Message(
        "Buah apa?",
        tuple(Choice(fruit, fruit.capitalize()) for fruit in FRUITS),
        below=(Choice("kembali", "Kembali"),),
        replaces=True,
    )


async def take_fruit(chat: Chat[Order], answer: Answer) -> Transition:
    if answer.choice == "kembali":
        return Again("Tidak ada yang sebelumnya")
    chat.data.fruit = answer.choice or ""
    return Next("catatan")


async def ask_note(chat: Chat[Order]) -> Message:
    if chat.data.fruit == "jambu" and chat.data.round:
        raise FeedbackbotError("unit-gone")
    return Message(f"Catatan untuk {chat.data.fruit}?", (Choice("tanpa", "Tanpa catatan"),), replaces=True)


async def take_note(chat: Chat[Order], answer: Answer) -> Transition:
    if answer.text == "tolak":
        await chat.run(set_language, chat.contact.person_id, "en")
        raise FeedbackbotError("unit-gone")
    if answer.text == "rusak":
        raise ZeroDivisionError
    chat.data.note = answer.text
    return Next("kota")


async def ask_city(chat: Chat[Order]) -> Message:
    return Message("Kota mana?", tuple(Choice(city, city.capitalize()) for city in MANY), replaces=True)


async def take_city(chat: Chat[Order], answer: Answer) -> Transition:
    return Next("putaran", "0")


async def ask_round(chat: Chat[Order]) -> Message:
    return Message(
        f"Putaran {chat.data.round}", (Choice("ya", "Ya"), Choice("selesai", "Selesai")), replaces=True
    )


async def take_round(chat: Chat[Order], answer: Answer) -> Transition:
    if answer.choice == "selesai":
        return Next("foto")
    chat.data.round += 1
    return Next("putaran", str(chat.data.round))


async def ask_photo(chat: Chat[Order]) -> Message:
    return Message("Kirim foto atau nomor Anda", asks_contact="Bagikan nomor")


async def take_photo(chat: Chat[Order], answer: Answer) -> Transition:
    return Done(Message(f"Dipesan: {chat.data.fruit}, {answer.phone or answer.kind.value}"))


async def on_abandon(chat: Chat[Order]) -> Message | None:
    return Message(f"Pesanan {chat.data.fruit} disimpan") if chat.data.fruit else None


async def enter(chat: Chat[Order], argument: str) -> Transition:
    if argument in FRUITS:
        chat.data.fruit = argument
        return Next("catatan")
    return Next("buah")


async def greet(chat: Chat[Nothing], argument: str) -> Transition:
    match argument:
        case "lagi":
            chat.say("Salam!")
            return Again()
        case "selesai":
            return Done(Message("Salam dan sampai jumpa"))
        case "rumah":
            return Begin("rumah")
    return Stay(Message(f"Salam {argument}"), notice="halo")


async def circle(chat: Chat[Any], argument: str) -> Transition:
    return Begin("lingkar")


HOME = Conversation("rumah", home, (Step("rumah", ask_home, take_home),), entries=(Entry("rumah", home),))
ORDER = Conversation(
    "pesan",
    start,
    (
        Step("buah", ask_fruit, take_fruit, keys=frozenset({*FRUITS, "kembali"})),
        Step("catatan", ask_note, take_note, CHOICE_OR_TEXT),
        Step("kota", ask_city, take_city),
        Step("putaran", ask_round, take_round),
        Step("foto", ask_photo, take_photo, frozenset({"photo", "contact"})),
    ),
    data=Order,
    version=2,
    commands=(Command("pesan", aliases=("order",)), Command("rahasia", frozenset({"admin"}))),
    entries=(Entry("pesan", enter, by_link=enter), Entry("rahasia", enter, frozenset({"admin"}))),
    timeout=timedelta(hours=2),
    on_abandon=on_abandon,
)
GREETING = Conversation(
    "salam", greet, commands=(Command("salam", keeps_conversation=True),), entries=(Entry("salam", greet),)
)
CIRCLE = Conversation("lingkar", circle, commands=(Command("lingkar", listed=False),))
ALL = (HOME, ORDER, GREETING, CIRCLE)
