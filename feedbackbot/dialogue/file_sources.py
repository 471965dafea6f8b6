"""Every kind of file that a message can name by its recipe: messages and makers refer to it by name."""

from collections.abc import Collection
from typing import Final


class FileSource(str):
    """Its text stands in messages that wait to be sent, so it never changes."""

    __slots__ = ()


RECEIVED: Final = FileSource("received")
"""What a person uploaded; sent on, not made."""

# results
UNIT_CHART: Final = FileSource("unit-chart")
CHART: Final = FileSource("chart")
OFFICIAL_PDF: Final = FileSource("official-pdf")
OFFICIAL_WORKBOOK: Final = FileSource("official-workbook")
POSTER: Final = FileSource("poster")
PAPER_FORM: Final = FileSource("paper-form")
KEY_IN_SHEET: Final = FileSource("key-in-sheet")
CODE_PICTURE: Final = FileSource("code-picture")

# trainings
CERTIFICATE: Final = FileSource("certificate")
CALENDAR: Final = FileSource("training-calendar")
RECAP_PICTURE: Final = FileSource("recap-picture")
RECAP_WORKBOOK: Final = FileSource("recap-workbook")
LETTER: Final = FileSource("appreciation-letter")

# the forum
FORUM_PICTURE: Final = FileSource("forum-picture")
FORUM_POSTER: Final = FileSource("forum-poster")

# admins and privacy
CASE_WORKBOOK: Final = FileSource("case-workbook")
LAPOR_WORKBOOK: Final = FileSource("lapor-workbook")
CASE_HISTORY: Final = FileSource("case-history")
BROADCAST_WORKBOOK: Final = FileSource("broadcast-workbook")
CAMPAIGN_CHART: Final = FileSource("campaign-chart")
FACTS_WORKBOOK: Final = FileSource("facts-workbook")
IMPORT_WORKBOOK: Final = FileSource("import-workbook")
HELD_DATA: Final = FileSource("held-data")

ALL: Final = frozenset(value for value in list(globals().values()) if isinstance(value, FileSource))


def check_made(made: Collection[str]) -> None:
    """At start. Raises ValueError for a source that nobody makes, or a maker of what nobody declared."""
    if wrong := ALL.symmetric_difference({*made, RECEIVED}):
        raise ValueError(f"files declared but not made, or made but not declared: {sorted(wrong)}")
