"""A citizen rates a unit: consent, unit, service, nine taps, thanks; then a word and the profile for whoever likes to."""

from typing import Final

from conversations import entry_points as to
from conversations.nilai.change import CHANGE_STEP, enter_change
from conversations.nilai.elements import ELEMENT_STEPS
from conversations.nilai.entering import ENTRY_STEPS, enter_unit, resume, start
from conversations.nilai.form import FORM_STEP, take_form
from conversations.nilai.leaving import keep_answers
from conversations.nilai.links import enter_link, enter_receipt
from conversations.nilai.memory import Rating
from conversations.nilai.thanks import THANKS_STEPS
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.domain.survey.rating_form import RATING_FORM

CONVERSATION: Final = Conversation(
    "nilai",
    start,
    (*ENTRY_STEPS, FORM_STEP, *ELEMENT_STEPS, CHANGE_STEP, *THANKS_STEPS),
    data=Rating,
    commands=(Command("nilai", aliases=("rate",)),),
    entries=(
        Entry(to.COUNTER, enter_link, by_link=enter_link),
        Entry(to.RATE, enter_unit, by_link=enter_unit),
        Entry(to.RECEIPT, enter_receipt, by_link=enter_receipt),
        Entry(to.RESUME_RATING, resume),
        Entry(to.CHANGE_RATING, enter_change),
        Entry(to.FILL_RATING, enter_unit, form=RATING_FORM, take_form=take_form),
    ),
    on_abandon=keep_answers,
)
