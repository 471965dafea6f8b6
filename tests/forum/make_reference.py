"""Writes `red_dwarf.json`: what the library red-dwarf 0.4.0 says of the sets of `opinions`.

Not a dependency, also not of the tests (decision on the forum's figures). To renew it: an environment of its own with
`pip install red-dwarf==0.4.0`, then `python -m tests.forum.make_reference` there.
"""

import json
from pathlib import Path
from typing import Any

from tests.forum.opinions import REFERENCE_SETS, Opinions

FILE = Path(__file__).parent / "red_dwarf.json"
_PLACES = 5


def reference(opinions: Opinions) -> dict[str, Any]:
    from reddwarf.implementations.base import run_pipeline  # type: ignore[import-not-found]

    votes = [
        {"participant_id": voter, "statement_id": statement, "vote": vote, "modified": 0}
        for voter, statement, vote in opinions.votes()
    ]
    found = run_pipeline(votes=votes, random_state=42)
    projected = found.participant_projections.items()
    points = {int(who): [round(float(x), _PLACES) for x in at] for who, at in projected}
    labels = found.participants_df["cluster_id"]
    sides = ("agree", "disagree")
    columns = ["na", "nd", "ns", "pa", "pd", "pat", "pdt", "ra", "rd", "rat", "rdt"]
    stats = found.group_comment_stats.reset_index()
    return {
        "points": points,
        "labels": {int(who): int(label) for who, label in labels.dropna().items()},
        "consensus": {side: [int(one["tid"]) for one in found.consensus[side]] for side in sides},
        "repness": {
            int(group): [[int(one["tid"]), one["repful-for"]] for one in chosen]
            for group, chosen in found.repness.items()
        },
        "stats": {
            f"{int(row.group_id)}:{int(row.statement_id)}": [
                round(float(getattr(row, one)), _PLACES) for one in columns
            ]
            for row in stats.itertuples()
        },
    }


if __name__ == "__main__":
    FILE.write_text(
        json.dumps({name: reference(one) for name, one in REFERENCE_SETS.items()}, indent=None) + "\n"
    )
