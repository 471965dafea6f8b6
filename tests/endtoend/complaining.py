"""A complaint over the wire."""

from feedbackbot.playground.person import Person


async def complains(person: Person, what: str) -> None:
    """Up to the question for pictures."""
    await person.starts()
    await person.taps("📣 Lapor")
    await person.taps("✅ Setuju")
    await person.taps("😟 Pengaduan")
    await person.hears("Kantor mana")
    await person.types("dukcapil")
    await person.taps("Layanan lain")
    await person.hears("Ceritakan")
    await person.types(what)
    await person.hears("foto atau surat")
