"""Ratings, kept under a pseudonym: nothing here can be joined to a person."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.domain.survey.profile import PROFILE_QUESTIONS
from feedbackbot.storage.columns import BigId, UtcDateTime, identity, metadata, reference

respondent = Table(
    "respondent",
    metadata,
    Column("pseudonym", String(32), primary_key=True),
    *(Column(question.key, String(question.longest)) for question in PROFILE_QUESTIONS),
    # which of the questions were asked, also those that were skipped
    Column("asked", Boolean, nullable=False),
)

response = Table(
    "response",
    metadata,
    identity(),
    Column("pseudonym", String(32), nullable=False),
    reference("unit_id", "unit.id", nullable=False),
    reference("service_id", "service.id"),
    Column("channel", String(16), nullable=False),
    # which door the person came through: counter of the QR code, or null
    Column("visit", String(32)),
    *(Column(element.key, SmallInteger) for element in ELEMENTS),
    Column("comment", Text),
    *(Column(question.key, String(question.longest)) for question in PROFILE_QUESTIONS),
    # to the hour: the moment would tell which message it came with
    Column("started_at", UtcDateTime, nullable=False),
    # null: partial, not in the index
    Column("submitted_at", UtcDateTime),
    # the city's calendar day of submission, under which it is counted
    Column("day", Date),
    # comma-separated marks of doubt, for example "straight_line"
    Column("flags", String(60), nullable=False, server_default=""),
    Column("sample", Boolean, nullable=False, comment="replayed example data, never a real citizen"),
    Index("ix_response_pseudonym_unit", "pseudonym", "unit_id", "started_at"),
    Index("ix_response_unit_day", "unit_id", "day"),
)

answer_import = Table(
    "answer_import",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    # what the operator calls it, by default the file's name
    Column("name", String(120), nullable=False),
    # the days of its rows, both included
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    # how many rows count; what they were before it was taken back
    Column("rows", Integer, nullable=False),
    Column("imported_at", UtcDateTime, nullable=False),
    Column("taken_back_at", UtcDateTime),
    # how often somebody began to change it: whoever works under an earlier number stops
    Column("changes", Integer, nullable=False, server_default="0"),
    Index("ix_answer_import_unit_id", "unit_id"),
)

imported_answer = Table(
    "imported_answer",
    metadata,
    Column("response_id", BigId, ForeignKey("response.id"), primary_key=True, autoincrement=False),
    reference("import_id", "answer_import.id", nullable=False),
    # the row's place in the sheet, so that a sheet that only grew is known by how it begins
    Column("place", Integer, nullable=False),
    # a keyed hash of the sheet's own number of the respondent; "" where it has none
    Column("respondent_key", String(32), nullable=False),
    # whether the sheet told the hour; if not, the moment stands at noon and says nothing
    Column("timed", Boolean, nullable=False),
    Index("ix_imported_answer_import_id", "import_id"),
)

daily_total = Table(
    "daily_total",
    metadata,
    identity(reused=True),
    reference("unit_id", "unit.id", nullable=False),
    # 0: no service was named; part of the key, so not null
    Column("service_id", Integer, nullable=False),
    Column("day", Date, nullable=False),
    # 1: the total of the marked responses, so that a result can be had with and without them
    Column("flagged", SmallInteger, nullable=False, server_default="0"),
    Column("n", Integer, nullable=False),
    *(Column(f"{element.key}_sum", Integer, nullable=False) for element in ELEMENTS),
    # an element's own interval, and the measures of the improvement loop
    *(Column(f"{element.key}_square_sum", Integer, nullable=False) for element in ELEMENTS),
    # the response's own total (9–36) and its square: the interval needs no scan
    Column("total_sum", Integer, nullable=False),
    Column("total_square_sum", Integer, nullable=False),
    UniqueConstraint("unit_id", "day", "service_id", "flagged"),
    Index("ix_daily_total_day", "day"),
)

form_receipt = Table(
    "form_receipt",
    metadata,
    # a keyed hash of the form's own token; tied to no rating and to nobody
    Column("name", String(32), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_form_receipt_at", "at"),
)

place_pace = Table(
    "place_pace",
    metadata,
    # a keyed hash of network address and day
    Column("place", String(32), primary_key=True),
    Column("unit_id", BigId, ForeignKey("unit.id"), primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("n", Integer, nullable=False),
    Index("ix_place_pace_day", "day"),
)
