"""`python -m benchmarks.failover [rounds] [url|proxied_url]`: how long people wait when the database's leader is killed, hands over, or
stands still.

Each round is a lab of its own with two processes of the bot, and a hundred new people who rate under each blow; by all hosts in the
address, and through haproxy. Silence: nobody at all was answered. A person's wait: between two messages to one person, with up to two
seconds of thinking and the chat service's pause before it delivers again (five seconds at most).
"""

import asyncio
import statistics
import sys
import tempfile
from pathlib import Path

from tests.endtoend.bot_process import kill_what_is_left
from tests.lab.nodes import Lab, missing_programs
from tests.lab.trial import Blow, Struck, Trial, freeze, kill, switch_over

WAYS = ("url", "proxied_url")
BLOWS: dict[str, Blow] = {
    "leader killed": kill,
    "switchover": switch_over,
    "leader frozen 20 s": freeze(20),
    "leader frozen 60 s": freeze(60),
}


async def a_round(lab: Lab, url: str, folder: Path) -> tuple[dict[str, Struck], str]:
    """What each blow cost, and what was lost and doubled in all of them."""
    async with Trial(lab, folder, [url, url]) as trial:
        struck = {name: await trial.strike(blow, thinking=2.0) for name, blow in BLOWS.items()}
        _, found, said_twice = await trial.ended()
        lines = sum(len(bot.log.read_text().splitlines()) for bot in trial.bots)
    lost = len(trial.ratings) - sum(
        one == other for one, other in zip(trial.ratings, found.ratings, strict=False)
    )
    totals = found.counted - len(trial.ratings)
    return struck, (
        f"{len(trial.ratings)} ratings: {lost} wrong or lost, totals off by {totals}, {found.waiting_updates} updates left, "
        f"{said_twice} messages said twice ({found.tried_again} known to be tried again), {lines} lines of log"
    )


async def main() -> None:
    if missing := missing_programs():
        raise SystemExit(f"missing: {', '.join(missing)}; scripts/install-test-tools installs them")
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    for way in sys.argv[2:] or WAYS:
        found: dict[str, list[Struck]] = {name: [] for name in BLOWS}
        sys.stdout.write(f"\n## {'several hosts' if way == 'url' else 'haproxy'}\n\n")
        for _ in range(rounds):
            with tempfile.TemporaryDirectory(prefix="feedbackbot-lab-") as folder:
                lab = Lab(Path(folder))
                try:
                    await asyncio.to_thread(lab.start)
                    await asyncio.to_thread(lab.make_database)
                    struck, said = await a_round(lab, getattr(lab, way), Path(folder))
                finally:
                    kill_what_is_left()
                    lab.stop()
            sys.stdout.write(f"{said}\n")
            sys.stdout.flush()
            for name, one in struck.items():
                found[name].append(one)
        sys.stdout.write(
            "\n| blow | silence s (median, worst) | a person's longest wait s (median, worst) |\n|---|---|---|\n"
        )
        for name, runs in found.items():
            silences, waits = [run.silence for run in runs], [run.wait for run in runs]
            sys.stdout.write(
                f"| {name} | {statistics.median(silences):.1f}, {max(silences):.1f} | {statistics.median(waits):.1f}, {max(waits):.1f} |\n"
            )
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
