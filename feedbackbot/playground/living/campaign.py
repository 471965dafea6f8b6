"""A campaign that is over: two messages against none, with the counts that its result is computed from."""

from datetime import timedelta
from typing import Final

from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.playground.living.past import Past
from feedbackbot.playground.living.staff import Staff
from feedbackbot.storage.campaigns.campaign_results import Counted, keep_counts
from feedbackbot.storage.campaigns.campaigns import CampaignArm, add_campaign
from feedbackbot.storage.transaction import Transaction

_ARMS: Final = (
    CampaignArm("control", 2, None, None),
    CampaignArm("pesan1", 1, Principle.PLAIN_REMINDER, None),
    CampaignArm("pesan2", 1, Principle.CITIZENS_SAID, None),
)
_COUNTS: Final = (
    Counted("control", 0, 160, 160, 0, 46),
    Counted("pesan1", 0, 80, 80, 74, 29),
    Counted("pesan2", 0, 80, 80, 76, 46),
)


async def finish_campaign(past: Past, staff: Staff) -> None:
    past.goes_to(days=40)
    await past.does(lambda tx: _finish(tx, staff))


def _finish(tx: Transaction, staff: Staff) -> None:
    values = {
        "title": "20 JP",
        "goal": "jp:20",
        "audience": "all",
        "state": "finished",
        "assign_by": "person",
        "starts_at": tx.now,
        "ends_at": tx.now + timedelta(days=28),
        "finished_at": tx.now + timedelta(days=28),
        "waves": 2,
        "wave_gap_days": 7,
        "alpha": 0.05,
        "intraclass_correlation": 0.05,
        "base_rate": 0.3,
        "smallest_visible": 0.18,
        "author_id": staff.admin,
        "moved": 0,
    }
    keep_counts(tx, add_campaign(tx, values, _ARMS), _COUNTS)
