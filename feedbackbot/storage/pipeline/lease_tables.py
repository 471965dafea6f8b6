"""What processes of one database agree on: who does what, and how much each may send."""

from sqlalchemy import BigInteger as Big
from sqlalchemy import Column, Integer, String, Table

from feedbackbot.storage.columns import UtcDateTime, metadata

lease = Table(
    "lease",
    metadata,
    # "timetable", "line:telegram:123456"
    Column("name", String(96), primary_key=True),
    # the process that has it, empty for nobody
    Column("owner", String(40), nullable=False),
    # counts renewals: one that stands still is given up, whatever any clock says
    Column("turn", Big, nullable=False),
    # the chat service of a line asked for a pause: of bulk, of everything; by the database's clock
    Column("bulk_paused_until", UtcDateTime),
    Column("paused_until", UtcDateTime),
    comment="what one process at a time does for all",
)

pace_share = Table(
    "pace_share",
    metadata,
    Column("line", String(96), primary_key=True),
    Column("owner", String(40), primary_key=True),
    # messages this process may have sent in any second (or longer window, for less than one a second)
    Column("share", Integer, nullable=False),
    # what it would like to have of them: for replies, for bulk
    Column("replies_wanted", Integer, nullable=False),
    Column("bulk_wanted", Integer, nullable=False),
    Column("turn", Big, nullable=False),
    comment="how much of a line's rate each process may use",
)
