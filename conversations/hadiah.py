"""Rewards: what an employee may claim and has, and what an admin decides."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.incentives.notices import RewardAsked, RewardDecided, SeasonOver
from feedbackbot.domain.people.roles import ADMINS, EMPLOYEE
from feedbackbot.usecases.incentives.letter import letter_of
from feedbackbot.usecases.incentives.rewards import (
    Claim,
    ClaimState,
    Employee,
    Reward,
    claim,
    claim_by_id,
    claim_to_decide,
    decide,
    my_rewards,
    usable_priority,
    use_priority,
    waiting_claims,
)
from feedbackbot.usecases.incentives.standing import refresh

_ROLES: Final = ADMINS | {EMPLOYEE}
_CODES: Final = {"surat": Reward.LETTER_OF_APPRECIATION, "prioritas": Reward.PRIORITY_FOR_NEXT_TRAINING}
_CODE_OF: Final = {reward: code for code, reward in _CODES.items()}
_USE, _LETTER = "pakai", "cetak"


async def enter(chat: Chat[Nothing], argument: str) -> Transition:
    """`<code>.<season>` claims; `<claim>.beri` or `.tolak` decides; `pakai.<claim>.<training>` and `cetak.<claim>` use what was
    granted; anything else shows the list."""
    first, _, rest = argument.partition(".")
    if first in _CODES:
        return await _claim(chat, _CODES[first], rest)
    if rest in ("beri", "tolak") and row_id(first) is not None:
        return await _decide(chat, int(first), grant=rest == "beri")
    if first == _USE:
        return await _use(chat, rest)
    if first == _LETTER:
        return await _letter(chat, rest)
    return await show(chat, "")


async def show(chat: Chat[Nothing], argument: str) -> Transition:
    """For an admin what waits, for an employee the own; whoever is both gets both."""
    if chat.roles & ADMINS:
        await _say_waiting(chat)
    if EMPLOYEE in chat.roles:
        return Stay(await _own(chat))
    return Stay(None)


async def _say_waiting(chat: Chat[Nothing]) -> None:
    waiting = await chat.run(waiting_claims, chat.contact.person_id)
    if not waiting:
        chat.say(Message(chat.t("reward-none-waiting"), (menu_door(chat),)))
    for one, who in waiting:
        chat.say(_question(chat.t, one, who))


def _question(t: Translate, one: Claim, who: Employee) -> Message:
    """To an admin: who asks for what, and two buttons."""
    text = t(
        "reward-asked",
        name=who.full_name,
        unit=who.unit or "–",
        reward=t(f"reward-{one.reward.value}"),
        points=one.points,
        season=one.season,
    )
    acts = (("beri", "reward-grant"), ("tolak", "reward-refuse"))
    return Message(text, tuple(Choice(f"{one.id}.{act}", t(label), opens=to.REWARDS) for act, label in acts))


async def _own(chat: Chat[Nothing]) -> Message:
    person = chat.contact.person_id
    await chat.run(refresh, person)
    due, claims = await chat.run(my_rewards, person)
    lines = [chat.t("reward-title"), *(_standing(chat, one) for one in claims)]
    if not due and not claims:
        settings = chat.tx.settings
        lines.append(
            chat.t(
                "reward-none-yet",
                priority=settings.reward_priority_points,
                letter=settings.reward_letter_points,
            )
        )
    choices = [
        Choice(
            f"{_CODE_OF[one.reward]}.{one.season.key}",
            chat.t(f"reward-claim-{one.reward.value}", season=one.season.key),
            opens=to.REWARDS,
        )
        for one in due
    ]
    choices += [
        Choice(
            f"{_USE}.{claim_id}.{training}", chat.t("reward-use-priority", training=title), opens=to.REWARDS
        )
        for claim_id, training, title in await chat.run(usable_priority, person)
    ]
    choices += [
        Choice(f"{_LETTER}.{one.id}", chat.t("reward-letter-again", season=one.season), opens=to.REWARDS)
        for one in claims
        if one.letter
    ][:2]
    return Message("\n".join(lines), (*choices, menu_door(chat)))


def _standing(chat: Chat[Nothing], one: Claim) -> str:
    return chat.t(
        "reward-line",
        reward=chat.t(f"reward-{one.reward.value}"),
        season=one.season,
        state=chat.t(f"reward-state-{one.state.value}"),
    )


async def _claim(chat: Chat[Nothing], reward: Reward, season: str) -> Transition:
    await chat.run(claim, chat.contact.person_id, reward, season)
    return Stay(
        Message(chat.t("reward-claimed", reward=chat.t(f"reward-{reward.value}")), (menu_door(chat),))
    )


async def _decide(chat: Chat[Nothing], claim_id: int, *, grant: bool) -> Transition:
    decided = await chat.run(decide, chat.contact.person_id, claim_id, grant=grant)
    granted = decided.state is ClaimState.GRANTED
    return Stay(Message(chat.t("reward-granted" if granted else "reward-refused"), (menu_door(chat),)))


async def _use(chat: Chat[Nothing], rest: str) -> Transition:
    claim_id, _, training = rest.partition(".")
    if row_id(claim_id) is None or row_id(training) is None:
        return await show(chat, "")
    title = await chat.run(use_priority, chat.contact.person_id, int(claim_id), int(training))
    return Stay(Message(chat.t("reward-priority-used", training=title), (menu_door(chat),)))


async def _letter(chat: Chat[Nothing], rest: str) -> Transition:
    _, claims = await chat.run(my_rewards, chat.contact.person_id)
    mine = next((one for one in claims if str(one.id) == rest and one.letter), None)
    if mine is None:
        return await show(chat, "")
    said = chat.t(f"reward-told-{mine.reward.value}", season=mine.season)
    return Stay(Message(said, document=letter_of(mine)))


def say_season_over(_: Transaction, t: Translate, notice: SeasonOver) -> Message:
    """What the season came to, and what may be claimed."""
    lines = [t("season-over", season=notice.season, points=notice.points)]
    if notice.rewards:
        lines.append(t("season-over-rewards", count=notice.rewards))
    ways = (Choice("lihat", t("reward-see"), opens=to.REWARDS),) if notice.rewards else ()
    return Message("\n".join(lines), ways)


def say_asked(tx: Transaction, t: Translate, notice: RewardAsked) -> Message | None:
    """Nothing once somebody has decided."""
    waits = claim_to_decide(tx, notice.claim)
    return _question(t, *waits) if waits is not None else None


def say_decided(tx: Transaction, t: Translate, notice: RewardDecided) -> Message | None:
    """Granted, with the letter where it is one, or refused."""
    decided = claim_by_id(tx, notice.claim)
    if decided is None:
        return None
    if decided.state is ClaimState.REFUSED:
        return Message(
            t("reward-told-refused", reward=t(f"reward-{decided.reward.value}"), season=decided.season)
        )
    letter = letter_of(decided) if decided.letter else None
    return Message(t(f"reward-told-{decided.reward.value}", season=decided.season), document=letter)


CONVERSATION: Final = Conversation(
    "hadiah",
    show,
    commands=(Command("hadiah", roles=_ROLES, aliases=("rewards",), keeps_conversation=True),),
    entries=(Entry(to.REWARDS, enter, _ROLES),),
    notices=(Say(SeasonOver, say_season_over), Say(RewardAsked, say_asked), Say(RewardDecided, say_decided)),
)
