"""The victims' ledger: persons told of one by one, each kept once through an article, and the totals that they come to.

A reporter totals an article so: a stated total wins; where there is none, the different persons are counted. A person named
after having been described ("a 34-year-old woman ... Ann Lee") is one person; so is "the victim" or "she" after that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model import FigureClaim, Span
from ...model.page import Page
from ..attribution import attribution
from .lexicon import Lexicon
from .phrase import Counted
from .told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDER = ("killed", "injured", "shot")
"""The graver outcome of a person wins."""
_AGE = re.compile(r"(\d{1,3})(?:-| )(?:year|yr|month|week|day)")


@dataclass
class Person:
    """Somebody in the ledger."""

    names: set[str]
    age: str | None
    sex: str | None
    outcome: str
    spans: list[Span]
    noun: str
    token: Token
    tells: list[Told] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """What one mention shows of a person."""

    names: frozenset[str]
    age: str | None
    sex: str | None
    pronoun: bool
    known: bool
    fresh: bool
    noun: str


class Ledger:
    """The persons of one page, and its stated counts."""

    def __init__(self, page: Page, lex: Lexicon, found: Sequence[Told]) -> None:
        self.page, self.lex = page, lex
        self.persons: list[Person] = []
        self.single = {m for m in lex.measures if lex.measures[m].single}
        for one in found:
            if one.measure in self.single and one.modality == "actual" and one.frame == "event" and one.counted.low == 1:
                for part in one.counted.members or (one.counted,):
                    if part.single:
                        self.enter(one, part)

    def enter(self, one: Told, part: Counted) -> None:
        """Adds a mention to the person it means, or to a new one."""
        look = self._look(part)
        person = self._match(look)
        span = self.page.cut(part.start, part.end)
        if person is None:
            if look.pronoun:
                return
            self.persons.append(Person(set(look.names), look.age, look.sex, one.measure, [span], look.noun, part.head, [one]))
            return
        person.names |= look.names
        person.age, person.sex = person.age or look.age, person.sex or look.sex
        person.spans.append(span)
        person.tells.append(one)
        if ORDER.index(one.measure) < ORDER.index(person.outcome):
            person.outcome = one.measure

    def _match(self, look: Look) -> Person | None:
        if look.fresh:
            return None
        able = [p for p in self.persons if _fits(p, look)]
        if look.names:
            same = [p for p in able if p.names & look.names]
            return same[0] if same else next((p for p in reversed(able) if not p.names), None)
        return able[-1] if able else None

    def _look(self, part: Counted) -> Look:
        head, words = part.head, self.lex.groups.words
        low = head.lower_
        if head.tag_ in ("PRP", "PRP$"):
            sex = "m" if low in words["him"] else "f" if low in words["her"] else None
            return Look(frozenset(), None, sex, True, True, False, low)
        near = self.page.doc[part.start:part.end]
        first = {t.lower_ for t in near}
        sex = part.noun.group.sex if part.noun else None
        sex = sex or ("m" if low in words["male"] else "f" if low in words["female"] else None)
        return Look(frozenset(_names(head)), _age(head, part.start), sex, False, bool(first & set(words["known"])), bool(first & set(words["fresh"])), low)

    def totals(self, stated: Sequence[FigureClaim]) -> Iterator[FigureClaim]:
        """A claim for each measure that the text gives no total of, as far as persons bear one."""
        for measure in ("killed", "injured"):
            if any(_total(c, measure) for c in stated):
                continue
            persons = [p for p in self.persons if p.outcome == measure or (measure == "injured" and p.outcome == "shot")]
            if persons:
                yield self._claim(measure, persons)

    def _claim(self, measure: str, persons: list[Person]) -> FigureClaim:
        first, number = persons[0], float(len(persons))
        spans = tuple(dict.fromkeys(p.spans[0] for p in persons))
        return FigureClaim(
            article=self.page.article.id, spans=spans, sentence=self.page.sentence(first.token), part=self.page.kind(spans[0].start),
            attribution=attribution(self.page, first.tells[0].hit.trigger), measure=measure, of=first.noun if number == 1 else "people",
            low=number, high=number, hedge="exact", text="; ".join(s.text for s in spans), group="people", inferred=True)


def _total(claim: FigureClaim, measure: str) -> bool:
    return claim.measure == measure and claim.modality == "actual" and claim.frame == "event" and claim.subset_of is None and claim.low != 0


def _fits(person: Person, look: Look) -> bool:
    if person.age and look.age and person.age != look.age:
        return False
    if person.sex and look.sex and person.sex != look.sex:
        return False
    return not (person.names and look.names and not person.names & look.names)


def _names(head: Token) -> set[str]:
    """Surnames of the phrase and of what stands in apposition to it."""
    out = set()
    for token in (head, *(c for c in head.children if c.dep_ in ("appos", "compound") and c.ent_type_ == "PERSON")):
        if token.ent_type_ == "PERSON" and token.tag_.startswith("NNP"):
            out.add(token.lower_)
    if head.dep_ == "appos" and head.head.ent_type_ == "PERSON":
        out.add(head.head.lower_)
    return out


def _age(head: Token, start: int) -> str | None:
    doc = head.doc
    found = _AGE.search(doc[max(head.sent.start, start):head.i + 1].text.lower())
    if found:
        return found[1]
    rest = doc[head.i + 1:min(len(doc), head.i + 3)]
    return rest[1].text if len(rest) == 2 and rest[0].text in (",", "(") and rest[1].text.isdigit() else None
