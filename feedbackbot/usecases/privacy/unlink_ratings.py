"""A person and the ratings given have nothing to do with each other any more."""

from feedbackbot.storage.people.contacts import forget_chats
from feedbackbot.storage.survey.unlinking import unlink_responses
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.end_recoveries import end_recoveries
from feedbackbot.usecases.survey.instruments import unlink_answers
from feedbackbot.usecases.survey.rate_unit import keep_voice, who_is


def unlink_ratings(tx: Transaction, person_id: int) -> int:
    """Cut every tie between a person and the ratings given: what counts stays in the index under a name of chance, without
    profile and words; what was left half-way is deleted. The person's chats forget what they were about, and only that the units
    were rated is remembered until the period is over. Returns how many ratings stay."""
    kept = unlink_responses(tx, who_is(tx, person_id))
    for unit_id, day in kept:
        keep_voice(tx, person_id, unit_id, day)
    unlink_answers(tx, person_id)
    end_recoveries(tx, person_id)
    forget_chats(tx, person_id)
    return len(kept)
