"""What all public pages share: language, texts, frame, headers."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from feedbackbot.data import identity
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.settings import Settings

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SAFE: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "vary": "accept-language",
}


# what a page keeps when its language is changed: a receipt, what became of a form, words looked for
_KEPT: Final = ("s", "struk", "hasil", "n", "loket", "cari", "terkirim")


class Site:
    """Pages of one area; `templates` is its folder."""

    def __init__(self, catalogue: Catalogue, settings: Callable[[], Settings], templates: Path) -> None:
        self.catalogue = catalogue
        self._settings = settings
        self._folders = [templates, Path(__file__).parent / "templates"]

    @cached_property
    def _pages(self) -> "Environment":
        """Made for the first page that somebody opens: Jinja is two megabytes."""
        from jinja2 import Environment, FileSystemLoader, select_autoescape

        pages = Environment(
            loader=FileSystemLoader(self._folders),
            autoescape=select_autoescape(),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        pages.filters["percent"] = whole_percent
        return pages

    def page(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] = SAFE,
        language: str = "",
        **values: Any,
    ) -> Response:
        """The template within the frame; `t` makes its texts."""
        language = language or self.language(request)
        body = self._pages.get_template(template).render(
            t=self.texts(language),
            language=language,
            languages=self._choices(request, language),
            path=request.url.path,
            settings=self._settings(),
            identity=identity(),
            **values,
        )
        return HTMLResponse(body, status, headers={**headers, "content-language": language})

    def part(self, template: str, language: str, **values: Any) -> Markup:
        """A piece of a page, to be put into one."""
        return Markup(self._pages.get_template(template).render(t=self.texts(language), **values))  # noqa: S704  escaped there

    def language(self, request: Request) -> str:
        """That of the address, else the first that the browser prefers and we speak."""
        wanted = [request.query_params.get("bahasa", "")]
        wanted += [
            part.split(";")[0].strip().split("-")[0].lower()
            for part in request.headers.get("accept-language", "").split(",")
        ]
        spoken = (one for one in wanted if one in self.catalogue.languages)
        return next(spoken, self._settings().default_language)

    def _choices(self, request: Request, spoken: str) -> list[tuple[str, str, str]]:
        """The other languages: code, own name, and this page in it, with what else the address says."""
        kept = {name: request.query_params[name] for name in _KEPT if name in request.query_params}
        return [
            (
                one,
                plain(self.catalogue.text(one, "language-name")),
                f"{request.url.path}?{urlencode({'bahasa': one, **kept})}",
            )
            for one in self.catalogue.languages
            if one != spoken
        ]

    def texts(self, language: str) -> Callable[..., str]:
        """`t(key, **values)`, without marks of format."""

        def t(key: str, /, **values: Value) -> str:
            return plain(self.catalogue.text(language, key, **values))

        return t
