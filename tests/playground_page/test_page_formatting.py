"""Text with entities becomes elements, and typed text never does."""

from typing import Any

from playwright.async_api import expect

from tests.playground_page.screen import ANI, Bot, Screen

FORMATTED = """
    async ([text, entities]) => {
        const { formatted } = await import("/static/entities.js");
        const box = document.createElement("div");
        box.append(formatted(text, entities));
        return box.innerHTML;
    }
"""


async def render(screen: Screen, text: str, *entities: dict[str, Any]) -> str:
    html: str = await screen.page.evaluate(FORMATTED, [text, list(entities)])
    return html


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


async def test_bold_after_emoji_covers_the_bold_word_and_nothing_else(started: Screen, bot: Bot) -> None:
    await bot.says(ANI, "😀👨‍👩‍👧 ke <b>tebal</b> 🎉 <i>miring</i> biasa")
    bubble = started.bubble("Ani", "biasa")
    await expect(bubble.locator("strong")).to_have_text("tebal")
    await expect(bubble.locator("em")).to_have_text("miring")
    await expect(bubble.locator(".text")).to_have_text("😀👨‍👩‍👧 ke tebal 🎉 miring biasa")


async def test_every_kind_of_formatting_has_its_element(started: Screen, bot: Bot) -> None:
    await bot.says(
        ANI,
        "<u>garis</u> <s>coret</s> <code>kode</code> <a href='https://example.org/a'>laman</a>\n"
        "<blockquote>kutipan</blockquote><pre>rata\n  kiri</pre>",
    )
    text = started.bubble("Ani", "garis").locator(".text")
    for tag, words in {"u": "garis", "s": "coret", "code": "kode", "blockquote": "kutipan"}.items():
        await expect(text.locator(tag)).to_have_text(words)
    assert await text.locator("pre").text_content() == "rata\n  kiri"
    link = text.get_by_role("link", name="laman")
    await expect(link).to_have_attribute("href", "https://example.org/a")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_spoiler_is_hidden_until_it_is_pressed(started: Screen, bot: Bot) -> None:
    await bot.says(ANI, "jawabannya <tg-spoiler>empat</tg-spoiler>")
    spoiler = started.bubble("Ani", "jawabannya").get_by_role("button", name="empat")
    await expect(spoiler).to_have_attribute("aria-expanded", "false")
    await spoiler.press("Enter")
    await expect(spoiler).to_have_attribute("aria-expanded", "true")


async def test_entities_that_overlap_are_split_and_keep_every_letter(screen: Screen) -> None:
    html = await render(screen, "satu dua tiga", entity("bold", 0, 8), entity("italic", 5, 8))
    assert html == "<strong>satu <em>dua</em></strong><em> tiga</em>"


async def test_entities_nest_whatever_order_they_come_in(screen: Screen) -> None:
    html = await render(screen, "abcd", entity("italic", 1, 2), entity("bold", 0, 4))
    assert html == "<strong>a<em>bc</em>d</strong>"


async def test_an_entity_past_the_end_of_the_text_is_cut(screen: Screen) -> None:
    assert await render(screen, "ab", entity("bold", 1, 99), entity("italic", 50, 3)) == "a<strong>b</strong>"


async def test_a_quotation_does_not_leave_an_empty_line_around_itself(screen: Screen) -> None:
    html = await render(screen, "a\nb\nc", entity("blockquote", 2, 1))
    assert html == "a<blockquote>b</blockquote>c"


async def test_a_link_that_would_run_a_script_is_plain_text(screen: Screen) -> None:
    html = await render(screen, "tekan", entity("text_link", 0, 5, url="javascript:alert(1)"))
    assert html == "<span>tekan</span>"


async def test_typed_html_is_shown_letter_for_letter(started: Screen) -> None:
    typed = '<b>tebal</b> & <img src=x onerror="document.title=1">'
    await started.write("Ani", typed)
    text = started.bubble("Ani", "tebal").locator(".text")
    await expect(text).to_have_text(typed)
    await expect(text.locator("b, strong, img")).to_have_count(0)


async def test_a_command_in_a_message_can_be_pressed(started: Screen, bot: Bot) -> None:
    await started.write("Ani", "/nilai")
    await bot.hears("message")
    await started.bubble("Ani", "/nilai").get_by_role("button", name="/nilai").click()
    await expect(started.bubble("Ani", "/nilai")).to_have_count(2)
