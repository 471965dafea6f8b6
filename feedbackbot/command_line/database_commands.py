"""Commands that look after the database."""

from pathlib import Path
from typing import Annotated

import typer

from feedbackbot.channels.service import Health
from feedbackbot.command_line.runner import carry_out, refuse, settings, settings_alone
from feedbackbot.errors import SettingsError


def migrate(
    revision: str = typer.Argument("head"),
    dry_run: bool = typer.Option(
        False, help="Say what would be done, try it on what is there, change nothing."
    ),
    copy: bool = typer.Option(True, help="Keep a copy of an SQLite file beside it first."),
) -> None:
    """Bring the database and the city's units up to date (or the database down to an older REVISION)."""
    from feedbackbot.usecases.units.prepare_database import (
        copy_before_migrating,
        prepare_database,
        rehearse_migrations,
    )

    if dry_run:
        waiting = carry_out(rehearse_migrations(settings()))
        typer.echo(
            "\n".join(
                ["would be done, and went well when tried:", *waiting] if waiting else ["nothing to do"]
            )
        )
        return
    if copy and (kept := carry_out(copy_before_migrating(settings()))):
        typer.echo(f"the file as it was: {kept}")
    typer.echo(carry_out(prepare_database(settings(), revision)))


def backup(
    file: Annotated[Path | None, typer.Argument()] = None,
    tonight: bool = typer.Option(
        False,
        help="What the timetable does at night, at once: into BACKUP_FOLDER, tried if a week has gone by.",
    ),
) -> None:
    """Copy the database to FILE while the bot runs, or do the backup of the night."""
    if (file is None) != tonight:
        refuse("backup wants a FILE, or --tonight")
    if file is None:
        typer.echo(carry_out(_backup_of_the_night()))
        return
    from feedbackbot.command_line.in_database import check_key_of_current
    from feedbackbot.storage.backup import back_up
    from feedbackbot.storage.sqlite_file import open_folder

    carry_out(back_up(settings_alone().database_url, file))
    typer.echo(f"{file}: {file.stat().st_size:,} bytes")
    if told := open_folder(file):
        typer.echo(f"bot.py: {told}", err=True)
    # a backup is good under any key; that the next start will be refused is better known at once
    carry_out(check_key_of_current(settings_alone()))


async def _backup_of_the_night() -> str:
    from feedbackbot.jobs.operation import trial_apart
    from feedbackbot.reports.render_process import RenderProcess
    from feedbackbot.storage.checked_runtime import checked_runtime
    from feedbackbot.usecases.operation.keep_backups import keep_backup

    if not (folder := settings_alone().backup_folder):
        raise SettingsError("FEEDBACKBOT_BACKUP_FOLDER is not set")
    render = RenderProcess()
    try:
        async with checked_runtime(settings_alone()) as runtime:
            done = await keep_backup(runtime, trial_apart(render), at_once=True)
    finally:
        await render.close()
    return f"{folder}: {done['bytes']:,} bytes, {done['kept']} kept, {done['removed']} removed"


def restore(
    file: Annotated[Path | None, typer.Argument()] = None,
    erasures: Annotated[list[Path], typer.Option(help="A copy of the erasure log; may be repeated.")] = [],  # noqa: B006
    without_erasures: bool = typer.Option(
        False,
        help="Restore people who were erased since the backup too: only if every copy of the log is lost.",
    ),
    resume: bool = typer.Option(False, help="After a restore: send what has been waiting since."),
    drop: bool = typer.Option(False, help="After a restore: never send what has been waiting since."),
) -> None:
    """Put the backup FILE in the place of the database (the bot stopped; PostgreSQL: an empty database), bring it up to date, and
    carry out again what was erased since. Broadcasts, invitations and reminders then wait for --resume or --drop; chats go on."""
    from feedbackbot.usecases.privacy.restore_database import restore_database

    if (file is not None) + resume + drop != 1:
        refuse("restore wants a FILE, or --resume, or --drop")
    if file is None:
        _decide_on_held(resume=resume)
        return

    done = carry_out(
        restore_database(settings_alone(), file, erasures=erasures, without_erasures=without_erasures)
    )
    typer.echo(f"restored; database at {done.revision}")
    typer.echo(
        f"people erased again: {done.erased_again}" + (" (not looked for)" if without_erasures else "")
    )
    if done.old_file:
        typer.echo(f"the former file is kept: {done.old_file}")
    typer.echo(
        f"messages that may have gone out already: {done.held}. They and all bulk and reminders wait; chats go on. Start the bot, look at "
        "/status, then: bot.py restore --resume (send them) or --drop (never)"
    )


def _decide_on_held(*, resume: bool) -> None:
    from feedbackbot.command_line.in_database import in_database
    from feedbackbot.usecases.operation.held_sending import drop_held_sending, resume_sending

    moved = carry_out(in_database(settings(), resume_sending if resume else drop_held_sending))
    if moved is None:
        refuse("nothing is held: no restore waits for a word")
    typer.echo(f"{'to be sent' if resume else 'dropped'}: {moved}")


def doctor() -> None:
    """Look at everything this installation needs; say in words what is wrong and what to do. Exit code 1 if anything is."""
    from feedbackbot.command_line.doctor import examine, told
    from feedbackbot.telemetry import set_up_logging

    async def work() -> bool:
        sound = True
        async for finding in examine(settings_alone()):
            typer.echo(told(finding))
            sound = sound and finding.health is not Health.WRONG
        return sound

    set_up_logging("console", "ERROR")
    if not carry_out(work()):
        raise typer.Exit(1)


def check() -> None:
    """Check the database's integrity; exit code 1 and a line a problem if there are any."""
    from feedbackbot.storage.schema import integrity_problems

    problems = integrity_problems(settings_alone().database_url)
    for line in problems:
        typer.echo(line)
    typer.echo("ok" if not problems else f"{len(problems)} problems")
    raise typer.Exit(1 if problems else 0)


def jobs() -> None:
    """Show each job's last run, its counts and its next run."""
    from feedbackbot.jobs.listing import list_jobs

    typer.echo(carry_out(list_jobs(settings())))


def add_database_commands(app: typer.Typer) -> None:
    """migrate, backup, restore, doctor, check, jobs."""
    for command in (migrate, backup, restore, doctor, check, jobs):
        app.command(name=command.__name__.replace("_", "-"))(command)
