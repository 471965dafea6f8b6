"""Three PostgreSQL nodes that follow one another, two processes of the bot, citizens who rate: the database loses its leader three
times, and nobody's rating is lost. How long people wait is measured by `python -m benchmarks failover`, not here.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.endtoend.bot_process import kill_what_is_left
from tests.lab.nodes import Lab, missing_programs
from tests.lab.trial import Trial, freeze, kill, switch_over

# the freeze outlasts what a bot waits for an answer and what Patroni waits for a leader
STATEMENT_SECONDS, FROZEN_SECONDS = 6, 12
CITIZENS = 34  # under each blow
BLOWS = (kill, switch_over, freeze(FROZEN_SECONDS))


@pytest.fixture
async def lab() -> AsyncIterator[Lab]:
    if missing := missing_programs():
        pytest.skip(f"missing: {', '.join(missing)}; scripts/install-test-tools installs them")
    # not pytest's own folder: PostgreSQL does not run as root, and only root may enter that one
    with tempfile.TemporaryDirectory(prefix="feedbackbot-lab-") as folder:
        lab = Lab(Path(folder))
        try:
            await asyncio.to_thread(lab.start)
            await asyncio.to_thread(lab.make_database)
            yield lab
        finally:
            kill_what_is_left()
            await asyncio.to_thread(lab.stop)


@pytest.mark.slow
@pytest.mark.timeout(420)
async def test_no_rating_is_lost_when_the_database_loses_its_leader(lab: Lab) -> None:
    settings = {"FEEDBACKBOT_DATABASE_STATEMENT_SECONDS": str(STATEMENT_SECONDS)}
    async with Trial(lab, lab.folder, [lab.url, lab.proxied_url], settings, CITIZENS) as trial:
        for blow in BLOWS:
            await trial.strike(blow, thinking=1.0)
        codes, found, said_twice = await trial.ended()
    assert codes == [0, 0]
    assert len(trial.ratings) >= len(BLOWS) * CITIZENS
    assert found.ratings == trial.ratings
    assert (found.counted, found.summed) == (len(trial.ratings), trial.sums)
    assert (found.waiting_updates, found.unsettled) == (0, 0)
    # a message is said twice only where nobody knew that it had gone, and then the database counts a further try
    assert 0 <= said_twice <= found.tried_again
