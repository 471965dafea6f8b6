"""`scripts/lab`: starts the nodes, says how they are reached, and ends them with Ctrl-C."""

import signal
import sys
import tempfile
from pathlib import Path

from tests.lab.nodes import Lab, missing_programs


def main() -> None:
    if missing := missing_programs():
        raise SystemExit(f"missing: {', '.join(missing)}; scripts/install-test-tools installs them")
    with tempfile.TemporaryDirectory(prefix="feedbackbot-lab-") as folder:
        lab = Lab(Path(folder))
        try:
            lab.start()
            lab.make_database()
            nodes = "".join(
                f"\n  {node.name}: port {node.port}, Patroni {node.rest_port}" for node in lab.nodes
            )
            sys.stdout.write(
                f"FEEDBACKBOT_DATABASE_URL='{lab.url}'\nthrough haproxy: '{lab.proxied_url}'\nnodes:{nodes}\n"
                f"who leads: curl http://127.0.0.1:{lab.nodes[0].rest_port}/cluster\nlogs: {folder}\nCtrl-C ends it.\n"
            )
            sys.stdout.flush()
            signal.sigwait({signal.SIGINT, signal.SIGTERM})
        finally:
            lab.stop()


if __name__ == "__main__":
    main()
