"""The victims' ledger: persons told of one by one, each kept once through an article, and the totals that they come to.

A reporter totals an article so: a stated total wins; where there is none, the different persons are counted. A person named
after having been described ("a 34-year-old woman ... Ann Lee") is one person; so is "the victim" or "she" after that. Those of
other days and of lines that lead to other stories are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ...model import FigureClaim
from ...model.claim import Toll
from ...model.page import Page
from ..attribution import attribution
from ..kin import children
from .aside import Asides
from .doer import named, turned, victims
from .entry import Told
from .lexicon import Lexicon
from .persons import ORDER, Person, ill, look, match, names
from .phrase import Counted
from .words import words


class Ledger:
    """The persons of one page, and its stated counts."""

    def __init__(self, page: Page, lex: Lexicon, found: Sequence[Told]) -> None:
        self.page, self.lex = page, lex
        self.persons: list[Person] = []
        self.agents = named(found)
        self.asides = Asides(page)
        self.past = {n for one in found if one.frame == "past" for part in _each(one) for n in names(part.head)}
        self.stands = {m.span.start: m.antecedent.text for m in page.mentions if m.form == "pronoun" and m.antecedent}
        tells = [t for t in found if t.measure in ORDER and t.modality == "actual" and t.frame == "event"]
        harmed = [t for t in tells if not ill(t)]
        for one in harmed or tells:  # who died of an illness is told of beside those who came to harm
            self._tell(one)
        self._turned(found)

    def _tell(self, one: Told) -> None:
        """Enters those whom a count tells of singly: one person, or all of a list."""
        if one.counted.low is None or self.asides.linked(one.counted.head):
            return
        here: list[Person] = []
        for part in _each(one):
            if part.single and not (names(part.head) & self.past) and part.head.lower_ not in words().again.vague:
                person = self.enter(one, part, here)
                here += [person] if person is not None else []

    def enter(self, one: Told, part: Counted, here: Sequence[Person] = ()) -> Person | None:
        """Adds a mention to the person it means, who is none of those listed beside it, or to a new one."""
        seen = look(part, self.lex, self.stands)
        person = match([p for p in self.persons if p not in here], seen, one.measure)
        span = self.page.cut(part.start, part.end)
        attacker = self._attacker(one, part)
        if person is None:
            if seen.pronoun and not one.counted.members:
                return None
            person = Person(set(), seen.age, seen.sex, one.measure, [], seen.noun, part.head)
            self.persons.append(person)
        person.attacker = person.attacker or attacker
        person.names |= seen.names
        person.young = person.young or seen.young
        person.age, person.sex = person.age or seen.age, person.sex or seen.sex
        person.spans.append(span)
        person.tells.append(one)
        if ORDER.index(one.measure) < ORDER.index(person.outcome):
            person.outcome = one.measure
        return person

    def _attacker(self, one: Told, part: Counted) -> bool:
        table, head = words().attacker, part.head
        if head.lower_ in table.self or head.lower_ in table.nouns or names(head) & self.agents:
            return True
        return any(c.lower_ in table.self for c in children(one.hit.trigger))

    def _turned(self, found: Sequence[Told]) -> None:
        """Enters the attacker who is told to have turned on himself after killing others, where nothing told of his end."""
        if any(p.attacker for p in self.persons):
            return
        done: set[int] = set()
        for one in found:
            sentence = one.hit.trigger.sent
            if one.measure != "killed" or one.modality != "actual" or sentence.start in done or one.whole is not None:
                continue
            done.add(sentence.start)
            for token in turned(sentence):
                if token.i > one.hit.trigger.i and not any(t.counted.start <= token.i < t.counted.end for t in found):
                    span = self.page.span(token)
                    self.persons.append(
                        Person(set(), None, None, "killed", [span], token.lower_, token, [one], attacker=True)
                    )
                    return

    def totals(self, stated: Sequence[FigureClaim]) -> Iterator[FigureClaim]:
        """A claim for each measure that the text gives no total of, as far as persons bear one; and the attacker's own end."""
        for measure in ("killed", "injured"):
            totals = [c for c in stated if _total(c, measure)]
            persons = [p for p in self._counted(measure) if not self.asides.apart(p, self.persons)]
            if measure == "injured" and not totals and (rest := self._rest(stated)):
                yield rest
            elif not totals and persons:
                yield self._claim(measure, persons)
            if measure == "killed":
                attackers = [p for p in persons if p.attacker]
                if attackers and (totals or len(attackers) < len(persons)):
                    yield msgspec.structs.replace(self._claim(measure, attackers), role="attacker")

    def _counted(self, measure: str) -> list[Person]:
        outcomes = ("injured", "shot") if measure == "injured" else (measure,)
        return [p for p in self.persons if p.outcome in outcomes]

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
            role=self._role(persons) if measure == ORDER[0] else "",
        )

    def _role(self, persons: Sequence[Person]) -> Toll:
        attackers = sum(p.attacker for p in persons)
        if attackers:
            return "attacker" if attackers == len(persons) else "all"
        return "victims" if all(any(victims(t, self.lex) for t in p.tells) for p in persons) else ""


def _each(one: Told) -> tuple[Counted, ...]:
    """The persons or numbers that a count is put together from."""
    return one.counted.members or (one.counted,)


def _total(claim: FigureClaim, measure: str) -> bool:
    return (
        claim.measure == measure
        and claim.modality == "actual"
        and claim.frame == "event"
        and claim.subset_of is None
        and claim.role != "attacker"
        and not claim.weak
        and claim.low != 0
    )
