"""What every bot of the comparison asks: consent, service, nine elements, each with four labels."""

from dataclasses import dataclass

from feedbackbot.domain.survey.elements import ELEMENTS


@dataclass(frozen=True)
class Question:
    key: str
    text: str
    labels: tuple[str, ...]


QUESTIONS = (
    Question("consent", "Penilaian Anda dipakai untuk memperbaiki layanan. Setuju?", ("Setuju", "Tidak")),
    Question("service", "Layanan mana?", ("KTP elektronik", "Kartu Keluarga", "Akta", "Lainnya")),
    *(
        Question(
            element.key,
            f"{element.official_name}: bagaimana pendapat Anda?",
            ("Tidak", "Kurang", "Baik", "Sangat baik"),
        )
        for element in ELEMENTS
    ),
)
