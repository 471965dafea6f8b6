"""One topic as those see it who answer for it: its link, its state, and what can be done now."""

from typing import Any, Final

from conversations.forum_moderasi.announcing import SIZES, broadcast_door, link_message, poster_message
from conversations.forum_moderasi.checking import CHECK, HIDE, TOPIC, check_next
from conversations.forum_moderasi.memory import Steering
from conversations.shared.doors import menu_door, row_id
from conversations.shared.forum_words import topic_choice, topic_result_door, topic_text
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import TEXT, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.usecases.forum.moderate import next_to_moderate
from feedbackbot.usecases.forum.open_topic import steered_topic
from feedbackbot.usecases.forum.read_topic import Stage, Topic, topic_view
from feedbackbot.usecases.forum.steer_topic import close_topic, hide_topic, keep_promise, topics_to_steer

LIST, CLOSE, KEEP, COVER, ANSWER = "daftar", "tutup", "tepati", "tutupi", "jawab"
_LINK, _POSTER, _BACK, _LESSONS, _SURE = "tautan", "poster", "kembali", "pelatihan", "ya"
_AT: Final = {
    Stage.COMING: (_POSTER, CLOSE),
    Stage.OPEN: (_LINK, _POSTER, CLOSE),
    Stage.OVER: (ANSWER,),
    Stage.ANSWERED: (KEEP,),
    Stage.REOPENED: (ANSWER, KEEP),
}
"""What can be done at each stage, beside what can always."""


async def start(chat: Chat[Steering], argument: str) -> Transition:
    return Next(LIST)


async def enter(chat: Chat[Steering], argument: str) -> Transition:
    """A topic's number, with the size of its poster where that is wanted, or "periksa" for the statements that wait."""
    if argument == CHECK:
        return await check_next(chat)
    number, _, size = argument.partition(".")
    chat.data.topic = row_id(number) or 0
    await chat.run(steered_topic, chat.contact.person_id, chat.data.topic)
    if size in SIZES:
        chat.say(await poster_message(chat, size))
    return Next(TOPIC)


async def ask_list(chat: Chat[Steering]) -> Message:
    topics = await chat.run(topics_to_steer, chat.contact.person_id)
    found = await chat.run(next_to_moderate, chat.contact.person_id)
    check = (Choice(CHECK, chat.t("forum-check-all", n=found.left + 1)),) if found else ()
    choices = (*check, *(topic_choice(place, topic) for place, topic in enumerate(topics, 1)))
    key = "forum-steer" if topics else "forum-steer-none"
    return Message(chat.t(key), choices, below=(menu_door(chat),), replaces=True)


async def take_list(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == CHECK:
        chat.data.statement = 0
        return await check_next(chat)
    chat.data.topic = row_id((answer.choice or "").removeprefix("t")) or 0
    return Next(TOPIC)


async def ask_topic(chat: Chat[Steering]) -> Message:
    topic = await chat.run(steered_topic, chat.contact.person_id, chat.data.topic)
    text, stage = await _card(chat, topic), topic.stage(chat.tx.now)
    doing = [Choice(one, chat.t(f"forum-do-{one}")) for one in _AT.get(stage, ())]
    if stage in (Stage.COMING, Stage.OPEN):
        doing += broadcast_door(chat, topic.id)
    if stage is not Stage.HIDDEN:
        doing += [Choice(HIDE, chat.t("forum-do-sembunyi")), Choice(COVER, chat.t("forum-do-tutupi"))]
    if topic.unit_id is not None and stage not in (Stage.COMING, Stage.HIDDEN):
        doing.append(Choice(_LESSONS, chat.t("forum-do-pelatihan")))
    below = (Choice(_BACK, chat.t("back")), menu_door(chat))
    return Message(text, tuple(doing), below=below, replaces=True)


async def _card(chat: Chat[Any], topic: Topic) -> str:
    now, stage = chat.tx.now, topic.stage(chat.tx.now)
    if stage in (Stage.HIDDEN, Stage.COMING):
        key = f"forum-stage-{stage}"
        line = chat.t(key, opens=topic.course.opens_at, until=topic.course.closes_at, due=now)
        return f"{chat.t('forum-card', question=topic.question)}\n\n{line}"
    return topic_text(chat.t, await chat.run(topic_view, topic.id))


async def take_topic(chat: Chat[Steering], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _BACK:
        return Next(LIST)
    if answer.choice == _LINK:
        chat.say(link_message(chat))
        return Next(TOPIC)
    if answer.choice == _POSTER:
        chat.say(await poster_message(chat, SIZES[0]))
        return Next(TOPIC)
    data.answer, data.due, data.unit_id = "", "", 0
    return Next(answer.choice or LIST)


async def ask_close(chat: Chat[Steering]) -> Message:
    """Asked once more: it cannot be opened again."""
    sure = Choice(_SURE, chat.t("forum-close-sure"), tone=Tone.DANGER)
    return Message(chat.t("forum-ask-close"), (sure, Choice(_BACK, chat.t("back"))), replaces=True)


async def take_close(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == _SURE:
        await chat.run(close_topic, chat.contact.person_id, chat.data.topic)
        chat.say(chat.t("forum-closed"))
    return Next(TOPIC)


async def ask_kept(chat: Chat[Steering]) -> Message:
    return Message(chat.t("forum-what-was-done"), below=(Choice(_BACK, chat.t("back")),))


async def take_kept(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(TOPIC)
    await chat.run(keep_promise, chat.contact.person_id, chat.data.topic, answer.text)
    doors = (topic_result_door(chat.t, chat.data.topic), menu_door(chat))
    return Done(Message(chat.t("forum-kept"), doors))


async def ask_cover(chat: Chat[Steering]) -> Message:
    return Message(chat.t("forum-why-hide-topic"), below=(Choice(_BACK, chat.t("back")),))


async def take_cover(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(TOPIC)
    await chat.run(hide_topic, chat.contact.person_id, chat.data.topic, answer.text)
    return Done(Message(chat.t("forum-topic-hidden"), (menu_door(chat),)))


STEERING_STEPS: Final = (
    Step(LIST, ask_list, take_list, passing=True),
    Step(TOPIC, ask_topic, take_topic),
    Step(CLOSE, ask_close, take_close),
    Step(KEEP, ask_kept, take_kept, TEXT),
    Step(COVER, ask_cover, take_cover, TEXT),
)
