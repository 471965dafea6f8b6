"""Runs the migrations on the connection that `storage/migrating.py` hands in."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from feedbackbot.storage.tables import for_migrations


def render(kind: str, thing: Any, _: AutogenContext) -> str | Literal[False]:
    """Scripts must not depend on the present code's own types."""
    if kind == "type" and type(thing).__name__ == "UtcDateTime":
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=for_migrations(),
    render_as_batch=True,
    render_item=render,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
