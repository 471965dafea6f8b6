"""A topic becomes known: poster, broadcast, the picture of its result; and a page says how its voters learn the answer."""

import io

from pypdf import PdfReader

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import FORUM_PICTURE, FORUM_POSTER
from feedbackbot.domain.people.roles import Role
from feedbackbot.usecases.forum.read_topic import topic_view
from feedbackbot.wording.forum.files import forum_makers, picture_of
from tests.builders import CATALOGUE
from tests.forum.city import City, crowd_votes, with_role
from tests.render_fake import InThisProcess
from tests.talk import Talker


async def made(city: City, wanted: Attachment) -> bytes:
    maker = forum_makers(city.talk.runtime, CATALOGUE, InThisProcess())[wanted.source]  # type: ignore[arg-type]
    return (await maker(wanted)).content


def document(who: Talker) -> Attachment:
    return next(one.document for one in reversed(who.answered) if one.document)


async def test_the_card_gives_a_poster_in_three_sizes_that_leads_to_the_topic(city: City) -> None:
    topic = await city.opens()
    await city.head.sends_tap(f"!aturforum/{topic}")
    await city.head.taps("Poster")
    wanted = document(city.head)
    assert (wanted.source, wanted.args["size"]) == (FORUM_POSTER, "a4")
    [page] = PdfReader(io.BytesIO(await made(city, wanted))).pages
    told = " ".join(page.extract_text().split())
    assert "Apa yang perlu diperbaiki di kantor ini?" in told and f"kota.example/forum/{topic}" in told
    await city.head.taps("Tenda meja")
    tent = document(city.head)
    assert tent.args["size"] == "tenda" and len(PdfReader(io.BytesIO(await made(city, tent))).pages) == 1


async def test_the_poster_of_a_topic_that_is_not_ones_own_is_refused(city: City) -> None:
    topic = await city.opens(unit_id=2)
    await city.head.sends_tap(f"!aturforum/{topic}.a5")
    assert not any(one.document for one in city.head.answered)
    assert "bukan untuk Anda atur" in city.head.said() + city.head.notice


async def test_the_longest_question_is_still_a_poster_of_one_page(city: City) -> None:
    topic = await city.opens(question="W" * 30 + " " + "Mengapa " * 20 + "?")
    for size in ("a4", "a5", "tenda"):
        wanted = Attachment(FORUM_POSTER, {"topic": topic, "language": "id", "size": size}, "p.pdf")
        assert len(PdfReader(io.BytesIO(await made(city, wanted))).pages) == 1


async def test_the_broadcast_of_a_topic_is_written_already(city: City) -> None:
    topic = await city.opens(unit_id=None)
    await city.admin.sends_tap(f"!aturforum/{topic}")
    await city.admin.taps("Siarkan")
    await city.admin.taps("Semua yang memakai asisten ini")
    assert "Apa yang perlu diperbaiki" in city.admin.last
    assert f"https://kota.example/forum/{topic}" in city.admin.last
    await city.admin.taps("📨 Pakai kalimat ini")
    assert "Apa yang perlu diperbaiki" not in city.admin.last, "the words are taken, the next step follows"


async def test_a_head_who_may_not_broadcast_is_offered_none(city: City) -> None:
    topic = await city.opens()
    await city.head.sends_tap(f"!aturforum/{topic}")
    assert not any("Siarkan" in label for label in city.head.buttons())
    unit_admin = await with_role(city.talk, "Nurul", Role.UNIT_ADMIN, 1)
    await unit_admin.sends_tap(f"!aturforum/{topic}")
    assert any("Siarkan" in label for label in unit_admin.buttons())


async def test_the_result_comes_as_a_picture_with_words_for_those_who_do_not_see(
    city: City, ani: Talker
) -> None:
    topic = await city.opens()
    await ani.opens(f"forum_{topic}")
    await crowd_votes(city, topic, people=30, against={1, 2})
    await city.computes()
    await ani.sends_tap(f"!forum/{topic}.hasil")
    wanted = next(one.picture for one in ani.answered if one.picture)
    assert wanted.source == FORUM_PICTURE and wanted.cache_key
    assert (await made(city, wanted)).startswith(b"\x89PNG")
    view = await city.talk.run(topic_view, topic)
    drawn = picture_of(view, lambda key, **values: CATALOGUE.text("id", key, **values))
    assert len(drawn.points) == len(view.result.points) > 0 and drawn.alt.startswith("Gambar pendapat")  # type: ignore[union-attr]
    city.clock.passes(hours=1)
    await ani.sends_tap(f"!forum/{topic}.hasil")
    assert next(one.picture for one in ani.answered if one.picture).cache_key == wanted.cache_key


async def test_without_a_result_there_is_no_picture(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await ani.sends_tap(f"!forum/{topic}.hasil")
    assert not any(one.picture for one in ani.answered)


async def test_an_office_is_found_by_typing_it(city: City) -> None:
    await city.admin.types("/forum_baru")
    await city.admin.types("puskesmas")
    assert "Puskesmas" in city.admin.buttons()[0] and "Seluruh kota" not in city.admin.buttons()
    await city.admin.taps("Semua kantor")
    assert "Seluruh kota" in city.admin.buttons()
    await city.admin.types("disdukcapil")
    assert "Apa pertanyaannya" in city.admin.last, "only one fits: it is chosen"


async def test_words_that_are_no_office_are_told_and_all_are_shown_again(city: City) -> None:
    await city.admin.types("/forum_baru")
    await city.admin.types("xyzzy qwrt")
    assert "tidak menemukan" in city.admin.said() + city.admin.notice
    assert "Seluruh kota" in city.admin.buttons()
