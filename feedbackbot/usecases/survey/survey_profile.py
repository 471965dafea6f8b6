"""What a respondent says once about himself, and how that is let go of."""

from feedbackbot.domain.survey.profile import is_option
from feedbackbot.storage.survey.profiles import lock_profile, set_profile, was_asked
from feedbackbot.storage.survey.responses import set_response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import who_is


def answer_profile(tx: Transaction, person_id: int, response_id: int, question: str, option: str) -> None:
    """Keep it for the person and for the rating just given."""
    if not is_option(question, option):
        raise ValueError(f"the profile has no {question}: {option}")
    who = who_is(tx, person_id)
    lock_profile(tx, who)
    set_profile(tx, who, {question: option, "asked": True})
    set_response(tx, response_id, {question: option})


def profile_was_asked(tx: Transaction, person_id: int) -> None:
    """The questions are not put again, whether they were answered or skipped."""
    who = who_is(tx, person_id)
    lock_profile(tx, who)
    set_profile(tx, who, {"asked": True})


def asked_profile(tx: Transaction, person_id: int) -> bool:
    """Whether the questions about the person were put already."""
    return was_asked(tx, who_is(tx, person_id))
