"""The words that each report uses for one and the same, side by side with counts. No score, no verdict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from ..model import QUIET, Cast, Mention, Record, Wording, WordingTerm
from ..rules.nations import nation, nations
from ..rules.phrasing import lead_ins, referents
from .actors.fold import fold

MOST = 12
"""Terms shown for one referent."""
LEAST = 3
"""Uses in all that a row needs: below it there is nothing to compare."""
ACTORS = 20
"""Actors whose descriptions are compared, the most told of first."""
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

Uses = dict[str, dict[str, int]]
"""Term -> article -> count."""


def wording(records: Sequence[Record], cast: Cast) -> tuple[Wording, ...]:
    """For people, things, governments and actors that the reports word in more than one way: the words, and who uses them."""
    rows = [*_counted(records), *_described(records, cast)]
    return tuple(row for referent, uses in rows if (row := _row(referent, uses)))


def _row(referent: str, uses: Uses) -> Wording | None:
    terms = [
        WordingTerm(text=term, count=sum(count.values()), articles=tuple(sorted(count))) for term, count in uses.items()
    ]
    terms.sort(key=lambda t: (-len(t.articles), -t.count, t.text))
    if len(terms) < 2 or sum(t.count for t in terms) < LEAST:
        return None
    return Wording(referent=referent, terms=tuple(terms[:MOST]))


def _new() -> defaultdict[str, defaultdict[str, int]]:
    return defaultdict(lambda: defaultdict(int))


def _counted(records: Sequence[Record]) -> Iterator[tuple[str, Uses]]:
    """Rows of the wording table, the most used first."""
    found: defaultdict[str, defaultdict[str, defaultdict[str, int]]] = defaultdict(_new)
    for record in records:
        heads = [pair for m in record.mentions if m.form == "nominal" and (pair := _head(m))]
        for referent, term in [*heads, *_things(record)]:
            found[referent][term][record.article.id] += 1
    for referent in sorted(found, key=lambda r: (-sum(sum(c.values()) for c in found[r].values()), r)):
        yield referent, {term: dict(count) for term, count in found[referent].items()}


def _head(mention: Mention) -> tuple[str, str] | None:
    """The referent and the word, where the phrase's head is a word of the table."""
    words = fold(mention.span.text).split()
    for size in (2, 1):
        if len(words) >= size and (found := referents("people").get(" ".join(words[-size:]))):
            return found
    ruler = referents("rulers").get(words[-1]) if words else None
    if not ruler:
        return None
    plain = mention.span.text.replace("’s", "").replace("'s", "").split()
    land = next((here for w in plain if (here := nation(w))), None)
    return (f"{ruler[0]} of {nations()[land[0]].name}", ruler[1]) if land and land[1] != "people" else None


def _things(record: Record) -> Iterator[tuple[str, str]]:
    """Words of the table for things, where a word stands before them that makes a noun of them."""
    table, text = referents("things"), record.article.text
    for part in record.article.parts or ():
        if part.kind not in QUIET:
            yield from _scan(text[part.start : part.end], table)
    if not record.article.parts:
        yield from _scan(text, table)


def _scan(text: str, table: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    words = WORD.findall(text.lower())
    first, before = _first_words(), lead_ins()
    free = 1
    for at, word in enumerate(words):
        if word not in first or at < free:
            continue
        size = next((n for n in (2, 1) if " ".join(words[at : at + n]) in table), 0)
        if size and (words[at - 1] in before or words[at - 1].endswith(("'s", "’s"))):
            yield table[" ".join(words[at : at + size])]
        free = at + (size or 1)


@cache
def _first_words() -> frozenset[str]:
    """The words that a term for a thing begins with: few words of a text are one."""
    return frozenset(term.partition(" ")[0] for term in referents("things"))


def _described(records: Sequence[Record], cast: Cast) -> Iterator[tuple[str, Uses]]:
    """What the reports call an actor whom they name, beside the name: rows need two such phrases of different reports."""
    phrases = {(m.span.article, m.span.start, m.span.end) for r in records for m in r.mentions if m.form == "nominal"}
    for actor in [a for a in cast.actors if a.kind in ("person", "organisation")][:ACTORS]:
        uses = _new()
        shown: dict[str, str] = {}
        for span in actor.mentions:
            if (span.article, span.start, span.end) in phrases and (phrase := _phrase(span.text)):
                uses[shown.setdefault(phrase.lower(), phrase)][span.article] += 1  # "Chief" and "chief" are one word
        if len(uses) > 1 and len({a for count in uses.values() for a in count}) > 1:
            yield actor.name, {term: dict(count) for term, count in uses.items()}


def _phrase(text: str) -> str:
    """The phrase without its article; first letter small unless it is a name's."""
    words = text.split()
    if words[0].lower() in ("the", "a", "an", "this", "that"):
        words = words[1:]
    return " ".join(words)
