"""One statement at a time: agree, disagree, pass."""

from typing import Final

from conversations.forum.entering import RESULT, VOTE, WRITE, next_vote, result_message
from conversations.forum.memory import Forum
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import quoted
from feedbackbot.usecases.forum.take_part import Vote, ballot_for, cast_vote
from feedbackbot.usecases.forum.take_part import VoteOutcome as Outcome
from feedbackbot.usecases.forum.voice import forum_name, voice_of
from feedbackbot.usecases.forum.write_statement import statement_by_id

_VOTES: Final = {"setuju": Vote.AGREE, "tidak": Vote.DISAGREE, "lewati": Vote.PASS}


async def ask_vote(chat: Chat[Forum]) -> Message:
    data = chat.data
    ballot = await chat.run(ballot_for, await chat.run(forum_name, chat.contact.person_id), data.topic)
    statement = await chat.run(statement_by_id, data.statement)
    words = quoted(statement.words) if statement else "–"
    place = chat.t("forum-place", n=min(ballot.seen + 1, ballot.all), of=ballot.all)
    choices = (
        Choice("setuju", chat.t("forum-agree"), means="yes"),
        Choice("tidak", chat.t("forum-disagree"), means="no"),
        Choice("lewati", chat.t("forum-pass"), also=(chat.t("forum-pass-also"),)),
    )
    below = (Choice(WRITE, chat.t("forum-write-own")), Choice(RESULT, chat.t("forum-stop")))
    return Message(f"{place}\n\n{words}", choices, columns=3, below=below, replaces=True)


async def take_vote(chat: Chat[Forum], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == WRITE:
        return Next(WRITE)
    if answer.choice == RESULT:
        return Done(await result_message(chat))
    voice = await chat.run(voice_of, chat.contact.person_id, chat.contact.channel, data.topic)
    outcome = await chat.run(cast_vote, voice, data.topic, data.statement, _VOTES[answer.choice or "lewati"])
    if outcome is Outcome.CLOSED:
        chat.say(chat.t("forum-closed-meanwhile"))
        return Done(await result_message(chat))
    if outcome is Outcome.GONE:
        chat.say(chat.t("forum-statement-gone"))
    return await next_vote(chat)


VOTING_STEPS: Final = (Step(VOTE, ask_vote, take_vote, keys=frozenset({*_VOTES, WRITE, RESULT})),)
