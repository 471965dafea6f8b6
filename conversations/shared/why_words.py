"""Why somebody is invited, in words that need no knowledge of the survey."""

from feedbackbot.dialogue.notices import Translate
from feedbackbot.i18n import Markup
from feedbackbot.usecases.improvement.why_invited import WhyInvited


def why_words(t: Translate, why: WhyInvited) -> str:
    """One or two sentences; "" where nothing is known but that an admin chose."""
    if not why.element:
        return ""
    element = Markup(t(f"element-{why.element}"))
    if why.mean is None:
        return t("why-element", element=element)
    key = "why-chosen" if why.chosen else "why-figure"
    return t(key, element=element, unit=why.unit, mean=why.mean, n=why.n)
