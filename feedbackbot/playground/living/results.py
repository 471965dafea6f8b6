"""The half year that ended last, published ten days after its end."""

from datetime import UTC, datetime, time, timedelta

from feedbackbot.i18n import load_catalogue
from feedbackbot.playground.living.past import Past
from feedbackbot.playground.living.staff import Staff
from feedbackbot.usecases.reports.publish_results import half_years, publish_period


async def publish_half_year(past: Past, staff: Staff) -> int:
    """Returns for how many units."""
    past.goes_to()
    newest, _ = await past.does(half_years)
    past.goes_back_to(datetime.combine(newest.last + timedelta(days=10), time(2), UTC))
    catalogue = load_catalogue()
    return await past.does(lambda tx: publish_period(tx, catalogue, staff.admin, newest))
