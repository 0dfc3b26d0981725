"""Uses of words, counted by what they stand for; and each with the words about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...model import Article, Record, Use, Wording, WordingKind, WordingTerm

MOST = 12
"""Terms shown for one referent."""
LEAST = 3
"""Uses in all that a row needs: below it there is nothing to compare."""
COMMON = 0.3
"""Share of the reports that speak of a thing, from which it is one of the story's: two of them may mean two wars."""
SHOWN = 20
"""Reports of which a use of one term is shown; the others are only counted."""
ROWS = 10
"""Rows of one kind at most."""
ORDER: tuple[WordingKind, ...] = ("people", "event", "deed", "thing", "actor")
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»")
WIDE = 55
"""Characters of context before and after a word at most."""


class Referent(NamedTuple):
    """What words stand for: of which kind, its name, and its id in the dossier where it has one."""

    kind: WordingKind
    name: str
    about: str | None = None


@dataclass
class Uses:
    """Where each term is used: referent -> term -> (article, start, end), in the order of the reports and their texts."""

    records: Sequence[Record]
    found: dict[Referent, dict[str, list[tuple[str, int, int]]]] = field(default_factory=dict)

    def add(self, referent: Referent, term: str, article: str, start: int, end: int) -> None:
        """One more use."""
        self.found.setdefault(referent, {}).setdefault(term, []).append((article, start, end))


def rows(uses: Uses) -> Iterator[Wording]:
    """What two or more reports word in more than one way, the most used first, by kind."""
    texts = {r.article.id: r.article for r in uses.records}
    marked = _Marks(texts)
    sizes = {who: sum(map(len, terms.values())) for who, terms in uses.found.items()}
    shown: Counter[WordingKind] = Counter()
    for who in sorted(sizes, key=lambda w: (ORDER.index(w.kind), -sizes[w], w.name, w.about or "")):
        terms = uses.found[who]
        reports = {article for places in terms.values() for article, _, _ in places}
        common = who.kind != "thing" or len(reports) >= COMMON * len(texts)
        if len(terms) < 2 or len(reports) < 2 or sizes[who] < LEAST or not common or shown[who.kind] >= ROWS:
            continue
        shown[who.kind] += 1
        made = [_term(term, places, texts, marked) for term, places in terms.items()]
        made.sort(key=lambda t: (-len(t.articles), -t.count, t.text))
        yield Wording(referent=who.name, kind=who.kind, about=who.about, terms=tuple(made[:MOST]))


class _Marks:
    """What stands within quotation marks, by article, looked up when asked for."""

    def __init__(self, texts: dict[str, Article]) -> None:
        self.texts = texts
        self.known: dict[str, list[tuple[int, int]]] = {}

    def quoted(self, article: str, at: int) -> bool:
        """Whether the character at this offset is quoted."""
        if article not in self.known:
            self.known[article] = [m.span() for m in QUOTED.finditer(self.texts[article].text)]
        many = self.known[article]
        last = bisect_right(many, (at, at)) - 1
        return last >= 0 and at < many[last][1]


def _term(text: str, places: Sequence[tuple[str, int, int]], texts: dict[str, Article], marked: _Marks) -> WordingTerm:
    first: dict[str, tuple[bool, int, int]] = {}
    quoted = 0
    for article, start, end in places:
        one = marked.quoted(article, start), start, end
        quoted += one[0]
        if article not in first or one < first[article]:
            first[article] = one
    uses = tuple(use(texts[article], start, end) for article, (_, start, end) in list(first.items())[:SHOWN])
    return WordingTerm(text=text, count=len(places), articles=tuple(sorted(first)), quoted=quoted, uses=uses)


def use(article: Article, start: int, end: int) -> Use:
    """The word at this place, with what stands about it in its sentence."""
    low, high = _sentence(article, start, end)
    if start - low > WIDE:
        low = article.text.find(" ", start - WIDE, start) + 1 or start
    if high - end > WIDE:
        high = max(article.text.rfind(" ", end, end + WIDE), end)
    return Use(span=article.cut(start, end), context=article.cut(low, high))


def _sentence(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds these characters, within one line."""
    at = bisect_right(article.sentences, (start, len(article.text))) - 1
    low, high = article.sentences[at] if at >= 0 else (0, len(article.text))
    if not low <= start < end <= high:
        low, high = 0, len(article.text)
    text = article.text
    low = max(low, text.rfind("\n", max(low, start - 2 * WIDE), start) + 1, start - 2 * WIDE)
    stop = text.find("\n", end, min(high, end + 2 * WIDE))
    return low, min(high, end + 2 * WIDE) if stop < 0 else stop
