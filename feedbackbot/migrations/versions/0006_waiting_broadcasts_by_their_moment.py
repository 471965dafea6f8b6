"""Waiting broadcasts by their moment"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_topic', sqlite_where=sa.text('topic IS NOT NULL'), postgresql_where=sa.text('topic IS NOT NULL'))
        batch_op.create_index('ix_outbox_topic', ['topic', 'state', 'due_at'], unique=False, sqlite_where=sa.text('topic IS NOT NULL'), postgresql_where=sa.text('topic IS NOT NULL'))


def downgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_topic', sqlite_where=sa.text('topic IS NOT NULL'), postgresql_where=sa.text('topic IS NOT NULL'))
        batch_op.create_index('ix_outbox_topic', ['topic', 'state'], unique=False, sqlite_where=sa.text('topic IS NOT NULL'), postgresql_where=sa.text('topic IS NOT NULL'))
