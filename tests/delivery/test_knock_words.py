"""What a knock says."""

import pytest
from sqlalchemy import select

from feedbackbot.delivery.channel import Limits
from feedbackbot.delivery.window_gate import open_or_knock
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.contact_policy.templates import KNOCK, all_templates
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.pipeline.templates import keep_template
from feedbackbot.storage.transaction import Transaction
from tests.delivery.windows import CHANNEL
from tests.usecase_runner import Desk


async def test_a_knock_says_in_short_what_it_is_about_and_to_officers_in_their_own_words(desk: Desk) -> None:
    def work(tx: Transaction) -> list[tuple[str, str]]:
        for one in all_templates():
            keep_template(tx, CHANNEL, one.name, "id", status="APPROVED", category=one.category)
        letters = []
        for number, notice in enumerate(("case-desk", "case-citizen", "low-score")):
            contact, _ = lock_chat(tx, CHANNEL, f"Warga {number}")
            body = Outgoing("Ada laporan *baru*.\n\nIsinya panjang.", about="T25-JN9H, Disdukcapil").to_json()
            letters.append(
                QueuedMessage(
                    id=number + 1,
                    address_id=contact.address_id,
                    person_id=contact.person_id,
                    address=f"Warga {number}",
                    kind=Kind.CASE_UPDATE,
                    lane=Lane.REMINDER,
                    body=body,
                    notice=notice,
                    language="id",
                )
            )
        assert open_or_knock(tx, CHANNEL, letters, Limits(people=10)) == []
        knocks = tx.run(select(outbox.c.body).where(outbox.c.kind == KNOCK).order_by(outbox.c.id)).scalars()
        called = [Outgoing.from_json(body).template for body in knocks]
        return [(one.name, one.fields["perihal"]) for one in called if one is not None]

    assert await desk.do(work) == [
        ("kasus_petugas", "T25-JN9H, Disdukcapil"),
        ("kasus_kabar", "T25-JN9H, Disdukcapil"),
        ("kasus_petugas", "T25-JN9H, Disdukcapil"),
    ]


SCHEDULE = "Pelayanan Prima\nSenin, 7 Desember 2026 pukul 09.00\nAula Setda"


@pytest.mark.parametrize(
    ("about", "status", "called"),
    [
        (SCHEDULE, "APPROVED", ("jadwal_undangan", SCHEDULE.split("\n"))),
        (SCHEDULE, "PENDING", ("pelatihan_undangan", [SCHEDULE.replace("\n", ", ")])),
        ("Belajar sendiri", "APPROVED", ("pelatihan_undangan", ["Belajar sendiri"])),
    ],
)
async def test_what_fills_several_fields_knocks_with_them_once_that_text_is_approved(
    desk: Desk, about: str, status: str, called: tuple[str, list[str]]
) -> None:
    def work(tx: Transaction) -> tuple[str, list[str]]:
        for one in all_templates():
            state = status if len(one.fields) > 1 else "APPROVED"
            keep_template(tx, CHANNEL, one.name, "id", status=state, category=one.category)
        contact, _ = lock_chat(tx, CHANNEL, "Ani")
        body = Outgoing("Anda diundang.", about=about).to_json()
        letter = QueuedMessage(
            id=1, address_id=contact.address_id, person_id=contact.person_id, address="Ani", kind=Kind.INVITATION,
            lane=Lane.REMINDER, body=body, notice="training-invitation", language="id",
        )  # fmt: skip
        assert open_or_knock(tx, CHANNEL, [letter], Limits(people=10)) == []
        [knock] = tx.run(select(outbox.c.body).where(outbox.c.kind == KNOCK)).scalars()
        made = Outgoing.from_json(knock).template
        assert made is not None
        return made.name, list(made.fields.values())

    assert await desk.do(work) == called
