"""Every text that a person reads, by language.

A language is a file `<code>.ftl` or a folder `<code>/` of such files; adding one adds the language. What a language lacks is
shown in Indonesian.
"""

from feedbackbot.i18n.catalogue import Catalogue, Markup, load_catalogue

__all__ = ["Catalogue", "Markup", "load_catalogue"]
