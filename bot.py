"""The command line: `python bot.py --help`.

Nothing is read here but what is needed at once: the processes that draw and read files begin with this file too, and need no bot.
"""

import gc
import sys

from feedbackbot.command_line.manners import behave, leave_rich_out

behave()  # the rest takes a second to read, and may be told to stop meanwhile


def main() -> None:
    """`run`, which stays for months, at once; all other commands through Typer."""
    leave_rich_out()
    gc.disable()  # of what is read now nothing ever becomes garbage, and looking for some takes a fifth of the time
    from conversations import ALL, HOME

    gc.enable()
    if sys.argv[1:3] == ["run", "--cities"] and sys.argv[4:] in ([], ["--webhook"]) and len(sys.argv) > 3:
        from feedbackbot.command_line.run_command import run_many

        raise SystemExit(run_many(ALL, HOME, sys.argv[3], webhook="--webhook" in sys.argv))
    if sys.argv[1:] in (["run"], ["run", "--webhook"]):
        from feedbackbot.command_line.run_command import run

        raise SystemExit(run(ALL, HOME, webhook="--webhook" in sys.argv))
    from feedbackbot.command_line.all_commands import make_app

    make_app(ALL, HOME)()


if __name__ == "__main__":
    main()
