"""Which happening of the story a noun or a verb of a report is a word for."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from typing import NamedTuple

from ...model import Article, Entry, Event
from ...rules.wording import deeds, happenings, nominals
from .nouns import Noun
from .uses import Referent, Uses

FAR = 600
"""Characters after a telling within which "the attack" takes it up; farther on, it means what the report tells of most."""


class Telling(NamedTuple):
    """A place where a report tells of a happening."""

    start: int
    end: int
    words: frozenset[str]
    """Nouns that such a happening goes by."""
    entry: str


class Told:
    """The happenings that two or more reports tell of."""

    def __init__(self, events: Sequence[Event], timeline: Sequence[Entry]) -> None:
        self.names = {e.id: e.text for e in timeline if e.kind == "event" and len(e.articles) > 1}
        home = {event: entry.id for entry in timeline if entry.id in self.names for event in entry.events}
        self.places: dict[str, list[Telling]] = defaultdict(list)
        for event in events:
            for one in event.tellings if event.id in home else ():
                nouns = happenings(event.type, event.mode)
                self.places[one.span.article].append(Telling(one.span.start, one.span.end, nouns, home[event.id]))
        for many in self.places.values():
            many.sort()

    def of(self, noun: Noun, article: str) -> Referent | None:
        """The happening that a noun of an article names; None where it names none of them for sure."""
        told = self.places.get(article, ())
        at = bisect_right(told, noun.start, key=lambda one: one.end)
        here = [one for one in told[at:][:3] if one.start < noun.end and noun.start < one.end]
        if here:
            return self._named(here[0].entry) if noun.term in here[0].words else None
        fit = [one for one in told if noun.term in one.words]
        if not noun.definite or not fit:
            return None
        last = next((one for one in reversed(fit) if noun.start - FAR < one.start < noun.start), None)
        return self._named(last.entry if last else Counter(one.entry for one in fit).most_common(1)[0][0])

    def _named(self, entry: str) -> Referent:
        return Referent("event", self.names[entry], entry)

    def deeds(self, article: Article, nouns: Container[int], uses: Uses) -> None:
        """Counts the verbs of an article that tell of the happenings, by deed; `nouns` are the ends of words that are none, and
        a word that may be one ("attacks", "bombing") is left out."""
        for one in self.places.get(article.id, ()):
            word = article.text[one.start : one.end].lower()
            if one.end in nouns or word in nominals():
                continue
            for deed, base in deeds().get(word, ()):
                rest = base.partition(" ")[2]
                end = one.end + (len(rest) + 1 if rest else 0)
                if not rest or article.text[one.end : end] == f" {rest}":
                    who = Referent("deed", f"{self.names[one.entry]}: {deed}", one.entry)
                    uses.add(who, base, article.id, one.start, end)
