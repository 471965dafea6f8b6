"""Opening hours of a unit, as the city's file gives them and as they are kept."""

import json
from collections.abc import Mapping

from feedbackbot.domain.calendar import OpeningHours
from feedbackbot.domain.calendar.opening_hours import OFFICE_HOURS


def hours_as_kept(given: object) -> str:
    """JSON of `{1: "08.00-16.45", …}`, ISO weekdays; "" for a unit that gave none. ValueError for anything else."""
    if given is None:
        return ""
    if not isinstance(given, Mapping) or not all(
        isinstance(day, int) and isinstance(hours, str) for day, hours in given.items()
    ):
        raise ValueError(
            'wanted are weekdays (1 is Monday) with hours, such as 1: "08.00-12.00, 13.00-16.45"'
        )
    OpeningHours.from_text(given)
    return json.dumps({str(day): given[day] for day in sorted(given)})


def hours_from_kept(kept: str) -> OpeningHours:
    """Of `hours_as_kept`; office hours where nothing is kept."""
    if not kept:
        return OFFICE_HOURS
    return OpeningHours.from_text({int(day): hours for day, hours in json.loads(kept).items()})
