"""What breakdowns are read from: totals by channel and by what respondents say of themselves, kept for days that are over."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, SmallInteger, String, Table

from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.storage.columns import BigId, identity, metadata, reference

part_total = Table(
    "part_total",
    metadata,
    Column("unit_id", BigId, ForeignKey("unit.id"), primary_key=True, autoincrement=False),
    # "channel" or a question of the profile
    Column("dimension", String(16), primary_key=True),
    Column("day", Date, primary_key=True),
    # what the ratings have there; "" for nothing, since a key has no null
    Column("value", String(16), primary_key=True),
    # 1: the total of the marked ones, as in the daily totals
    Column("flagged", SmallInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
    *(Column(f"{element.key}_sum", Integer, nullable=False) for element in ELEMENTS),
    *(Column(f"{element.key}_square_sum", Integer, nullable=False) for element in ELEMENTS),
    Column("total_sum", Integer, nullable=False),
    Column("total_square_sum", Integer, nullable=False),
    comment="of whole days, made by the job keep_part_totals",
)

part_progress = Table(
    "part_progress",
    metadata,
    Column("unit_id", BigId, ForeignKey("unit.id"), primary_key=True, autoincrement=False),
    # the unit's days until here, this one included, are in part_total
    Column("counted_until", Date, nullable=False),
    # when they were begun to be counted; after a week all are counted anew
    Column("begun_on", Date, nullable=False),
    # by which columns, with commas between: a release that knows one more counts anew, and reads the ratings until then
    Column("dimensions", String(200), nullable=False),
    comment="how far the unit's days are in part_total",
)

changed_day = Table(
    "changed_day",
    metadata,
    # never reused: whoever counts takes away exactly the marks that were there when it read
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    Column("day", Date, nullable=False),
    Index("ix_changed_day_unit_id_day", "unit_id", "day"),
    comment="a rating of a day that was over has changed: what part_total says of the day is not read",
)
