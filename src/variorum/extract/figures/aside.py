"""Persons who are no part of what an article reports: those of other days, and those of lines that lead to other stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model.page import Page
from .persons import Person
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAD = 400
"""Characters of an article's opening, where a line without a full stop is its headline or summary."""
_ENDS = (".", "!", "?", '"', "”", "’", ")")


class Asides:
    """What one page says beside its own matter."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lead = self._days(0, _LEAD)

    def linked(self, head: Token) -> bool:
        """Whether a mention stands in a line that leads to another story: "RELATED: ...", or a headline within the body whose
        noun has no article."""
        sentence = head.sent
        text = " ".join(sentence.text.split())
        if text.lower().startswith(words().links.openings):
            return True
        if sentence.start_char < _LEAD or not text or text.endswith(_ENDS) or self.page.kind(head.idx) != "body":
            return False
        bare = head.tag_.startswith("N") and not any(c.dep_ in ("det", "poss", "nummod") for c in head.children)
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
        sentences = {t.hit.trigger.sent.start for t in first.tells}
        return (
            person is not first
            and not person.attacker
            and all(t.hit.kind in ("act", "noun") and t.hit.trigger.sent.start not in sentences for t in person.tells)
        )

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
