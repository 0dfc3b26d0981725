"""The whole phrase that a name is the head of: "Mayor Dana Reed", "Dana Reed, the mayor", "Lund, Sweden"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache

from ...model import Mention, Record, Span, cut
from ...rules.nations import nation, regions
from ...rules.people import name_rules
from ...rules.phrasing import articles
from .homonyms import AGE

CLOSE = 1
"""Characters between a role and the name after it."""
LONGEST = 16
"""Characters that a word of direction before a place may have."""


def extents(record: Record) -> Iterator[tuple[Mention, Span]]:
    """(name, its whole phrase) for names with a role right before or after them, and for places with their region."""
    text = record.article.text
    named = [m for m in record.mentions if m.form == "name"]
    for mention in named:
        start, end = _around(text, mention) if mention.kind == "person" else _part(text, mention)
        if (start, end) != (mention.span.start, mention.span.end):
            yield mention, cut(record.article.id, text, start, end)
    by_spot = {(m.span.start, m.span.end): m for m in named}
    for mention in record.mentions:
        if mention.form == "nominal" and mention.antecedent and mention.kind in ("organisation", "group"):
            name = by_spot.get((mention.antecedent.start, mention.antecedent.end))
            if name and (both := _together(text, name.span, mention.span)):
                yield name, cut(record.article.id, text, *both)
    for left, right in itertools.pairwise(named):
        if left.kind == right.kind == "place" and text[left.span.end : right.span.start] == ", " and _broad(right):
            yield left, cut(record.article.id, text, left.span.start, right.span.end)


def _around(text: str, mention: Mention) -> tuple[int, int]:
    """From the role before the name to the role after it, where they stand side by side."""
    start, end = mention.span.start, mention.span.end
    told = AGE.match(text, end)
    end = told.end(1) if told else end
    for role in mention.roles:
        if role.span.end <= start <= role.span.end + CLOSE:
            start = role.span.start
        if role.span.start > end and text[mention.span.end : role.span.start] in _beside():
            end = max(end, role.span.end)
    return start, end


def _part(text: str, mention: Mention) -> tuple[int, int]:
    """A place with the word before it that says which part of it is meant: "central Lund"."""
    start, end = mention.span.start, mention.span.end
    before = text[max(0, start - LONGEST) : start].split(" ")
    if mention.kind == "place" and len(before) > 1 and not before[-1] and before[-2] in name_rules()["directions"]:
        return start - len(before[-2]) - 1, end
    return start, end


def _together(text: str, name: Span, said: Span) -> tuple[int, int] | None:
    """A name with what is said of it beside it: "the news agency Acme", "Acme, a news agency"."""
    if said.end <= name.start and text[said.end : name.start] in (" ", *_beside()):
        return said.start, name.end
    return (name.start, said.end) if name.end <= said.start and text[name.end : said.start] in _beside() else None


def _broad(mention: Mention) -> bool:
    here = nation(mention.span.text)
    return bool(here and here[1] == "name") or mention.span.text.lower() in regions()


@cache
def _beside() -> frozenset[str]:
    """What stands between a name and what is said of it after it."""
    return frozenset({", ", *(f", {word} " for word in articles())})
