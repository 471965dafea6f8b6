"""How a training stands, for the admin who runs it."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.domain.training.enrolment import State
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.training.credits import evaluation_means
from feedbackbot.storage.training.enrolments import counts_by_state, reasons_of
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin


@dataclass(frozen=True, slots=True)
class Overview:
    """`reasons`: why people could not come. `mean` of all evaluation answers, 1 to 4, of `evaluated` people."""

    training: Training
    counts: Mapping[State, int]
    reasons: Mapping[str, int]
    evaluated: int
    mean: float


def overview(tx: Transaction, admin_id: int, training_id: int) -> Overview:
    require_admin(tx, admin_id)
    found = training_by_id(tx, training_id)
    if found is None:
        raise FeedbackbotError("training-unknown")
    reasons = reasons_of(tx, training_id)
    evaluated, means = evaluation_means(tx, training_id)
    mean = sum(means.values()) / len(means) if means else 0.0
    return Overview(found, counts_by_state(tx, training_id), reasons, evaluated, mean)
