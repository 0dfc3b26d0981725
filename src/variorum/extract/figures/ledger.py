"""The victims' ledger: persons told of one by one, each kept once through an article, and the totals that they come to.

A reporter totals an article so: a stated total wins; where there is none, the different persons are counted. A person named
after having been described ("a 34-year-old woman ... Ann Lee") is one person; so is "the victim" or "she" after that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from ...model import FigureClaim, Span
from ...model.page import Page
from ..attribution import attribution
from .entry import Told
from .lexicon import Lexicon
from .phrase import Counted

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
    attacker: bool = False
    """Whether the text says that this one did it."""


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
        self.agents = _agents(found)
        self.done: set[str] = set()
        for one in found:
            if (
                one.measure in self.single
                and one.modality == "actual"
                and one.frame == "event"
                and one.counted.low == 1
            ):
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
            self.persons.append(
                Person(
                    set(look.names),
                    look.age,
                    look.sex,
                    one.measure,
                    [span],
                    look.noun,
                    part.head,
                    [one],
                    self._attacker(one, part, look),
                )
            )
            return
        person.attacker = person.attacker or self._attacker(one, part, look)
        person.names |= look.names
        person.age, person.sex = person.age or look.age, person.sex or look.sex
        person.spans.append(span)
        person.tells.append(one)
        if ORDER.index(one.measure) < ORDER.index(person.outcome):
            person.outcome = one.measure

    def _attacker(self, one: Told, part: Counted, look: Look) -> bool:
        if part.head.lower_ in self.lex.groups.words["self"] or look.names & self.agents:
            return True
        turned = any(c.lower_ in self.lex.groups.words["self"] for c in one.hit.trigger.children)
        return turned or (part.noun is not None and part.noun.group.name == "suspects")

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
        near = self.page.doc[part.start : part.end]
        first = {t.lower_ for t in near}
        sex = part.noun.group.sex if part.noun else None
        sex = sex or ("m" if low in words["male"] else "f" if low in words["female"] else None)
        return Look(
            frozenset(_names(head)),
            _age(head, part.start),
            sex,
            False,
            bool(first & set(words["known"])),
            bool(first & set(words["fresh"])),
            low,
        )

    def totals(self, stated: Sequence[FigureClaim]) -> Iterator[FigureClaim]:
        """A claim for each measure that the text gives no total of, as far as persons bear one."""
        for measure in ("killed", "injured"):
            totals = [c for c in stated if _total(c, measure)]
            persons = [
                p for p in self.persons if p.outcome == measure or (measure == "injured" and p.outcome == "shot")
            ]
            if measure == "injured" and not totals and (rest := self._rest(stated)):
                yield rest
            elif not totals and persons:
                yield self._claim(measure, persons)
            elif totals and measure == "killed":
                yield from self._joint(totals, [p for p in persons if p.attacker])

    def _rest(self, stated: Sequence[FigureClaim]) -> FigureClaim | None:
        """Those shot less those of them who died, where the text has a number of people shot."""
        shot = next((c for c in stated if _total(c, "shot")), None)
        if shot is None or shot.low is None or shot.low != shot.high:
            return None
        dead = next(
            (c.low or 0 for c in stated if _total(c, "killed")), len([p for p in self.persons if p.outcome == "killed"])
        )
        left = shot.low - dead
        spans = tuple(dict.fromkeys(s for c in stated if _total(c, "shot") and c.low == shot.low for s in c.spans))
        return (
            msgspec.structs.replace(shot, spans=spans, measure="injured", low=left, high=left, inferred=True)
            if left > 0
            else None
        )

    def _joint(self, totals: Sequence[FigureClaim], attackers: list[Person]) -> Iterator[FigureClaim]:
        """Those whom a text says somebody killed, and that one's own death told apart from them."""
        first = totals[0]
        if len(attackers) != 1 or first.low is None or first.low != first.high or first.id not in self.done:
            return
        one = self._claim("killed", attackers)
        yield msgspec.structs.replace(
            one,
            spans=(*first.spans, *one.spans),
            low=first.low + 1,
            high=first.low + 1,
            of="people",
            text=f"{first.text} {first.of}; {attackers[0].spans[0].text}",
        )

    def _claim(self, measure: str, persons: list[Person]) -> FigureClaim:
        first, number = persons[0], float(len(persons))
        spans = tuple(dict.fromkeys((*(p.spans[0] for p in persons), *(s for p in persons for s in p.spans))))
        return FigureClaim(
            article=self.page.article.id,
            spans=spans,
            sentence=self.page.sentence(first.token),
            part=self.page.kind(spans[0].start),
            attribution=attribution(self.page, first.tells[0].hit.trigger),
            measure=measure,
            of=first.noun if number == 1 else "people",
            low=number,
            high=number,
            hedge="exact",
            text="; ".join(p.spans[0].text for p in persons),
            group="people",
            inferred=True,
        )


def _agents(found: Sequence[Told]) -> set[str]:
    """Names of those who are told to have killed or shot somebody."""
    out: set[str] = set()
    for one in found:
        verb = one.hit.trigger
        if one.measure in ORDER and verb.tag_.startswith("V"):
            doers = [c for c in verb.children if c.dep_ == "nsubj"] + [
                p for c in verb.children if c.dep_ == "agent" for p in c.children
            ]
            for doer in doers:
                if doer.i != one.hit.head.i:
                    out |= _names(doer)
    return out


def _total(claim: FigureClaim, measure: str) -> bool:
    return (
        claim.measure == measure
        and claim.modality == "actual"
        and claim.frame == "event"
        and claim.subset_of is None
        and claim.low != 0
    )


def _fits(person: Person, look: Look) -> bool:
    if person.age and look.age and person.age != look.age:
        return False
    if person.sex and look.sex and person.sex != look.sex:
        return False
    return not (person.names and look.names and not person.names & look.names)


def _names(head: Token) -> set[str]:
    """The words of the names in the phrase and in what stands in apposition to it."""
    heads = [head, *(c for c in head.children if c.dep_ in ("appos", "compound"))]
    if head.dep_ == "appos":
        heads.append(head.head)
    return {t.lower_ for h in heads if h.ent_type_ == "PERSON" for t in _entity(h) if t.tag_ == "NNP" and len(t) > 2}


def _entity(token: Token) -> list[Token]:
    """The tokens of the entity that holds this one."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > token.sent.start and doc[start].ent_iob_ == "I":
        start -= 1
    while end < token.sent.end and doc[end].ent_iob_ == "I":
        end += 1
    return list(doc[start:end])


def _age(head: Token, start: int) -> str | None:
    doc = head.doc
    found = _AGE.search(doc[max(head.sent.start, start) : head.i + 1].text.lower())
    if found:
        return found[1]
    rest = doc[head.i + 1 : min(len(doc), head.i + 3)]
    return rest[1].text if len(rest) == 2 and rest[0].text in (",", "(") and rest[1].text.isdecimal() else None
