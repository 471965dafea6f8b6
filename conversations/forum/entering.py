"""Into the forum: choose a topic, agree that voices are kept, and on to what was wanted."""

from typing import Final

from conversations import entry_points as to
from conversations.forum.memory import Forum
from conversations.shared.consent import consent_question, keep_consent
from conversations.shared.doors import menu_door, row_id
from conversations.shared.forum_words import (
    own_door,
    stage_line,
    topic_choice,
    topic_result_door,
    topic_text,
    vote_door,
    write_door,
)
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.consents import Purpose
from feedbackbot.usecases.forum.read_topic import topic_view
from feedbackbot.usecases.forum.take_part import ballot_for, check_may_vote, topics_for
from feedbackbot.usecases.forum.voice import forum_name, page_link
from feedbackbot.usecases.people.consents import has_consent
from feedbackbot.wording.forum.files import result_picture

TOPICS, CONSENT, VOTE, WRITE, OWN = "topik", "izin", "suara", "tulis", "milik"
RESULT: Final = "hasil"


async def start(chat: Chat[Forum], argument: str) -> Transition:
    open_now, over = await chat.run(topics_for, chat.contact.person_id)
    if not open_now and not over:
        report = Choice("baru", chat.t("menu-report"), opens=to.REPORT_CASE)
        return Done(Message(chat.t("forum-none"), (report, menu_door(chat))))
    return Next(TOPICS)


async def ask_topic(chat: Chat[Forum]) -> Message:
    open_now, over = await chat.run(topics_for, chat.contact.person_id)
    choices = [topic_choice(place, topic) for place, topic in enumerate(open_now, 1)]
    choices += [topic_choice(place, topic, "📊 ") for place, topic in enumerate(over, len(choices) + 1)]
    own = Choice(OWN, chat.t("forum-to-own"))
    key = "forum-choose" if open_now else "forum-only-over"
    return Message(chat.t(key), tuple(choices), below=(own, menu_door(chat)), replaces=True)


async def take_topic(chat: Chat[Forum], answer: Answer) -> Transition:
    chat.data.topic, chat.data.wanted = 0, ""
    if answer.choice == OWN:
        return Next(OWN)
    chat.data.topic = row_id((answer.choice or "").removeprefix("t")) or 0
    return await go_on(chat)


async def enter(chat: Chat[Forum], argument: str) -> Transition:
    """`<topic>`, `<topic>.hasil`, `<topic>.tulis` or `<topic>.milik`; by a link the topic alone. Anything else: the list."""
    topic, _, wanted = argument.partition(".")
    chat.data.topic, chat.data.wanted = row_id(topic) or 0, wanted if wanted in (RESULT, WRITE, OWN) else ""
    if not chat.data.topic:
        return await start(chat, "")
    return await go_on(chat)


async def go_on(chat: Chat[Forum]) -> Transition:
    """To what was wanted of the topic, over the consent where it is not given yet."""
    data, person_id = chat.data, chat.contact.person_id
    topic = await chat.run(check_may_vote, person_id, data.topic)
    if data.wanted == OWN:
        return Next(OWN)
    if data.wanted == RESULT or not topic.course.takes_votes(chat.tx.now):
        return Done(await result_message(chat))
    if not await chat.run(has_consent, person_id, Purpose.FORUM):
        return Next(CONSENT)
    if data.wanted == WRITE:
        return Next(WRITE)
    return await next_vote(chat)


async def next_vote(chat: Chat[Forum]) -> Transition:
    """The next statement; the end where all were seen."""
    data = chat.data
    ballot = await chat.run(ballot_for, await chat.run(forum_name, chat.contact.person_id), data.topic)
    if ballot.statement is None:
        key = "forum-all-seen" if ballot.all else "forum-no-statements"
        t, topic = chat.t, data.topic
        doors = (write_door(t, topic), topic_result_door(t, topic), own_door(t, topic), menu_door(chat))
        return Done(Message(chat.t(key, n=ballot.all), doors, replaces=True))
    data.statement = ballot.statement.id
    return Next(VOTE, str(data.statement))


async def result_message(chat: Chat[Forum]) -> Message:
    view = await chat.run(topic_view, chat.data.topic)
    base = chat.tx.settings.public_url.rstrip("/")
    address = f"{base}/forum/{view.topic.id}" if base else ""
    doors = [menu_door(chat)]
    if view.topic.course.takes_votes(chat.tx.now):
        page = await chat.run(page_link, chat.contact.person_id, view.topic.id)
        on_web = [Choice("web", chat.t("forum-on-web"), url=page)] if page else []
        doors = [vote_door(chat.t, view.topic.id), *on_web, *doors]
    picture = result_picture(view, chat.contact.language)
    return Message(topic_text(chat.t, view, address), tuple(doors), picture=picture)


async def ask_consent(chat: Chat[Forum]) -> Message:
    view = await chat.run(topic_view, chat.data.topic)
    text = chat.t("consent-forum", question=view.topic.question, stage=stage_line(chat.t, view))
    return consent_question(chat, text)


async def take_consent(chat: Chat[Forum], answer: Answer) -> Transition:
    refused = await keep_consent(chat, answer, Purpose.FORUM, "forum-consent-refused")
    return refused or await go_on(chat)


ENTERING_STEPS: Final = (
    Step(TOPICS, ask_topic, take_topic, passing=True),
    Step(CONSENT, ask_consent, take_consent, keys=frozenset({"setuju", "tidak"})),
)
