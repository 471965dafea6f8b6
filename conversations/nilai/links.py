"""The ways into a rating from outside the chat: a QR code at the counter, a link on a receipt."""

from conversations.nilai.entering import go_on, remember_service, remember_unit
from conversations.nilai.memory import Rating
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Transition
from feedbackbot.domain.survey.visit import visit_at
from feedbackbot.domain.visits.receipt import receipt_visit
from feedbackbot.usecases.units.find_unit import unit_by_code, unit_by_id
from feedbackbot.usecases.visits.receipts import is_good, open_receipt


async def enter_link(chat: Chat[Rating], argument: str) -> Transition:
    """From a QR code: `<unit>_<counter>`, by their codes; posters of earlier releases have a token behind."""
    unit_code, _, rest = argument.partition("_")
    unit = await chat.run(unit_by_code, unit_code)
    if unit is None:
        chat.say(chat.t("unit-gone"))
        return await go_on(chat)
    chat.data.visit = visit_at(rest.partition("_")[0][:20])
    remember_unit(chat, unit)
    return await go_on(chat)


async def enter_receipt(chat: Chat[Rating], argument: str) -> Transition:
    """From the one-time link on a receipt; one that is over leads to the unit all the same."""
    visit = await chat.run(open_receipt, argument[:16])
    unit = await chat.run(unit_by_id, visit.unit_id) if visit is not None else None
    if visit is None or unit is None:
        chat.say(chat.t("receipt-unknown"))
        return await go_on(chat)
    if await chat.run(is_good, visit):
        chat.data.receipt, chat.data.visit = argument[:16], receipt_visit(visit.counter)
    else:
        chat.say(chat.t("receipt-over"))
        chat.data.visit = visit.counter or None
    remember_unit(chat, unit)
    await remember_service(chat, visit.service_id)
    return await go_on(chat)
