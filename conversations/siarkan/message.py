"""What it says: the text with its file, the same in other languages, its answer buttons."""

from typing import Final

from conversations.siarkan.audience import MESSAGE, REVIEW
from conversations.siarkan.guard import for_admins
from conversations.siarkan.memory import BroadcastDraft
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Answer, Next, Step, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.broadcast.preview import Uploaded, draft_of
from feedbackbot.usecases.broadcast.writing import (
    MOST_BUTTONS,
    write_buttons,
    write_message,
    write_translation,
)
from feedbackbot.wording.broadcast.content import message_of

TRANSLATION, BUTTONS = "terjemah", "tombol"
_SKIP, _TYPED = "lewati", "pakai"
_MOST_SHOWN: Final = 600


async def ask_message(chat: Chat[BroadcastDraft]) -> Message:
    if not chat.data.typed:
        return Message(chat.t("broadcast-ask-message"))
    told = f"{chat.t('broadcast-ask-message')}\n\n{chat.t('broadcast-typed')}\n{quoted(beginning(chat.data.typed, _MOST_SHOWN))}"
    return Message(told, (Choice(_TYPED, chat.t("broadcast-use-typed")),))


async def take_message(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    uploaded, size = None, 0
    if answer.file is not None:
        kind = "picture" if answer.kind is Kind.PHOTO else "document"
        uploaded = Uploaded(kind, answer.file.ref, answer.file.name or kind)
        size = answer.file.size
    words = chat.data.typed if answer.choice == _TYPED else _words(chat, answer)
    await chat.run(write_message, chat.data.broadcast_id, chat.contact.person_id, words, uploaded, size)
    if len(answer.files) > 1:
        chat.say(chat.t("broadcast-one-file", n=len(answer.files)))
    chat.data.untranslated = [one for one in chat.catalogue.languages if one != BASE_LANGUAGE]
    return await _next(chat)


def _words(chat: Chat[BroadcastDraft], answer: Answer) -> str:
    """As they were set in the chat app's editor; what cannot be kept of their look is told."""
    if answer.look_lost:
        chat.say(chat.t("broadcast-look-lost"))
    return answer.marked or answer.text


async def ask_translation(chat: Chat[BroadcastDraft]) -> Message:
    name = chat.catalogue.text(chat.data.untranslated[0], "language-name")
    skip = Choice(_SKIP, chat.t("broadcast-no-translation", language=name))
    return Message(chat.t("broadcast-ask-translation", language=name), below=(skip,))


async def take_translation(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    language, *chat.data.untranslated = chat.data.untranslated
    text = _words(chat, answer) if answer.choice is None else None
    await chat.run(write_translation, chat.data.broadcast_id, chat.contact.person_id, language, text)
    return await _next(chat)


async def _next(chat: Chat[BroadcastDraft]) -> Transition:
    """Every other language of the catalogue in turn, then the answer buttons."""
    if chat.data.untranslated:
        return Next(TRANSLATION, part=chat.data.untranslated[0])
    return await _to_review(chat) if chat.data.review else Next(BUTTONS)


async def ask_buttons(chat: Chat[BroadcastDraft]) -> Message:
    return Message(
        chat.t("broadcast-ask-buttons", most=MOST_BUTTONS),
        below=(Choice(_SKIP, chat.t("broadcast-no-buttons")),),
    )


async def take_buttons(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    typed = "" if answer.choice is not None else answer.text
    await chat.run(
        write_buttons, chat.data.broadcast_id, chat.contact.person_id, typed, chat.catalogue.languages
    )
    return await _to_review(chat)


async def _to_review(chat: Chat[BroadcastDraft]) -> Transition:
    await show(chat)
    chat.data.review = True
    return Next(REVIEW)


async def show(chat: Chat[BroadcastDraft]) -> None:
    """The message exactly as it will look, in each language it was written in."""
    draft = await chat.run(draft_of, chat.data.broadcast_id, chat.contact.person_id)
    for language in draft.words:
        chat.say(message_of(draft, chat.catalogue, language))


MESSAGE_STEPS: Final = (
    Step(
        MESSAGE,
        ask_message,
        for_admins(take_message),
        CHOICE_OR_TEXT | {Kind.PHOTO.value, Kind.DOCUMENT.value},
        keys=frozenset({_TYPED}),
    ),
    Step(TRANSLATION, ask_translation, for_admins(take_translation), CHOICE_OR_TEXT, keys=frozenset({_SKIP})),
    Step(BUTTONS, ask_buttons, for_admins(take_buttons), CHOICE_OR_TEXT, keys=frozenset({_SKIP})),
)
