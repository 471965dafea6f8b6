"""What the rating remembers between two taps, so that asking the next question costs no query."""

from pydantic import Field

from conversations.shared.unit_choice import UnitChoice
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.domain.survey.visit import counter_of_visit


class Rating(UnitChoice):
    """`response_id` is 0 until the first answer is kept. `visit` is the counter whose QR code led here. `counts`: it was submitted, and
    answers are now changed together with the totals.
    `one_by_one`: rather than by a form, where that could be shown. `receipt`: of the receipt that led here; the rating uses it when
    it is whole."""

    unit_id: int = 0
    unit_name: str = ""
    service_id: int | None = None
    service_name: str = ""
    visit: str | None = None
    chose_service: bool = False
    response_id: int = 0
    answers: dict[str, int] = Field(default_factory=dict)
    counts: bool = False
    profile_asked: bool = True
    one_by_one: bool = False
    receipt: str = ""

    @property
    def visit_until_counted(self) -> str | None:
        """What a rating says of its door while it is not whole: half a rating uses no receipt."""
        return counter_of_visit(self.visit) if self.receipt else self.visit

    @property
    def next_element(self) -> str | None:
        """The first element without an answer."""
        return next((element.key for element in ELEMENTS if element.key not in self.answers), None)
