"""A picture, as the chat app hands it on."""

from feedbackbot.dialogue.incoming import Kind, Received
from tests.talk import Talker


async def sends_photo(talker: Talker, *, caption: str, size: int = 1000) -> None:
    file = Received("photo-1", "gambar.jpg", "image/jpeg", size)
    await talker.does(Kind.PHOTO, text=caption, file=file)
