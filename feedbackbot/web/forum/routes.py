"""`/forum`: topics, one topic with its result, votes and statements of browsers. Works without scripts."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forum.carried_voice import carried, name_in
from feedbackbot.domain.forum.result import GROUP_NAMES
from feedbackbot.domain.forum.statement import LONGEST
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.open_topic import LONGEST_TIME
from feedbackbot.usecases.forum.read_topic import TopicView, public_topics, topic_view
from feedbackbot.usecases.forum.take_part import Ballot
from feedbackbot.usecases.forum.vote_on_page import Browser, page_ballot, vote_on_page, write_on_page
from feedbackbot.web.forms.page_fields import fields_of
from feedbackbot.web.forms.page_token import PageToken, page_token, read_page_token
from feedbackbot.web.forms.visitor import (
    comes_from_elsewhere,
    new_voter,
    place_name,
    remember_voter,
    voter_of,
)
from feedbackbot.web.forum.open_votes import votes_as_csv
from feedbackbot.web.forum.picture import opinion_map
from feedbackbot.web.site import SAFE, Site

T = TypeVar("T")
_FRESH: Final = {**SAFE, "cache-control": "no-store", "referrer-policy": "same-origin"}
_MINUTES: Final = {**SAFE, "cache-control": "public, max-age=300"}
_VOTES: Final = {"setuju": Vote.AGREE, "tidak": Vote.DISAGREE, "lewati": Vote.PASS}
_LINK: Final = "forum"


class ForumPages:
    """Handlers; a vote is kept before it is acknowledged. The result is read as it is stored."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._catalogue = catalogue
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/forum", self.list_topics),
            Route("/forum/{topic:int}", self.show, methods=["GET"]),
            Route("/forum/{topic:int}/masuk", self.enter),
            Route("/forum/{topic:int}/suara", self.vote, methods=["POST"]),
            Route("/forum/{topic:int}/pernyataan", self.write, methods=["POST"]),
            Route("/forum/{topic:int}/peta.svg", self.picture),
            Route("/forum/{topic:int}/suara.csv", self.download),
        ]

    # Reading

    async def enter(self, request: Request) -> Response:
        """From a chat: this browser speaks with that chat's voice from here on. The address that says so is left at once."""
        token, topic_id = request.query_params.get("s", "")[:200], _topic(request)
        voter = carried(self._key, token, topic_id, self._runtime.now())
        headers = {"cache-control": "no-store", "referrer-policy": "no-referrer"}
        page = RedirectResponse(f"/forum/{topic_id}", 303, headers=headers)
        if voter is not None:
            remember_voter(page, voter, self._runtime.settings, "/forum", LONGEST_TIME.days)
        return page

    async def list_topics(self, request: Request) -> Response:
        found = await self._read(public_topics)
        return self._site.page(request, "topics.html", headers=_MINUTES, topics=found)

    async def show(self, request: Request) -> Response:
        return await self._show(request)

    async def _show(
        self, request: Request, status: int = 200, problem: str = "", words: str = ""
    ) -> Response:
        topic_id, voter = _topic(request), voter_of(request, self._key)

        def read(tx: Transaction) -> tuple[TopicView, Ballot, bool]:
            return topic_view(tx, topic_id), *page_ballot(tx, topic_id, voter)

        try:
            view, ballot, known = await self._read(read)
        except FeedbackbotError:
            return self._site.page(request, "no-topic.html", status=404, headers=_FRESH)
        fresh = voter or new_voter()
        token = page_token(self._key, PageToken(topic_id, _LINK), fresh, self._runtime.now())
        page = self._site.page(
            request,
            "topic.html",
            status=status,
            headers=_FRESH,
            view=view,
            ballot=ballot,
            known=known,
            token=token,
            problem=problem,
            words=words,
            told=request.query_params.get("kabar", ""),
            longest=LONGEST,
            names=GROUP_NAMES,
            chats=self._chats(request, topic_id),
            from_chat=bool(voter and name_in(voter)),
            takes_votes=view.topic.course.takes_votes(self._runtime.now()),
        )
        if not voter:
            remember_voter(page, fresh, self._runtime.settings, "/forum", LONGEST_TIME.days)
        return page

    def _chats(self, request: Request, topic_id: int) -> dict[str, str]:
        """The same topic in a chat app, by its name."""
        links, language = self._runtime.links.all(f"{_LINK}_{topic_id}"), self._site.language(request)
        return {channel_name(self._catalogue, language, channel): link for channel, link in links.items()}

    async def picture(self, request: Request) -> Response:
        view = await self._view(request)
        if view is None or view.result is None:
            return PlainTextResponse("not found", 404, SAFE)
        t = self._site.texts(self._site.language(request))
        groups = view.result.groups
        names = [t("forum-web-group", name=name) for name, _ in zip(GROUP_NAMES, groups, strict=False)]
        title = t("forum-web-picture", n=view.result.grouped, groups=max(len(groups), 1))
        body = opinion_map(view.result.points, names, title)
        return Response(body, media_type="image/svg+xml", headers=_MINUTES)

    async def download(self, request: Request) -> Response:
        try:
            body = await votes_as_csv(self._runtime, _topic(request))
        except FeedbackbotError:
            body = None
        if body is None:
            return PlainTextResponse("not found", 404, SAFE)
        disposition = f'attachment; filename="forum-{_topic(request)}.csv"'
        headers = {**_MINUTES, "content-disposition": disposition}
        # the mark tells spreadsheet programs that the text is UTF-8
        return Response("\ufeff" + body, media_type="text/csv; charset=utf-8", headers=headers)

    async def _view(self, request: Request) -> TopicView | None:
        try:
            return await self._read(lambda tx: topic_view(tx, _topic(request)))
        except FeedbackbotError:
            return None

    # Taking part

    async def vote(self, request: Request) -> Response:
        given = await fields_of(request)
        vote, statement = _VOTES.get(given.get("suara", "")), given.get("pernyataan", "")
        if vote is None or not statement.isdecimal() or len(statement) > 15:
            return await self._show(request, 422, "page-send-again")

        def keep(tx: Transaction, browser: Browser) -> str:
            return vote_on_page(tx, _topic(request), browser, int(statement), vote).value

        return await self._take(request, given, keep)

    async def write(self, request: Request) -> Response:
        given = await fields_of(request)
        words = given.get("kata", "")[:4_000]

        def keep(tx: Transaction, browser: Browser) -> str:
            written = write_on_page(tx, _topic(request), browser, words)
            return written.problem or "written"

        return await self._take(request, given, keep, words)

    async def _take(
        self,
        request: Request,
        given: Mapping[str, str],
        keep: Callable[[Transaction, Browser], str],
        words: str = "",
    ) -> Response:
        runtime = self._runtime
        if comes_from_elsewhere(request, runtime.settings):
            return await self._show(request, 403, "page-from-elsewhere", words)
        voter, now = voter_of(request, self._key), runtime.now()
        told = read_page_token(self._key, given.get("t", ""), voter, now)
        if told is None or told != PageToken(_topic(request), _LINK):
            return await self._show(request, 422, "page-send-again", words)
        place = place_name(request, runtime.settings, city_day(now))
        browser = Browser(voter, place, agreed=given.get("izin") == "ya")
        try:
            outcome = await runtime.write(lambda tx: keep(tx, browser))
        except FeedbackbotError as why:
            return await self._show(request, 429 if why.key == "page-too-many" else 422, why.key, words)
        if outcome.startswith("forum-"):
            return await self._show(request, 422, outcome, words)
        language = given.get("bahasa", "") or self._site.language(request)
        where = f"/forum/{_topic(request)}?kabar={outcome}&bahasa={language[:5]}#suara"
        return RedirectResponse(where, 303, headers={"cache-control": "no-store"})

    @property
    def _key(self) -> bytes:
        return self._runtime.settings.require_key()

    async def _read(self, query: Callable[[Transaction], T]) -> T:
        return await self._runtime.read(query)


def _topic(request: Request) -> int:
    number: Any = request.path_params["topic"]
    return min(int(number), 2**53)
