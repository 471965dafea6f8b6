"""`python -m feedbackbot.playground --port N`: the playground alone, until it is interrupted."""

import argparse
import asyncio
import signal
import sys

from feedbackbot.playground.server import PlaygroundServer, RealTokenNearby


def main() -> int:
    """Run; 0 after a stop, 2 where it must not or cannot start."""
    parser = argparse.ArgumentParser(prog="python -m feedbackbot.playground", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument(
        "--token", help="the only token to serve, like 1:PLAY; by default the first that is used"
    )
    parser.add_argument("--lenient", action="store_true", help="ignore unknown parameters, as Telegram does")
    given = parser.parse_args()
    try:
        asyncio.run(_run(given.port, given.token, not given.lenient))
    except (RealTokenNearby, ValueError, OSError) as error:
        sys.stderr.write(f"playground: {error}\n")
        return 2
    return 0


async def _run(port: int, token: str | None, strict: bool) -> None:
    server = PlaygroundServer(port, token, strict=strict)
    await server.start()
    sys.stdout.write(f"playground (not Telegram): {server.url}\n")
    sys.stdout.flush()
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signum in (signal.SIGINT, signal.SIGTERM):
        # the loop's own handlers lose a signal where its pipe is full
        signal.signal(signum, lambda *_: loop.call_soon_threadsafe(stopped.set))
    await stopped.wait()
    await server.stop()


if __name__ == "__main__":
    raise SystemExit(main())
