"""Audiences on their way to being invited."""

from sqlalchemy import BigInteger, Column, Integer, String, Table

from feedbackbot.storage.columns import identity, metadata, reference

invitation_round = Table(
    "invitation_round",
    metadata,
    identity(),
    reference("training_id", "training.id", nullable=False),
    # whom: all that are set must hold
    reference("unit_id", "unit.id"),
    Column("rank_group", String(8)),
    Column("below_jp", Integer),
    # employees up to this one were invited; the row goes when all were
    Column("until", BigInteger, nullable=False),
    comment="an audience that is being invited, some at a time",
)
