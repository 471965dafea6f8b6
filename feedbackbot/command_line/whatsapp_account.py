"""What the account holds, printed line by line; nothing of it is secret."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import typer

from feedbackbot.channels.whatsapp.client import CALL_FAILURES, GraphClient
from feedbackbot.channels.whatsapp.publishing import PUBLISHED, form_states, publish_forms
from feedbackbot.channels.whatsapp.refusals import outcome
from feedbackbot.channels.whatsapp.templates import compare, create_missing
from feedbackbot.errors import SettingsError
from feedbackbot.i18n import load_catalogue
from feedbackbot.settings import PREFIX, Settings
from feedbackbot.storage.pipeline.templates import APPROVED


@asynccontextmanager
async def _account(settings: Settings) -> AsyncIterator[GraphClient]:
    for name in ("whatsapp_token", "whatsapp_account_id"):
        value = getattr(settings, name)
        if not (value if isinstance(value, str) else value.get_secret_value()):
            raise SettingsError(f"{PREFIX}{name.upper()} is missing")
    client = GraphClient(settings)
    await client.open()
    try:
        yield client
    except CALL_FAILURES as failure:
        raise SettingsError(f"the account cannot be asked: {outcome(failure).reason}") from None
    finally:
        await client.close()


async def show_templates(settings: Settings, *, push: bool) -> int:
    """0 where all are approved."""
    catalogue = load_catalogue()
    async with _account(settings) as client:
        if push:
            typer.echo(f"{await create_missing(client, catalogue)} created")
        found = await compare(client, catalogue)
    for one in found:
        other = "" if one.same_words else "  other words than here"
        typer.echo(f"{one.name} {one.language}  {one.status}  {one.category}{other}")
    return 0 if all(one.status == APPROVED and one.same_words for one in found) else 1


async def show_forms(settings: Settings, *, push: bool) -> int:
    """0 where all are published."""
    catalogue = load_catalogue()
    async with _account(settings) as client:
        found = await (publish_forms if push else form_states)(client, catalogue)
    for one in found:
        typer.echo(f"{one.name}  {one.state}")
    return 0 if all(one.state == PUBLISHED for one in found) else 1
