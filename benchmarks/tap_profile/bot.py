"""`bot.py run` under the profile, told by SIGUSR1 to begin anew; at the end its seconds by stage lie in the file of the first argument."""

import json
import signal
import sys
from pathlib import Path
from typing import Any

from benchmarks.tap_profile.stages import Profile

ROOT = Path(__file__).parents[2]


def main() -> None:
    told = Path(sys.argv[1])
    profile = Profile(f"{ROOT}/")

    def begin_anew(*_: Any) -> None:
        told.write_text(json.dumps(profile.seconds), "utf-8")
        profile.seconds.clear()

    signal.signal(signal.SIGUSR1, begin_anew)
    sys.argv = ["bot.py", "run"]
    sys.path.insert(0, str(ROOT))
    import bot

    profile.start()
    bot.main()


if __name__ == "__main__":
    main()
