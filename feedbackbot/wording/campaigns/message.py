"""A nudge as it is read: the principle's draft or the admin's own words, with true figures and one thing to do."""

from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.wording import filled
from feedbackbot.domain.message_text import escape
from feedbackbot.i18n import Markup
from feedbackbot.i18n.catalogue import Value
from feedbackbot.usecases.campaigns.figures import Figures


def act_of(t: Translate, figures: Figures) -> str:
    """What the goal is, in words that fit into a sentence: "menjawab undangan *Pelayanan Prima*"."""
    return t(f"nudge-act-{figures.goal.kind.value}", training=figures.title, jp=figures.goal.number)


def nudge_text(t: Translate, principle: Principle, words: str | None, figures: Figures) -> str:
    act = Markup(act_of(t, figures))
    until = t("nudge-until", at=figures.until) if figures.until else ""
    if words is not None:
        values = {
            "ajakan": str(act),
            "ikut": str(figures.did),
            "rekan": str(figures.peers),
            "kantor": escape(figures.unit),
            "batas": until,
            "jp": str(figures.jp),
            "ikm": escape(figures.ikm.replace(".", t("decimal-mark"))),
            "poin": str(figures.points),
        }
        return filled(escape(words), values)
    if principle is Principle.SOCIAL_NORM:  # what the colleagues have done, not what there is to do
        act = Markup(
            t(f"nudge-done-{figures.goal.kind.value}", training=figures.title, jp=figures.goal.number)
        )
    values_of: dict[str, Value] = {
        "act": act,
        "did": figures.did,
        "peers": figures.peers,
        "unit": figures.unit,
        "until": Markup(until),
        "jp": figures.jp,
        "ikm": figures.ikm.replace(".", t("decimal-mark")),
        "ratings": figures.ratings,
        "points": figures.points,
    }
    return t(f"nudge-{principle.value}", **values_of)
