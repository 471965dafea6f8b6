"""Heavy drawing runs beside the bot: it fails alone, goes away when idle, and dies with the bot."""

import asyncio
import operator
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from feedbackbot.reports.drawing.charts import BarChart, Point, TrendChart
from feedbackbot.reports.drawing.draw_chart import draw
from feedbackbot.reports.render_process import Bounds, RenderFailed, RenderProcess


@pytest.fixture
async def rendering() -> AsyncIterator[RenderProcess]:
    process = RenderProcess(idle_seconds=60, seconds_per_job=30)
    yield process
    await process.close()


async def until(condition: object) -> None:
    """Wait, within the test's own time-out, until a condition holds."""
    while not condition():  # type: ignore[operator]
        await asyncio.sleep(0.02)


def alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


async def test_a_chart_from_the_process_is_the_chart(rendering: RenderProcess) -> None:
    grades = {letter: letter for letter in "ABCD"}
    chart: BarChart | TrendChart = TrendChart("Unit", "n", (Point("1", 80, "80"),), grades, "", "")
    assert await rendering.render(draw, chart, "png") == draw(chart, "png")


async def test_nothing_runs_before_the_first_job(rendering: RenderProcess) -> None:
    assert not rendering.running
    assert await rendering.render(os.getpid) != os.getpid()
    assert rendering.running


async def test_jobs_share_one_process_until_its_share_is_done() -> None:
    rendering = RenderProcess(jobs_per_process=2)
    pids = [await rendering.render(os.getpid) for _ in range(4)]
    await rendering.close()
    assert pids[0] == pids[1] != pids[2] == pids[3]


async def test_an_error_of_the_job_comes_back_as_it_was(rendering: RenderProcess) -> None:
    with pytest.raises(ZeroDivisionError):
        await rendering.render(operator.truediv, 1, 0)
    assert await rendering.render(operator.add, 1, 2) == 3


async def test_a_job_that_kills_its_process_fails_alone(rendering: RenderProcess) -> None:
    with pytest.raises(RenderFailed, match="_exit"):
        await rendering.render(os._exit, 3)
    assert await rendering.render(operator.add, 1, 2) == 3


async def test_a_job_over_its_time_is_ended() -> None:
    rendering = RenderProcess(seconds_per_job=1)
    with pytest.raises(RenderFailed, match="sleep"):
        await rendering.render(time.sleep, 600)
    assert await rendering.render(operator.add, 1, 2) == 3
    await rendering.close()


async def test_a_job_that_wants_too_much_memory_fails_and_the_next_one_has_it_again(
    rendering: RenderProcess,
) -> None:
    with pytest.raises(RenderFailed, match="memory"):
        await rendering.bounded(Bounds(megabytes=50), bytes, 200_000_000)
    assert await rendering.bounded(Bounds(megabytes=50), operator.add, 1, 2) == 3
    assert len(await rendering.render(bytes, 100_000_000)) == 100_000_000


async def test_only_the_job_that_kills_the_process_fails_and_those_behind_it_are_done(
    rendering: RenderProcess,
) -> None:
    deadly = asyncio.gather(rendering.render(os._exit, 3), return_exceptions=True)
    await asyncio.sleep(0)
    sums = await asyncio.gather(*(rendering.render(operator.add, number, 1) for number in range(5)))
    assert sums == [1, 2, 3, 4, 5]
    assert isinstance((await deadly)[0], RenderFailed)


async def test_a_process_that_died_between_two_jobs_fails_neither(rendering: RenderProcess) -> None:
    os.kill(await rendering.render(os.getpid), signal.SIGKILL)
    assert await rendering.render(operator.add, 1, 2) == 3


async def test_an_idle_process_goes_away_and_comes_back_when_needed() -> None:
    rendering = RenderProcess(idle_seconds=0.05)
    pid = await rendering.render(os.getpid)
    await until(lambda: not rendering.running and not alive(pid))
    assert await rendering.render(operator.add, 1, 2) == 3
    await rendering.close()


async def test_a_job_that_waits_keeps_the_process_from_being_called_idle() -> None:
    rendering = RenderProcess(idle_seconds=0.01)
    results = await asyncio.gather(*(rendering.render(operator.add, number, 1) for number in range(20)))
    await rendering.close()
    assert results == list(range(1, 21))


async def test_closing_twice_and_closing_unused_are_harmless() -> None:
    rendering = RenderProcess()
    await rendering.close()
    assert await rendering.render(operator.add, 1, 2) == 3
    await rendering.close()
    await rendering.close()
    assert not rendering.running


async def test_a_killed_bot_leaves_no_process_behind() -> None:
    code = (
        "import asyncio, os\n"
        "from feedbackbot.reports.render_process import RenderProcess\n"
        "async def main():\n"
        "    rendering = RenderProcess()\n"
        "    print(await rendering.render(os.getpid), flush=True)\n"
        "    await asyncio.sleep(600)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main())\n"
    )
    bot = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert bot.stdout is not None
    drawing = int(await asyncio.to_thread(bot.stdout.readline))
    assert alive(drawing)
    bot.send_signal(signal.SIGKILL)
    bot.wait()
    bot.stdout.close()
    await until(lambda: not alive(drawing))
