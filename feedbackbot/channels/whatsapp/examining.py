"""How an operator is told whether WhatsApp is reached, knows the account, and has its templates and forms."""

from collections.abc import Sequence

from feedbackbot.channels.clock_beside import clock_beside
from feedbackbot.channels.service import Finding, Health
from feedbackbot.channels.whatsapp.addresses import NAME
from feedbackbot.channels.whatsapp.client import CALL_FAILURES, GraphClient
from feedbackbot.channels.whatsapp.publishing import PUBLISHED, form_states
from feedbackbot.channels.whatsapp.refusals import outcome
from feedbackbot.channels.whatsapp.templates import compare
from feedbackbot.i18n import Catalogue

_APPROVED = "APPROVED"


async def examine_whatsapp(client: GraphClient, catalogue: Catalogue, *, forms: bool) -> Sequence[Finding]:
    """Never raises."""
    try:
        templates = await compare(client, catalogue)
        published = await form_states(client, catalogue) if forms else []
    except CALL_FAILURES as failure:
        reason = outcome(failure).reason
        return [
            Finding(
                NAME,
                Health.WRONG,
                f"not reached, or refused: {reason}",
                "docs/whatsapp.md: host, version, token, account",
            )
        ]
    return [
        Finding(NAME, Health.GOOD, "reached"),
        *clock_beside(NAME, client.last_date),
        _of(f"{NAME} templates", [one.status == _APPROVED and one.same_words for one in templates], "whatsapp-templates --push"),
        _of(f"{NAME} forms", [one.state == PUBLISHED for one in published], "whatsapp-forms --push"),
    ]  # fmt: skip


def _of(what: str, fine: Sequence[bool], command: str) -> Finding:
    if all(fine):
        return Finding(what, Health.GOOD, f"all {len(fine)} are there")
    return Finding(
        what,
        Health.DOUBTFUL,
        f"{fine.count(False)} of {len(fine)} are missing, waiting or of other words",
        f"`bot.py {command}`",
    )
