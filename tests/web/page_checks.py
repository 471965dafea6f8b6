"""What a page has to be, looked at in Chromium: light, quick, to be read and used by everybody. For the tests and `scripts/check-pages`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Page, Response

MOST_BYTES = 30_000
MOST_SHIFT = 0.1  # what Lighthouse calls good
WIDTH = 360
_AXE = Path(__file__).parent / "axe.min.js"
_RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
_WEIGHED = ("text/html", "text/css", "text/javascript", "application/javascript")
_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value; })
  .observe({type: 'layout-shift', buffered: true});
"""
_LOOK = """() => {
  const wrong = [], all = (query) => [...document.querySelectorAll(query)], seen = (one) => one.getClientRects().length > 0;
  const say = (what, one) => wrong.push(one ? what + ': ' + one.outerHTML.slice(0, 100) : what);
  if (!/^[a-z]{2,3}$/.test(document.documentElement.lang)) say('no language');
  if (!document.title.trim()) say('no title');
  const view = document.querySelector('meta[name=viewport]')?.content ?? '';
  if (!view.includes('width=device-width') || /user-scalable=no|maximum-scale/.test(view)) say('viewport: ' + view);
  const heads = all('h1,h2,h3,h4,h5,h6').filter(seen);
  if (heads.filter(one => one.tagName === 'H1').length !== 1) say('not one h1');
  heads.reduce((before, one) => { const now = +one.tagName[1]; if (now > before + 1) say('a level left out', one); return now; }, 0);
  const named = (one) => one.labels?.length || one.ariaLabel, later = (one) => one.defer || one.async || one.type === 'module';
  for (const one of all('input:not([type=hidden]),select,textarea').filter(seen)) if (!named(one)) say('no label', one);
  for (const one of all('img')) if (!one.hasAttribute('alt') || !one.width || !one.height) say('picture without alt or size', one);
  for (const one of all('link[rel=stylesheet]')) say('blocks rendering', one);
  for (const one of all('script:not([type="application/json"])')) if (!later(one)) say('blocks rendering', one);
  for (const one of all('button,select,textarea,.button,.opt,input[type=search],input[type=text],input:not([type])').filter(seen)) {
    const box = one.getBoundingClientRect();
    if (box.height < 44 || box.width < 44) say('too small for a thumb', one);
  }
  if (document.documentElement.scrollWidth > window.innerWidth) say('wider than the screen: ' + document.documentElement.scrollWidth);
  return wrong;
}"""


@dataclass
class Look:
    """What was found at one address; `wrong` is empty for a page as it should be."""

    path: str
    status: int = 0
    size: int = 0
    shift: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        verdict = "; ".join(self.wrong) or "ok"
        return f"{self.path:<44} {self.status} {self.size:>7,} bytes, shift {self.shift:.3f}: {verdict}"


async def look(page: Page, base: str, path: str) -> Look:
    """`page` is 360 pixels wide; HTML, CSS and scripts count, pictures do not."""
    found, answers = Look(path), list[Response]()

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    await page.add_init_script(_SHIFTS)
    answer = await page.goto(base + path, wait_until="networkidle")
    page.remove_listener("response", note)
    found.status = answer.status if answer else 0
    found.size = await _weight(answers)
    found.wrong = await page.evaluate(_LOOK)
    found.shift = await page.evaluate("window.shifted")
    if found.size > MOST_BYTES:
        found.wrong.append(f"more than {MOST_BYTES:,} bytes")
    if found.shift > MOST_SHIFT:
        found.wrong.append("moves while it is loaded")
    found.wrong += await _axe(page)
    return found


async def _weight(answers: Sequence[Response]) -> int:
    """Uncompressed: the worst that a phone has to parse."""
    counted = [one for one in answers if one.headers.get("content-type", "").startswith(_WEIGHED) and one.ok]
    documents = [one for one in answers if one not in counted and one.request.resource_type == "document"]
    return sum([len(await one.body()) for one in (*counted, *(d for d in documents if d.status >= 400))])


async def _axe(page: Page) -> list[str]:
    """In both colours; contrast, names, roles, order."""
    wrong = []
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        await page.evaluate(_AXE.read_text("utf-8"))
        found = await page.evaluate(f"axe.run(document, {_RULES}).then(r => r.violations)")
        wrong += [f"{scheme}: {one['id']} {one['nodes'][0]['html'][:100]}" for one in found]
    return wrong
