"""The picture of a link that opens the chat: to be shown, passed on, or scanned from a wall."""

import io
from collections.abc import Mapping

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CODE_PICTURE
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.reports.poster.codes import codes_picture
from feedbackbot.reports.poster.poster import Door
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.runtime import Runtime


def code_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """By source. A recipe has `payload` and `language`: whoever scans it may have any of the chat services, so each has its code."""

    async def picture(wanted: Attachment) -> MadeFile:
        links = runtime.links.all(str(wanted.args["payload"]))
        if not links:
            raise LookupError("the bot's name is not known yet")
        if len(links) == 1:
            return MadeFile(_one(*links.values()), wanted.name, "image/png")
        # rows of an older release name a chat service instead of a language
        language = str(wanted.args.get("language") or runtime.settings.default_language)
        doors = [Door(channel_name(catalogue, language, name), link) for name, link in links.items()]
        return MadeFile(await render.render(codes_picture, doors, language), wanted.name, "image/png")

    return {CODE_PICTURE: picture}


def _one(link: str) -> bytes:
    """PNG, large enough to be scanned from a projector."""
    import segno

    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=12, border=4)
    return picture.getvalue()
