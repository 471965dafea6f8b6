"""Citizens of two opinions who vote by taps and in a browser."""

import random
import re
from collections.abc import Collection

import aiohttp

from feedbackbot.dialogue.buttons import StepTap, read_data
from feedbackbot.playground.person import Person

STATEMENTS = (
    "Loket perlu buka sampai sore",
    "Antrean perlu nomor digital",
    "Toilet harus selalu bersih",
    "Parkir harus gratis",
    "Parkir harus berbayar",
    "Kantor harus tutup hari Jumat",
    "Semua surat cukup lewat aplikasi",
    "Semua surat harus dicetak di kertas",
    "Petugas harus memakai seragam",
)
SHARED = 3  # all say yes to these
ONE = (1, 1, 1, 1, -1, -1, 1, -1, 1)
OTHER = (1, 1, 1, -1, 1, 1, -1, 1, -1)


def opinions(number: int) -> dict[str, int]:
    """Of citizen n: the own group's, one answer in ten otherwise."""
    chance = random.Random(number)
    line = ONE if number % 2 else OTHER
    return {
        words: says if place < SHARED or chance.random() < 0.9 else -says
        for place, (words, says) in enumerate(zip(STATEMENTS, line, strict=True))
    }


async def taps_through(person: Person, topic: int, said: dict[str, int]) -> None:
    """From the link to the last statement, as a phone shows them."""
    await person.starts(f"forum_{topic}")
    await person.then_taps("✅ Setuju")
    left = dict(said)
    while left:
        words = await person.until(lambda: _question(person, left), 60, "the next statement")
        await person.taps({1: "👍 Setuju", -1: "👎 Tidak setuju"}[left.pop(words)])
    await person.waits_for("Terima kasih")


def _question(person: Person, left: Collection[str]) -> str | None:
    """The statement that is asked about, once it is one that was not answered yet."""
    newest = person.messages()[-1]
    buttons = [button for row in newest["inline_keyboard"] for button in row]
    taps = [read_data(button.get("callback_data") or "") for button in buttons]
    asked = any(isinstance(tap, StepTap) and tap.step == "suara" for tap in taps)
    return next((one for one in left if one in newest["text"]), None) if asked else None


class Browser:
    """Somebody's, without scripts: a page, what a form sends, and the page that it leads to."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def opens(self, path: str) -> str:
        async with self._session.get(path) as answer:
            return await answer.text()

    async def sends(self, path: str, fields: dict[str, str]) -> str:
        """Where it leads."""
        async with self._session.post(path, data=fields, allow_redirects=False) as answer:
            assert answer.status == 303, (await answer.text())[-800:]
            return answer.headers["location"]


async def votes_on_page(browser: Browser, topic: int, said: dict[str, int]) -> None:
    """The page, one button, the next page."""
    page = await browser.opens(f"/forum/{topic}")
    for _ in said:
        words = next(one for one in said if f'class="statement">{one}<' in page)
        fields = dict(re.findall(r'name="(t|pernyataan)" value="([^"]+)"', page))
        fields |= {"suara": {1: "setuju", -1: "tidak"}[said[words]], "izin": "ya"}
        page = await browser.opens(await browser.sends(f"/forum/{topic}/suara", fields))
    assert "sudah Anda lihat" in page


async def votes_at_once(browser: Browser, topic: int, said: dict[str, int], ids: dict[str, int]) -> None:
    """With all statements known from elsewhere: one page, and then an answer to each."""
    page = await browser.opens(f"/forum/{topic}")
    fields = {"t": re.findall(r'name="t" value="([^"]+)"', page)[0], "izin": "ya"}
    for words, vote in said.items():
        answer = {"pernyataan": str(ids[words]), "suara": {1: "setuju", -1: "tidak"}[vote]}
        await browser.sends(f"/forum/{topic}/suara", fields | answer)
