"""/biaya tells admins what messages cost, what waits, and how the approved texts stand."""

from feedbackbot.storage.pipeline.receipts import Receipt, Stage, keep_receipts
from feedbackbot.storage.pipeline.templates import keep_template
from feedbackbot.storage.transaction import Transaction
from tests.builders import Member, grant_roles
from tests.talk import Talk


async def test_an_admin_sees_what_was_paid_for_and_what_is_not_approved(talk: Talk) -> None:
    zul = await grant_roles(talk, Member("Zul", ("superadmin",)))

    def told(tx: Transaction) -> None:
        stages = ((Stage.DELIVERED, "service"), (Stage.READ, "marketing"), (Stage.SENT, "service"))
        keep_receipts(
            tx,
            "other",
            [Receipt(f"m{n}", None, stage, tx.now, category=name) for n, (stage, name) in enumerate(stages)],
        )
        keep_template(tx, "other", "kasus_kabar", "id", status="PAUSED", category="UTILITY")

    await talk.work(told)
    await zul.types("/biaya")
    assert "2, kira-kira Rp1.091" in zul.last
    assert "kasus_kabar id: PAUSED" in zul.last.replace("\\", "")
    ani = talk.person("Ani")
    await ani.types("/biaya")
    assert "Perintah itu tidak ada" in ani.said()
