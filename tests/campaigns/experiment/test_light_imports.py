"""Naming a campaign's types must not cost a starting process the memory of numpy and scipy."""

import subprocess
import sys

LIGHT = (
    "assignment",
    "holm",
    "meta_analysis",
    "outcome",
    "plan",
    "power",
    "principles",
    "proportions",
    "reading",
    "sample_ratio",
    "unit_shares",
)


def test_nothing_of_a_campaign_loads_numpy_or_scipy() -> None:
    names = ", ".join(f"feedbackbot.domain.campaigns.experiment.{name}" for name in LIGHT)
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {names}; print({{'numpy', 'scipy'}} & sys.modules.keys())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "set()"
