"""Counts over many simulated campaigns, held against the truth they were simulated with."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome, Verdict
from feedbackbot.domain.campaigns.experiment.reading import Reading


@dataclass
class Tally:
    """`truths` are the messages' true differences to the control group."""

    truths: Sequence[float]
    campaigns: int = 0
    refused: int = 0
    false_proof: int = 0
    covered: int = 0
    all_covered: int = 0
    width: float = 0.0
    proven: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.proven = [0] * len(self.truths)

    def add(self, reading: Reading) -> None:
        self.campaigns += 1
        if not isinstance(reading, CampaignOutcome):
            self.refused += 1
            return
        pairs = list(zip(reading.messages, self.truths, strict=True))
        self.false_proof += any(m.verdict is not Verdict.NOT_PROVEN for m, truth in pairs if truth == 0)
        self.covered += sum(m.interval.covers(truth) for m, truth in pairs)
        self.all_covered += all(m.verdict_interval.covers(truth) for m, truth in pairs)
        self.width += sum(m.interval.high - m.interval.low for m, _ in pairs) / len(pairs)
        for index, (message, _) in enumerate(pairs):
            self.proven[index] += message.verdict is Verdict.HELPS

    @property
    def read(self) -> int:
        return self.campaigns - self.refused

    @property
    def false_proof_rate(self) -> float:
        """Campaigns in which at least one message without effect was declared to have one."""
        return self.false_proof / self.read

    @property
    def coverage(self) -> float:
        """Plain 95 % intervals that hold the true difference."""
        return self.covered / (self.read * len(self.truths))

    @property
    def simultaneous_coverage(self) -> float:
        """Campaigns whose verdict intervals all hold the true differences."""
        return self.all_covered / self.read

    @property
    def mean_width(self) -> float:
        return self.width / self.read

    def power(self, message: int = 0) -> float:
        """Campaigns in which this message was declared to help."""
        return self.proven[message] / self.read
