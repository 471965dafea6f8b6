"""Nudge campaigns: each is an experiment whose design is fixed before its first message."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

campaign = Table(
    "campaign",
    metadata,
    identity(),
    Column("title", String(120), nullable=False),
    # "accepted:12", "jp:8" …, see `domain.campaigns.goal`
    Column("goal", String(32), nullable=False),
    # "all", "unit:3", "kind:pns", "invited:12"
    Column("audience", String(32), nullable=False),
    # "running", "finished" (the horizon is over and the counts are fixed) or "cancelled"
    Column("state", String(12), nullable=False),
    # "person" or "unit"
    Column("assign_by", String(8), nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    # the horizon, announced at the start: acts after it do not count
    Column("ends_at", UtcDateTime, nullable=False),
    Column("waves", SmallInteger, nullable=False),
    Column("wave_gap_days", SmallInteger, nullable=False),
    Column("alpha", Float, nullable=False),
    Column("intraclass_correlation", Float, nullable=False),
    # what the power was announced with: the assumed share without any message, and the smallest visible difference
    Column("base_rate", Float, nullable=False),
    Column("smallest_visible", Float),
    reference("author_id", "person.id"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    # persons or units whose stored arm was not the one drawn: the result is refused
    Column("moved", Integer, nullable=False, server_default="0"),
    # the message that was sent to the control group at the end
    Column("best_arm", String(12)),
    Column("best_sent_at", UtcDateTime),
    # it is being planned for them: employees up to this one have been looked at; null: all have, or it was not sent
    Column("best_until", BigInteger),
    # the draw is under way: employees up to this one have been looked at; null: all have
    Column("drawn_until", BigInteger),
    Index(
        "ix_campaign_running",
        "ends_at",
        sqlite_where=text("state = 'running'"),
    ),
)

campaign_arm = Table(
    "campaign_arm",
    metadata,
    reference("campaign_id", "campaign.id", primary_key=True),
    # "control", "pesan1" …
    Column("arm", String(12), primary_key=True),
    Column("place", SmallInteger, nullable=False),
    Column("weight", SmallInteger, nullable=False),
    # null: the control group, which gets nothing
    Column("principle", String(24)),
    # the admin's own wording with its placeholders; null: the draft of the catalogue
    Column("words", Text),
)

campaign_unit = Table(
    "campaign_unit",
    metadata,
    reference("campaign_id", "campaign.id", primary_key=True),
    reference("unit_id", "unit.id", primary_key=True),
    # the size the unit was drawn with: without it the draw could not be repeated
    Column("people", Integer, nullable=False),
    Column("arm", String(12), nullable=False),
    comment="the units of a campaign that draws units",
)

campaign_person = Table(
    "campaign_person",
    metadata,
    reference("campaign_id", "campaign.id", primary_key=True),
    reference("employee_id", "employee.id", primary_key=True, index=True),
    # where the employee was when it was drawn; people change units later
    reference("unit_id", "unit.id"),
    Column("arm", String(12), nullable=False),
    # the first moment the goal was seen to be reached, in the control group too
    Column("acted_at", UtcDateTime),
    Column("waves_done", SmallInteger, nullable=False, server_default="0"),
    # when the next message may go; null: none is to come
    Column("next_at", UtcDateTime),
    # whether any message arrived
    Column("reached", Boolean, nullable=False),
    Index(
        "ix_campaign_person_next_at",
        "next_at",
        sqlite_where=text("next_at IS NOT NULL"),
    ),
)

campaign_nudge = Table(
    "campaign_nudge",
    metadata,
    identity(),
    reference("campaign_id", "campaign.id", nullable=False, index=True),
    reference("employee_id", "employee.id", nullable=False, index=True),
    Column("arm", String(12), nullable=False),
    Column("wave", SmallInteger, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    # "queued", "delivered", "dropped": by the contact policy or because nobody can be reached
    Column("fate", String(12), nullable=False),
    Column("delivered_at", UtcDateTime),
    # the button under it was tapped
    Column("answered_at", UtcDateTime),
    # days passed and nothing was done: counts for the person's rate
    Column("ignored_at", UtcDateTime),
    Index(
        "ix_campaign_nudge_queued",
        "id",
        sqlite_where=text("fate = 'queued'"),
    ),
)

campaign_count = Table(
    "campaign_count",
    metadata,
    reference("campaign_id", "campaign.id", primary_key=True),
    Column("arm", String(12), primary_key=True),
    # 0 where persons were drawn
    Column("unit", Integer, primary_key=True, autoincrement=False),
    Column("assigned", Integer, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("reached", Integer, nullable=False),
    Column("acted", Integer, nullable=False),
    comment="the counts as they were at the horizon: the result is computed from these for ever",
)

campaign_finding = Table(
    "campaign_finding",
    metadata,
    reference("campaign_id", "campaign.id", primary_key=True),
    # one for each principle: messages that share a control group are not independent
    Column("principle", String(24), primary_key=True),
    Column("difference", Float, nullable=False),
    Column("standard_error", Float, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
