"""The inspectorate reads tips, answers whoever sent them, and closes them: nobody else has this desk."""

from typing import Final

from pydantic import BaseModel

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.tip_words import tip_head, tip_lines
from conversations.shared.writing import say_files
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Entry,
    Hear,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.cases.notices import TipTold
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.domain.people.roles import Role
from feedbackbot.usecases.cases.referrals import referrals
from feedbackbot.usecases.cases.tips import (
    TipAction,
    TipRow,
    TipState,
    inspector_view,
    tip_steps,
    tips_on_desk,
)
from feedbackbot.usecases.cases.what_is_told import tip_now

_LIST, _TIP, _WRITE, _SURE = "daftar", "satu", "tulis", "balas"
_BACK, _OTHERS, _FILES, _ELSE = "kembali", "lain", "berkas", "hal_lain"
_ROLES: Final = frozenset({Role.INSPECTOR.value})
_ON_A_PAGE: Final = 12
_MOST_SHOWN: Final = 900
_DOINGS: Final = (TipAction.READ, TipAction.ANSWER, TipAction.NOTE, TipAction.CLOSE)


class TipDesk(BaseModel):
    """`closed`: which list is shown. `draft`: words that wait for being told what they are."""

    closed: bool = False
    tip_id: int = 0
    doing: TipAction = TipAction.ANSWER
    draft: str = ""


async def start(chat: Chat[TipDesk], argument: str) -> Transition:
    return Next(_LIST)


async def enter(chat: Chat[TipDesk], argument: str) -> Transition:
    """A tip by its id; anything else is the list."""
    tip_id = row_id(argument)
    if tip_id is None:
        return Next(_LIST)
    await chat.run(inspector_view, chat.contact.person_id, tip_id)
    chat.data.tip_id = tip_id
    return Next(_TIP)


async def ask_list(chat: Chat[TipDesk]) -> Message:
    closed = chat.data.closed
    rows = await chat.run(tips_on_desk, chat.contact.person_id, closed=closed)
    choices = tuple(Choice(str(row.id), _listed(chat, row), short=row.code) for row in rows[:_ON_A_PAGE])
    head = chat.t("tips-closed" if closed else "tips-open", n=len(rows))
    others = Choice(_OTHERS, chat.t("tips-to-open" if closed else "tips-to-closed"))
    return Message(head, choices, below=(others, menu_door(chat)), replaces=True)


def _listed(chat: Chat[TipDesk], row: TipRow) -> str:
    mark = "🆕 " if row.state is TipState.NEW else ""
    return f"{mark}{row.code} · {chat.t(f'tip-kind-{row.kind}')}"


async def take_list(chat: Chat[TipDesk], answer: Answer) -> Transition:
    if answer.choice == _OTHERS:
        chat.data.closed = not chat.data.closed
        return Next(_LIST)
    chat.data.tip_id = row_id(answer.choice or "") or 0
    return Next(_TIP)


async def ask_tip(chat: Chat[TipDesk]) -> Message:
    view = await chat.run(inspector_view, chat.contact.person_id, chat.data.tip_id)
    lines = [*tip_head(chat, view), "", *tip_lines(chat, view, sender=False)]
    choices: list[Choice] = []
    if view.row.state is not TipState.CLOSED:
        doings = [one for one in _DOINGS if one is not TipAction.READ or view.row.state is TipState.NEW]
        choices = [Choice(one.value, chat.t(f"tip-do-{one}")) for one in doings]
    if view.files:
        choices.append(Choice(_FILES, chat.t("case-do-files", n=len(view.files))))
    below = (Choice(_BACK, chat.t("back")),)
    return Message("\n".join(lines), tuple(choices), columns=2, below=below, replaces=True)


