"""Lists of numbers as files"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('broadcast_list_file',
    sa.Column('broadcast_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('ref', sa.String(length=256), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['broadcast_id'], ['broadcast.id'], name=op.f('fk_broadcast_list_file_broadcast_id')),
    sa.PrimaryKeyConstraint('broadcast_id', name=op.f('pk_broadcast_list_file')),
    comment='lists of numbers that wait to be read'
    )


def downgrade() -> None:
    op.drop_table('broadcast_list_file')
