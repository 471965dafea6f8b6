"""After the ninth answer: thanks with the unit's index; then, for whoever likes to, a word and the profile."""

from typing import Final

from conversations import entry_points as to
from conversations.nilai.memory import Rating
from conversations.shared.doors import menu_door, result_door
from conversations.shared.form_choices import field_choices
from conversations.shared.survey_words import other_surveys
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.forms.form import Field
from feedbackbot.domain.survey.rating_form import PAGE_PROFILE, RATING_FORM
from feedbackbot.usecases.cases.alert_officer import AlertRow, alert_if_low, name_of_alert, pass_on_comment
from feedbackbot.usecases.survey.rate_unit import (
    LONGEST_COMMENT,
    begin_rating,
    came_by,
    comment_on_rating,
    submit_rating,
)
from feedbackbot.usecases.survey.show_result import present_result
from feedbackbot.usecases.survey.survey_profile import answer_profile, profile_was_asked
from feedbackbot.usecases.visits.receipts import use_receipt

COMMENT: Final = "komentar"
SKIP, SKIP_ALL = "lewati", "lewati_semua"
_PROFILE: Final = RATING_FORM.on_page(PAGE_PROFILE)


async def after_ninth(chat: Chat[Rating]) -> Transition:
    """The rating counts from here on: nobody has to tap once more for that."""
    data, person = chat.data, chat.contact.person_id
    submitted = await chat.run(submit_rating, person, data.response_id)
    if submitted is None:  # the row has lost what this chat remembers: keep all nine anew
        data.response_id = await chat.run(
            begin_rating,
            person,
            data.unit_id,
            data.service_id,
            chat.contact.channel,
            data.visit_until_counted,
            data.answers,
        )
        submitted = await chat.run(submit_rating, person, data.response_id)
        if submitted is None:
            raise RuntimeError("a rating with nine answers does not count")
    await _use_receipt(chat, submitted.response_id)
    data.response_id, data.counts = submitted.response_id, True
    data.profile_asked = submitted.profile_asked
    chat.say(await thanks(chat, "rating-thanks"))
    await _offer_help(chat, await chat.run(alert_if_low, chat.data.response_id))
    return Next(COMMENT)


async def _use_receipt(chat: Chat[Rating], counted_id: int) -> None:
    """One rating of a receipt counts as the receipt's: where somebody else was quicker this one came by the counter alone."""
    data = chat.data
    used = bool(data.receipt) and await chat.run(use_receipt, data.receipt)
    if used and counted_id == data.response_id:
        await chat.run(came_by, counted_id, data.visit)
    data.receipt = ""


async def finished_form(chat: Chat[Rating], *, changed: bool) -> Transition:
    """After a form with all nine answers: there is nothing more to ask."""
    response_id = chat.data.response_id
    alert = await chat.run(alert_if_low, response_id)
    chat.say(await thanks(chat, "rating-changed" if changed else "rating-thanks"))
    alert = await chat.run(pass_on_comment, response_id) or alert
    await _offer_help(chat, alert)
    return Done()


async def _offer_help(chat: Chat[Rating], alert: AlertRow | None) -> None:
    """A low score is told to the officer on duty in this very turn; the citizen may be asked, or make a report."""
    if alert is None:
        return
    may_ask = Choice(
        await chat.run(name_of_alert, alert.id), chat.t("recovery-agree"), opens=to.AGREE_TO_TALK
    )
    report = Choice(f"{alert.unit_id}.{alert.elements[0]}", chat.t("to-report"), opens=to.REPORT_CASE)
    chat.say(Message(chat.t("recovery-offer"), (may_ask, report)))


async def thanks(chat: Chat[Rating], key: str) -> Message:
    """With the unit's present index, or honest words while there are too few ratings for one."""
    unit_id, unit = chat.data.unit_id, chat.data.unit_name
    result = await chat.run(present_result, unit_id)
    if result.index is None:
        standing = chat.t("result-too-few", n=result.n, wanted=result.wanted)
    else:
        standing = chat.t(
            "rating-standing",
            ikm=result.index.ikm,
            grade=chat.t(f"grade-{result.index.grade.value.lower()}"),
            n=result.n,
        )
    change = Choice(str(unit_id), chat.t("rating-change"), opens=to.CHANGE_RATING)
    return Message(
        f"{chat.t(key, unit=unit)}\n\n{standing}",
        (result_door(chat, unit_id), change, menu_door(chat)),
        replaces=True,
    )


async def ask_comment(chat: Chat[Rating]) -> Message:
    return Message(
        chat.t("rating-comment", unit=chat.data.unit_name),
        below=(Choice(SKIP, chat.t("skip")),),
        replaces=True,
    )


async def take_comment(chat: Chat[Rating], answer: Answer) -> Transition:
    if answer.choice is None:
        await chat.run(comment_on_rating, chat.data.response_id, answer.text)
        alert = await chat.run(pass_on_comment, chat.data.response_id)
        too_long = len(answer.text) > LONGEST_COMMENT
        chat.say(chat.t("rating-comment-cut" if too_long else "rating-comment-kept", most=LONGEST_COMMENT))
        await _offer_help(chat, alert)
    if chat.data.profile_asked:
        return await _closed(chat)
    await chat.run(profile_was_asked, chat.contact.person_id)
    chat.data.profile_asked = True
    return Next(_PROFILE[0].key)


def _profile_step(place: int, question: Field) -> Step:
    async def ask(chat: Chat[Rating]) -> Message:
        return Message(
            chat.t(
                "rating-profile",
                progress=f"{place + 1}/{len(_PROFILE)}",
                question=chat.t(question.question.key),
            ),
            field_choices(question, chat.catalogue, chat.contact.language),
            columns=2,
            below=(Choice(SKIP, chat.t("skip")), Choice(SKIP_ALL, chat.t("skip-all"))),
            replaces=True,
        )

    async def take(chat: Chat[Rating], answer: Answer) -> Transition:
        option = answer.choice or SKIP
        if question.option(option) is not None:
            await chat.run(
                answer_profile, chat.contact.person_id, chat.data.response_id, question.key, option
            )
        if option == SKIP_ALL or place + 1 == len(_PROFILE):
            return await _closed(chat)
        return Next(_PROFILE[place + 1].key)

    return Step(
        question.key, ask, take, keys=frozenset({*(one.key for one in question.options), SKIP, SKIP_ALL})
    )


async def _closed(chat: Chat[Rating]) -> Transition:
    doors = (
        *await other_surveys(chat, chat.data.unit_id),
        result_door(chat, chat.data.unit_id),
        menu_door(chat),
    )
    return Done(Message(chat.t("rating-closed"), doors, replaces=True))


THANKS_STEPS: Final = (
    Step(COMMENT, ask_comment, take_comment, CHOICE_OR_TEXT, keys=frozenset({SKIP})),
    *(_profile_step(place, question) for place, question in enumerate(_PROFILE)),
)
