"""What was said in the talks that are tested."""

import json

from tests.talk import Talker

ROAD = "jalan di depan rumah saya rusak parah, sudah dua bulan berlubang"


async def words_of(person: Talker) -> str:
    return str(json.loads((await person.state()).data).get("what", ""))
