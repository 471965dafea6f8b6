"""What the one button under a nudge leads to."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.training_words import details_door, invitation_message, summary
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import GoalKind
from feedbackbot.domain.campaigns.notices import Nudge
from feedbackbot.domain.people.roles import EMPLOYEE
from feedbackbot.usecases.campaigns.answer_nudge import nudge_as_sent, open_nudge
from feedbackbot.usecases.campaigns.figures import Figures
from feedbackbot.wording.campaigns.message import nudge_text


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    return Stay(Message(chat.t("nudge-not-yours"), (menu_door(chat),)))


async def enter(chat: Chat[Nothing], argument: str) -> Transition:
    nudge_id = row_id(argument)
    found = await chat.run(open_nudge, chat.contact.person_id, nudge_id) if nudge_id is not None else None
    if found is None:
        return await start(chat, argument)
    goal, training = found
    if training is None:
        others = Choice("buka", chat.t("nudge-button-jp"), opens=to.TRAINING)
        return Stay(Message(chat.t("nudge-jp-way"), (others, menu_door(chat))))
    if goal.kind is GoalKind.ACCEPTED:
        return Stay(invitation_message(chat.t, training))
    if goal.kind is GoalKind.ATTENDED:
        return Stay(Message(summary(chat.t, training), (details_door(chat.t, training.id),)))
    learn = Choice(str(training.id), chat.t(f"nudge-button-{goal.kind.value}"), opens=to.LEARN)
    return Stay(Message(summary(chat.t, training), (learn, menu_door(chat))))


def say_nudge(tx: Transaction, t: Translate, notice: Nudge) -> Message | None:
    """The principle's draft or the admin's own words, with one thing to do."""
    found = nudge_as_sent(tx, notice)
    if found is None:
        return None
    principle, words, figures = found
    return nudge_message(t, principle, words, figures, notice.nudge)


def nudge_message(
    t: Translate, principle: Principle, words: str | None, figures: Figures, nudge_id: int
) -> Message:
    """With one thing to do."""
    button = Choice(str(nudge_id), t(f"nudge-button-{figures.goal.kind.value}"), opens=to.NUDGE)
    return Message(nudge_text(t, principle, words, figures), (button,))


CONVERSATION: Final = Conversation(
    "ajakan",
    start,
    entries=(Entry(to.NUDGE, enter, frozenset({EMPLOYEE})),),
    notices=(Say(Nudge, say_nudge),),
)
