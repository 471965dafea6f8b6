"""The profile of a tap: its stages are the product's files, and the processor's time goes to the stage that spent it."""

import sys
from pathlib import Path

import pytest

from benchmarks.tap_profile.stages import LOOP, STAGES, Profile

ROOT = Path(__file__).parents[2]
JOBS = STAGES["feedbackbot/jobs/"]
# What counts for itself and calls something that has no stage, which counts for its caller
WORK = "def work(helps): return helps()"
HELP = "def helps(): return list(stack())"


@pytest.mark.parametrize("begin", STAGES)
def test_a_stage_is_a_file_or_folder_of_the_product(begin: str) -> None:
    assert (ROOT / begin).is_dir() if begin.endswith("/") else (ROOT / begin).is_file()


@pytest.mark.parametrize(
    ("file", "stage"),
    [
        ("/here/feedbackbot/storage/pipeline/outbox.py", "outbox"),
        ("/here/feedbackbot/usecases/privacy/x.py", JOBS),
        ("/here/feedbackbot/usecases/survey/x.py", "use case: the rating"),
        ("/here/feedbackbot/clock.py", None),
        ("/lib/feedbackbot/jobs/x.py", None),
    ],
)
def test_the_longest_beginning_within_the_project_decides(file: str, stage: str | None) -> None:
    assert Profile("/here/")._stage(file) == stage


def test_what_has_no_stage_counts_for_its_caller() -> None:
    profile, before = Profile("/here/"), sys.getprofile()
    names: dict[str, object] = {"stack": lambda: profile._threads.stack[:3]}
    exec(compile(WORK, "/here/feedbackbot/jobs/work.py", "exec"), names)
    exec(compile(HELP, "/here/feedbackbot/clock.py", "exec"), names)
    sys.setprofile(profile._see)
    try:
        stages = names["work"](names["helps"])
    finally:
        sys.setprofile(before)
    assert stages == [LOOP, JOBS, JOBS]
    assert set(profile.seconds) == {LOOP, JOBS} and profile.seconds[JOBS] > 0
