"""Words for people of a kind and for governments, where the reports mean somebody by them."""

from __future__ import annotations

import re

from ...model import Mention, Record
from ...rules.nations import nation, nations
from ...rules.wording import referents
from .uses import Referent, Uses

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
POSSESSIVE = re.compile(r"[’']s?$")


def people(record: Record, uses: Uses) -> None:
    """Counts the heads of an article's noun phrases that are words of the table."""
    for mention in record.mentions:
        if mention.form == "nominal" and (found := _head(mention)):
            referent, term, start = found
            uses.add(referent, term, record.article.id, start, mention.span.end)


def _head(mention: Mention) -> tuple[Referent, str, int] | None:
    """The referent, the word and where it begins, where the phrase's head is a word of the table."""
    words = list(WORD.finditer(mention.span.text))
    plain = [POSSESSIVE.sub("", w[0].lower()) for w in words]
    for size in (2, 1):
        if len(words) >= size and (found := referents("people").get(" ".join(plain[-size:]))):
            return Referent("people", found[0]), found[1], mention.span.start + words[-size].start()
    ruler = referents("rulers").get(plain[-1]) if words else None
    if not ruler:
        return None
    whole = [POSSESSIVE.sub("", w[0]) for w in words]
    land = next((here for w in whole if (here := nation(w))), None)
    if land is None or land[1] == "people":
        return None
    name = f"{ruler[0]} of {nations()[land[0]].name}"
    return Referent("people", name), ruler[1], mention.span.start + words[-1].start()
