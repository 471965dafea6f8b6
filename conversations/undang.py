"""An admin invites to a training: which one, whom, a look at how many, and off it goes."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Answer,
    Command,
    Conversation,
    Done,
    Entry,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.domain.spoken.numbers import whole_number
from feedbackbot.errors import FeedbackbotError
from feedbackbot.usecases.training.browsing import open_trainings, training_by_id
from feedbackbot.usecases.training.inviting import Audience, invite, rank_groups_of_staff, reach_of, read_nips
from feedbackbot.usecases.units.find_unit import UnitRow

_ALL, _UNIT, _RANK, _JP, _LIST, _SEND, _BACK = "semua", "unit", "golongan", "jp", "daftar", "kirim", "kembali"
_MOST_JP: Final = 1_000


class Invitation(UnitChoice):
    """Whom: what is set must hold all together."""

    training_id: int = 0
    unit_id: int | None = None
    unit_name: str = ""
    rank: str | None = None
    below_jp: int | None = None
    nips: tuple[str, ...] = ()

    def audience(self) -> Audience:
        return Audience(self.unit_id, self.rank, self.below_jp, self.nips)


async def start(chat: Chat[Invitation], argument: str) -> Transition:
    """`argument`: nothing, or the training's id (from its overview)."""
    if (training_id := row_id(argument)) is None:
        return Next("pelatihan")
    if await chat.run(training_by_id, training_id) is None:
        raise FeedbackbotError("training-unknown")
    chat.data.training_id = training_id
    return Next("sasaran")


async def ask_training(chat: Chat[Invitation]) -> Message:
    found = await chat.run(open_trainings)
    if not found:
        return Message(chat.t("invite-no-training"), below=(menu_door(chat),))
    choices = tuple(Choice(str(one.id), one.title[:60]) for one in found)
    return Message(chat.t("invite-which-training"), choices, replaces=True)


async def take_training(chat: Chat[Invitation], answer: Answer) -> Transition:
    chat.data.training_id = row_id(answer.choice or "") or 0
    return Next("sasaran")


async def ask_whom(chat: Chat[Invitation]) -> Message:
    training = await chat.run(training_by_id, chat.data.training_id)
    keys = (_UNIT, _RANK, _JP, _LIST, _ALL)
    choices = tuple(Choice(key, chat.t(f"invite-by-{key}")) for key in keys)
    return Message(chat.t("invite-whom", title=training.title if training else ""), choices, replaces=True)


async def take_whom(chat: Chat[Invitation], answer: Answer) -> Transition:
    steps = {_UNIT: SEARCH, _RANK: "golongan", _JP: "jp", _LIST: "daftar_nip", _ALL: "periksa"}
    if answer.choice == _ALL:
        chat.data.unit_id, chat.data.rank, chat.data.below_jp, chat.data.nips = None, None, None, ()
    return Next(steps.get(answer.choice or "", "sasaran"))


async def _unit_chosen(chat: Chat[Invitation], unit: UnitRow, service_id: int | None) -> Transition:
    chat.data.unit_id, chat.data.unit_name = unit.id, unit.name
    return Next("periksa")


async def ask_rank(chat: Chat[Invitation]) -> Message:
    groups = await chat.run(rank_groups_of_staff)
    if not groups:
        return Message(chat.t("invite-no-ranks"), below=(Choice(_BACK, chat.t("back")),), replaces=True)
    choices = tuple(Choice(group, chat.t("invite-rank", group=group)) for group in groups)
    return Message(
        chat.t("invite-which-rank"), choices, below=(Choice(_BACK, chat.t("back")),), columns=2, replaces=True
    )


async def take_rank(chat: Chat[Invitation], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next("sasaran")
    chat.data.rank = answer.choice
    return Next("periksa")


async def ask_jp(chat: Chat[Invitation]) -> Message:
    choices = tuple(Choice(str(jp), chat.t("invite-below", jp=jp)) for jp in (1, 10, 20))
    return Message(chat.t("invite-ask-jp"), choices, replaces=True)


async def take_jp(chat: Chat[Invitation], answer: Answer) -> Transition:
    chat.data.below_jp = whole_number(answer.choice or answer.text, 1, _MOST_JP)
    return Next("periksa")


async def ask_list(chat: Chat[Invitation]) -> Message:
    return Message(chat.t("invite-ask-list"))


async def take_list(chat: Chat[Invitation], answer: Answer) -> Transition:
    chat.data.nips = await chat.run(read_nips, answer.text)
    return Next("periksa")


async def ask_review(chat: Chat[Invitation]) -> Message:
    training = await chat.run(training_by_id, chat.data.training_id)
    reach = await chat.beside(reach_of, chat.data.training_id, chat.data.audience())
    lines = [chat.t("invite-review", title=training.title if training else ""), *_conditions(chat)]
    lines.append(chat.t("invite-reach", people=reach.people, new=reach.new, linked=reach.linked))
    send = (Choice(_SEND, chat.t("invite-send", count=reach.new)),) if reach.new else ()
    more = Choice("lagi", chat.t("invite-narrow"))
    return Message("\n".join(lines), (*send, more), below=(menu_door(chat),), replaces=True)


def _conditions(chat: Chat[Invitation]) -> list[str]:
    data, lines = chat.data, []
    if data.unit_id is not None:
        lines.append(chat.t("invite-condition-unit", unit=data.unit_name))
    if data.rank is not None:
        lines.append(chat.t("invite-condition-rank", group=data.rank))
    if data.below_jp is not None:
        lines.append(chat.t("invite-condition-jp", jp=data.below_jp))
    if data.nips:
        lines.append(chat.t("invite-condition-list", count=len(data.nips)))
    return lines or [chat.t("invite-condition-all")]


async def take_review(chat: Chat[Invitation], answer: Answer) -> Transition:
    if answer.choice != _SEND:
        return Next("sasaran")
    invited = await chat.run(invite, chat.contact.person_id, chat.data.training_id, chat.data.audience())
    overview = Choice(str(chat.data.training_id), chat.t("manage-open"), opens=to.MANAGE_TRAINING)
    return Done(Message(chat.t("invite-sent", count=invited), (overview, menu_door(chat)), replaces=True))


_UNITS: Final = UnitSteps("invite-which-unit", _unit_chosen, with_services=False)
CONVERSATION: Final = Conversation(
    "undang",
    start,
    (
        Step("pelatihan", ask_training, take_training, passing=True),
        Step("sasaran", ask_whom, take_whom),
        *_UNITS.steps,
        Step("golongan", ask_rank, take_rank),
        Step("jp", ask_jp, take_jp, TEXT | {"choice"}, asks_number=True),
        Step("daftar_nip", ask_list, take_list, TEXT),
        Step("periksa", ask_review, take_review),
    ),
    data=Invitation,
    commands=(Command("undang", roles=ADMINS, aliases=("invite",)),),
    entries=(Entry(to.INVITE, start, ADMINS),),
)
