"""Somebody takes back all that was said in the forum: by erasing the own data, or by withdrawing the consent."""

from feedbackbot.storage.forum.leaving import forget_voices
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.voice import forum_name


def leave_forum(tx: Transaction, person_id: int) -> int:
    """In how many topics the person had voted; their results are made anew by the job."""
    return forget_voices(tx, forum_name(tx, person_id))
