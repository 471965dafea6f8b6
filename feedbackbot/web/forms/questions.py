"""The questions of the rating as a piece of its page. A form that nobody has begun is the same for everybody, so it is made once."""

from typing import Final

from markupsafe import Markup

from feedbackbot.i18n.forms import speak
from feedbackbot.storage.units.units import ServiceRow
from feedbackbot.web.forms.page_fields import Shown, form_of
from feedbackbot.web.site import Site

_MOST: Final = 500


class Questions:
    """`days`: for how long a rating counts."""

    def __init__(self, site: Site, days: int) -> None:
        self._site, self._days = site, days
        self._blank: dict[tuple[tuple[ServiceRow, ...], str], Markup] = {}

    def of(self, shown: Shown, language: str) -> Markup:
        """With what is filled in, and what is wrong with it."""
        if shown.values or shown.problems:
            return self._made(shown, language)
        key = (shown.place.services, language)
        if key not in self._blank:
            if len(self._blank) >= _MOST:
                self._blank.clear()
            self._blank[key] = self._made(shown, language)
        return self._blank[key]

    def _made(self, shown: Shown, language: str) -> Markup:
        """In words, which costs more than all the rest of the page."""
        return self._site.part(
            "questions.html",
            language,
            form=speak(form_of(shown.place, language), self._site.catalogue, language),
            values=shown.values,
            problems=shown.problems,
            days=self._days,
        )
