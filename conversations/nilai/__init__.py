"""A citizen rates a unit: consent, unit, service, nine taps, thanks; then a word and the profile for whoever likes to."""

from typing import Final

from conversations.nilai.change import CHANGE_STEP, enter_change
from conversations.nilai.elements import ELEMENT_STEPS
from conversations.nilai.entering import ENTRY_STEPS, enter_link, enter_receipt, enter_unit, resume, start
from conversations.nilai.form import FORM_STEP, take_form
from conversations.nilai.leaving import keep_answers
from conversations.nilai.memory import Rating
from conversations.nilai.thanks import THANKS_STEPS
from feedbackbot.dialogue.conversation import Command, Conversation, Door
from feedbackbot.domain.survey.rating_form import RATING_FORM

CONVERSATION: Final = Conversation(
    "nilai",
    start,
    (*ENTRY_STEPS, FORM_STEP, *ELEMENT_STEPS, CHANGE_STEP, *THANKS_STEPS),
    data=Rating,
    commands=(Command("nilai", aliases=("rate",)),),
    doors=(
        Door("u", enter_link, by_link=enter_link),
        Door("nilai", enter_unit, by_link=enter_unit),
        Door("s", enter_receipt, by_link=enter_receipt),
        Door("teruskan", resume),
        Door("ubah", enter_change),
        Door("isi", enter_unit, form=RATING_FORM, take_form=take_form),
    ),
    on_abandon=keep_answers,
)
