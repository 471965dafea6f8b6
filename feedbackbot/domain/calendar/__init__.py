"""Working days, opening hours and the city's clock: what deadlines and the contact policy rest on."""

from feedbackbot.domain.calendar.city_time import at_city, city_day, full_hour, in_city
from feedbackbot.domain.calendar.opening_hours import OpeningHours
from feedbackbot.domain.calendar.working_days import WorkingCalendar, public_holidays
from feedbackbot.domain.calendar.working_time import WorkingTime

__all__ = [
    "OpeningHours",
    "WorkingCalendar",
    "WorkingTime",
    "at_city",
    "city_day",
    "full_hour",
    "in_city",
    "public_holidays",
]
