"""Python's collector looks through what comes and goes, not again and again through the program, which would take a third of a turn."""

import subprocess
import sys

SERVES = """
import asyncio, gc, weakref
from feedbackbot import running

async def live(assistant, stop, serve, *, webhook):
    stop.set()
    await serve()

class Piece:
    pass

running.live = live
asyncio.run(running.run(lambda: None, webhook=False))
here = Piece()
here.itself, gone = here, weakref.ref(here)
del here
gc.collect()
print(gc.get_freeze_count() > len(gc.get_objects()), gc.isenabled(), gc.get_threshold()[0] > 700, gone() is None)
"""


def test_a_bot_that_serves_leaves_its_program_out_and_collects_what_comes_later() -> None:
    told = subprocess.run([sys.executable, "-c", SERVES], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True"] * 4
