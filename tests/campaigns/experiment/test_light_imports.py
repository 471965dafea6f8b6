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
)


def test_only_the_comparison_of_units_loads_numpy_and_nothing_loads_scipy() -> None:
    names = ", ".join(f"feedbackbot.domain.campaigns.experiment.{name}" for name in (*LIGHT, "sample_ratio"))
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {names}; print({{'numpy', 'scipy'}} & sys.modules.keys())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "set()"
