"""What became of a unit's invitations: how many answered, and whether they rate otherwise than those who came by themselves."""

from datetime import date

from feedbackbot.domain.visits.honest_sample import Sample, difference
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.visits.service_visits import sample_counts, sample_groups


def sample_of(tx: Transaction, unit_id: int, first: date, last: date) -> Sample:
    """Both days included; the ratings are those of the index."""
    counts = sample_counts(tx, unit_id, first, last)
    with_flagged = tx.settings.survey_count_flagged
    invited, others = sample_groups(tx, unit_id, first, last, with_flagged=with_flagged)
    return Sample(*counts, difference(invited, others))