async def take_tip(chat: Chat[TipDesk], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(_LIST)
    if answer.choice == _FILES:
        view = await chat.run(inspector_view, chat.contact.person_id, chat.data.tip_id)
        say_files(chat, view.row.code, view.files)
        return Again()
    if answer.choice is None:
        return await _written(chat, answer)
    doing = TipAction(answer.choice or "")
    if doing is TipAction.READ:
        await chat.run(tip_steps, chat.contact.person_id, chat.data.tip_id, doing)
        return Again(chat.t("tip-did-read"))
    chat.data.doing = doing
    return Next(_WRITE, doing.value)


async def _written(chat: Chat[TipDesk], answer: Answer) -> Transition:
    view = await chat.run(inspector_view, chat.contact.person_id, chat.data.tip_id)
    if view.row.state is TipState.CLOSED:
        return Again(chat.t("case-nothing-sent"))
    chat.data.draft = answer.text
    return Next(_SURE)


async def ask_sure(chat: Chat[TipDesk]) -> Message:
    """Words at an open tip are for its sender or for the file; which, nobody guesses."""
    question = f"{chat.t('tip-written-what')}\n\n{quoted(beginning(chat.data.draft, _MOST_SHOWN))}"
    choices = (
        Choice(TipAction.ANSWER.value, chat.t("tip-written-answer"), means="yes"),
        Choice(TipAction.NOTE.value, chat.t("tip-do-note")),
        Choice(_ELSE, chat.t("open-something-else"), means="else"),
    )
    return Message(question, choices, below=(Choice(_BACK, chat.t("back"), means="back no"),))


async def take_sure(chat: Chat[TipDesk], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice is None:
        data.draft = answer.text
        return Again()
    draft, data.draft = data.draft, ""
    if answer.choice == _BACK:
        return Next(_TIP)
    if answer.choice == _ELSE:
        return Hear(Answer(Kind.TEXT, text=draft))
    data.doing = TipAction(answer.choice)
    return await _keep(chat, draft)


async def ask_write(chat: Chat[TipDesk]) -> Message:
    """Who closes it because it is another's names that one by a tap."""
    choices: tuple[Choice, ...] = ()
    if chat.data.doing is TipAction.CLOSE:
        found = await chat.run(referrals)
        choices = tuple(Choice(one.key, one.agency, short=one.short) for one in found if one.integrity)
    below = (Choice(_BACK, chat.t("back")),)
    return Message(chat.t(f"tip-write-{chat.data.doing}"), choices, below=below, replaces=True)


async def take_write(chat: Chat[TipDesk], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(_TIP)
    words = answer.text
    if answer.choice is not None:
        one = next(one for one in await chat.run(referrals) if one.key == answer.choice)
        words = "\n".join(filter(None, (chat.t("tip-referred", agency=one.agency), one.contact)))
    return await _keep(chat, words)


async def _keep(chat: Chat[TipDesk], words: str) -> Transition:
    data = chat.data
    await chat.run(tip_steps, chat.contact.person_id, data.tip_id, data.doing, words)
    chat.say(chat.t(f"tip-did-{data.doing}"))
    return Next(_TIP)


def say_tip(tx: Transaction, t: Translate, notice: TipTold) -> Message | None:
    """The code alone: what was told is not read over a shoulder."""
    row = tip_now(tx, notice)
    if row is None:
        return None
    see = Choice(str(row.id), t("tip-open"), opens=to.TIPS)
    return Message(t(f"tip-told-{notice.what}", code=row.code), (see,), about=row.code)


_TIP_KEYS: Final = frozenset({*(one.value for one in TipAction), _BACK, _FILES})
_SURE_KEYS: Final = frozenset({TipAction.ANSWER.value, TipAction.NOTE.value, _ELSE, _BACK})
CONVERSATION: Final = Conversation(
    "inspektorat",
    start,
    (
        Step(_LIST, ask_list, take_list, passing=True),
        Step(_TIP, ask_tip, take_tip, CHOICE_OR_TEXT, keys=_TIP_KEYS, places=True),
        Step(_SURE, ask_sure, take_sure, CHOICE_OR_TEXT, keys=_SURE_KEYS, places=True),
        Step(_WRITE, ask_write, take_write, CHOICE_OR_TEXT, places=False),
    ),
    data=TipDesk,
    commands=(Command("inspektorat", roles=_ROLES, aliases=("inspectorate",)),),
    entries=(Entry(to.TIPS, enter, roles=_ROLES),),
    notices=(Say(TipTold, say_tip),),
)
