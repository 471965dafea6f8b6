"""The registry keeps no address of mail"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


# not in a batch: that would write the table anew, which SQLite can do without


def upgrade() -> None:
    op.drop_column('employee', 'email')


def downgrade() -> None:
    op.add_column('employee', sa.Column('email', sa.String(length=254), nullable=True))
