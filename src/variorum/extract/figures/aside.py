"""Persons who are no part of what an article reports: those of other days, and those of lines that lead to other stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model.page import Page
from ..kin import children, opening
from .persons import Person
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAD = 400
"""Characters of an article's opening, where a line without a full stop is its headline or summary."""
_BACK = 400
"""Characters that a paragraph is looked back over."""
_RUN = 3
_WORDS = 6
"""Lines, and words in each, that make a list of headlines."""
_STOPS = (".", "!", "?", ":")
_CLOSERS = "\"'”’)"
_ENDS = (".", "!", "?", '"', "”", "’", ")")


class Asides:
    """What one page says beside its own matter."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lead = self._days(0, _LEAD)
        self.fresh = any("-WXX-" in e.value for e in page.times(0, 2 * _LEAD))
        self.lists = _lists(page.article.text)

    def linked(self, head: Token) -> bool:
        """Whether a mention stands in a line that leads to another story: "RELATED: ...", one of a list of headlines, or a
        headline within the body whose noun has no article."""
        sentence = head.sent
        text = self.page.article.text[sentence.start_char : sentence.end_char].strip()
        if text.lower().startswith(words().links.openings) or any(a <= head.idx < b for a, b in self.lists):
            return True
        if sentence.start_char < _LEAD or not text or text.endswith(_ENDS) or self.page.kind(head.idx) != "body":
            return False
        bare = head.tag_.startswith("N") and not any(c.dep_ in ("det", "poss", "nummod") for c in children(head))
        return bare and head.ent_type_ != "PERSON"

    def apart(self, person: Person, persons: Sequence[Person]) -> bool:
        """Whether somebody told of behind the lead came to harm on another day: all that is said of this one is dated, and no
        date is one of the lead's; or is named as the matter of another case only, in a sentence of its own."""
        if self._place(person) <= _LEAD:
            return False
        dates = [self._dates(t.counted.head) for t in person.tells]
        if all(dates) and not any(d in self.lead for many in dates for d in many):
            return True
        first = min(persons, key=self._place)
        if person is not first and self._other(person, first):
            return True
        sentences = {opening(t.hit.trigger) for t in first.tells}
        return (
            person is not first
            and not person.attacker
            and all(t.hit.kind in ("act", "noun") and opening(t.hit.trigger) not in sentences for t in person.tells)
        )

    def _other(self, person: Person, first: Person) -> bool:
        """Whether what leads up to somebody's first mention, back to the opening of the paragraph, is dated, and on no day of
        the lead (a weekday is of this week) nor of the one told of first."""
        here = self._days(_opening(self.page.article.text, self._place(person)), self._end(person))
        own = self._days(_opening(self.page.article.text, self._place(first)), self._end(first))
        return bool(here and (self.lead or own or self.fresh)) and not here & (self.lead | own)

    def _end(self, person: Person) -> int:
        """Where the sentence of somebody's first mention ends."""
        return min(person.tells, key=lambda t: t.counted.head.idx).counted.head.sent.end_char

    def _place(self, person: Person) -> int:
        return min(s.start for s in person.spans)

    def _dates(self, head: Token) -> frozenset[str]:
        """The calendar days, months and years named in a mention's sentence; weekdays and hours are those of the news."""
        return self._days(head.sent.start_char, head.sent.end_char)

    def _days(self, start: int, end: int) -> frozenset[str]:
        return frozenset(
            e.value[:10]
            for e in self.page.times(start, end)
            if e.type == "DATE" and "-W" not in e.value and e.value[-1:].isdigit() and not e.value.endswith("_REF")
        )


def _opening(text: str, at: int) -> int:
    """Where the paragraph round an offset begins, or as far back as is looked."""
    return max(text.rfind("\n", 0, at) + 1, at - _BACK)


def _lists(text: str) -> tuple[tuple[int, int], ...]:
    """Runs of lines like headlines, `_RUN` or more: links to other stories."""
    out: list[tuple[int, int]] = []
    start, many, at = 0, 0, 0
    for line in [*text.splitlines(keepends=True), "."]:
        bare = line.strip()
        full = bare.rstrip(_CLOSERS).endswith(_STOPS) or len(bare.split()) < _WORDS
        if bare and full:
            if many >= _RUN:
                out.append((start, at))
            start, many = at + len(line), 0
        many += bool(bare) and not full
        at += len(line)
    return tuple(out)
