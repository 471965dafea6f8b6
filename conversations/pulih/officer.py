"""A low score as the officer on duty sees it."""

from typing import Final

from conversations import entry_points as to
from conversations.pulih.memory import Recovery
from conversations.shared.case_words import timeline_of
from conversations.shared.doors import menu_door, row_id
from conversations.shared.draft import begin_draft
from conversations.shared.writing import SEND, WORDS_AND_FILES, ask_words, say_files, take_file
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Begin, Done, Next, Stay, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import quoted
from feedbackbot.usecases.cases.relay import low_scores_waiting, officer_view, officer_writes, settle

ALERT, WRITE, OFFICER_REPLY = "alarm", "tulis", "balas"
_BACK, _SETTLE, _FILES = "kembali", "selesai", "berkas"


async def start(chat: Chat[Recovery], argument: str) -> Transition:
    return Begin("menu")


async def enter(chat: Chat[Recovery], argument: str) -> Transition:
    """From the alert: its id; anything else lists what waits."""
    alert_id = row_id(argument)
    if alert_id is None:
        return Stay(await _waiting(chat))
    await chat.run(officer_view, chat.contact.person_id, alert_id)
    chat.data.alert_id = alert_id
    return Next(ALERT)


async def _waiting(chat: Chat[Recovery]) -> Message:
    found = await chat.run(low_scores_waiting, chat.contact.person_id)
    choices = []
    for one in found:
        elements = ", ".join(chat.t(f"element-{element}") for element in one.elements)
        label = chat.t("recovery-listed", at=one.at, elements=elements)
        choices.append(Choice(str(one.id), label, opens=to.LOW_SCORE))
    title = chat.t("recovery-waiting", n=len(found))
    return Message(title, tuple(choices), below=(menu_door(chat),), replaces=True)


async def ask_alert(chat: Chat[Recovery]) -> Message:
    view = await chat.run(officer_view, chat.contact.person_id, chat.data.alert_id)
    elements = ", ".join(chat.t(f"element-{element}") for element in view.alert.elements)
    lines = [chat.t("recovery-alert", unit=view.unit, elements=elements, ikm=view.alert.ikm)]
    if view.service:
        lines.append(chat.t("recovery-service", service=view.service))
    if view.comment:
        lines.append(quoted(view.comment))
    lines += await timeline_of(chat, view.timeline, citizen=False)
    if view.alert.settled_at is not None:
        lines.append(chat.t("recovery-is-settled"))
    elif not view.may_write:
        lines.append(chat.t("recovery-not-agreed"))
    for element, answer in view.second.items():
        lines.append(
            chat.t(
                "recovery-second",
                element=chat.t(f"element-{element}"),
                answer=chat.t(f"scale-{element}-{answer}"),
            )
        )
    choices = [Choice(WRITE, chat.t("recovery-reply"))] if view.may_write else []
    if any(entry.files for entry in view.timeline):
        choices.append(
            Choice(_FILES, chat.t("case-do-files", n=sum(len(one.files) for one in view.timeline)))
        )
    if view.alert.settled_at is None:
        choices.append(Choice(_SETTLE, chat.t("recovery-settle")))
    return Message("\n\n".join(lines), tuple(choices), below=(menu_door(chat),), replaces=True)


async def take_alert(chat: Chat[Recovery], answer: Answer) -> Transition:
    person, alert_id = chat.contact.person_id, chat.data.alert_id
    if answer.choice == WRITE:
        chat.data.files = []
        return Next(WRITE)
    if answer.choice is None:
        return await _written(chat, answer)
    if answer.choice == _FILES:
        view = await chat.run(officer_view, person, alert_id)
        say_files(chat, view.unit, [file for entry in view.timeline for file in entry.files])
        return Again()
    await chat.run(settle, person, alert_id)
    return Done(Message(chat.t("recovery-settled"), (menu_door(chat),), replaces=True))


async def _written(chat: Chat[Recovery], answer: Answer) -> Transition:
    """Words at an open alert are most likely for its citizen, which is asked."""
    if not (await chat.run(officer_view, chat.contact.person_id, chat.data.alert_id)).may_write:
        return Again(chat.t("case-nothing-sent"))
    return begin_draft(chat, chat.data, answer, Next(OFFICER_REPLY))


async def ask_write(chat: Chat[Recovery]) -> Message:
    return ask_words(chat, chat.data, chat.t("recovery-write"), Choice(_BACK, chat.t("back")))


async def take_write(chat: Chat[Recovery], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _BACK:
        return Next(ALERT)
    if refused := take_file(chat, data, answer):
        return Again(refused)
    if answer.file is not None and not answer.text:
        return Again()
    words = "" if answer.choice == SEND else answer.text
    await chat.run(officer_writes, chat.contact.person_id, data.alert_id, words, data.kept())
    data.files = []
    chat.say(chat.t("recovery-written"))
    return Next(ALERT)


OFFICER_STEPS: Final = (
    Step(ALERT, ask_alert, take_alert, WORDS_AND_FILES, places=True),
    Step(WRITE, ask_write, take_write, WORDS_AND_FILES),
)
