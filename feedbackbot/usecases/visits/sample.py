"""What became of a unit's invitations: how many answered, and whether they say otherwise than those who came by themselves."""

from dataclasses import dataclass
from datetime import date

from feedbackbot.domain.visits.honest_sample import Difference, difference
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.visits.service_visits import sample_counts, sample_groups


@dataclass(frozen=True, slots=True)
class Sample:
    """`rate` is the share of the invited who answered, 0 to 1, None where nobody was invited."""

    visits: int
    invited: int
    answered: int
    difference: Difference | None

    @property
    def rate(self) -> float | None:
        return self.answered / self.invited if self.invited else None


def sample_of(tx: Transaction, unit_id: int, first: date, last: date) -> Sample:
    """Both days included."""
    invited, others = sample_groups(tx, unit_id, first, last)
    return Sample(*sample_counts(tx, unit_id, first, last), difference(invited, others))
