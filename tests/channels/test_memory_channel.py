"""The channel in memory that tests of the delivery use."""

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.delivery.channel import Channel, DeliveryStatus, Sent
from feedbackbot.dialogue.message import Outgoing


async def test_it_answers_as_told_and_then_delivers() -> None:
    memory = MemoryChannel()
    channel: Channel = memory
    memory.answer_with(
        [DeliveryStatus.LATER, Sent(DeliveryStatus.LATER, retry_after=3.0), DeliveryStatus.UNKNOWN]
    )
    fates = [await channel.send("1", Outgoing(str(number))) for number in range(4)]
    assert [sent.fate for sent in fates] == [
        DeliveryStatus.LATER,
        DeliveryStatus.LATER,
        DeliveryStatus.UNKNOWN,
        DeliveryStatus.SENT,
    ]
    assert fates[1].retry_after == 3.0
    assert [message.text for _, message in memory.sent] == ["2", "3"]
    assert [message.text for _, message in memory.tried] == ["0", "1", "2", "3"]


async def test_an_edit_keeps_its_reference_and_who_is_gone_gets_nothing() -> None:
    memory = MemoryChannel(gone={"2"})
    first = await memory.send("1", Outgoing("satu"))
    assert (await memory.send("1", Outgoing("dua", replaces_ref=first.message_ref))) == first
    assert (await memory.send("2", Outgoing("x"))).fate is DeliveryStatus.GONE
    await memory.acknowledge("t", "Tersimpan")
    assert memory.acknowledged == [("t", "Tersimpan")]
