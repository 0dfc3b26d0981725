"""Persons told of one by one: what a mention shows of somebody, and which person told of before it means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model import Span
from ..kin import children, opening, rights
from .entry import Told
from .lexicon import Lexicon
from .phrase import Counted
from .words import words

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
    young: bool = False
    """Whether a word for a child was used."""


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
    """The pronoun or common noun; empty for a name."""
    attacker: bool = False
    young: bool = False


def look(part: Counted, lex: Lexicon, stands: Mapping[int, str]) -> Look:
    """What a noun phrase shows of the person that it means; `stands` holds what each pronoun stands for, by its offset."""
    head, table = part.head, lex.groups.words
    low = head.lower_
    if head.tag_ in ("PRP", "PRP$"):
        sex = "m" if low in table["him"] else "f" if low in table["her"] else None
        called = frozenset(w.lower() for w in stands.get(head.idx, "").split() if w[:1].isupper() and len(w) > 2)
        return Look(called, None, sex, True, True, False, low)
    near = {t.lower_ for t in head.doc[part.start : part.end]}
    sex = part.noun.group.sex if part.noun else None
    sex = sex or ("m" if low in table["male"] else "f" if low in table["female"] else None)
    return Look(
        frozenset(names(head)),
        _age(head, part.start),
        sex,
        False,
        bool(near & words().again.known),
        bool(near & words().again.fresh),
        low if part.noun is not None else "",
        low in words().attacker.nouns,
        part.noun is not None and part.noun.group.name == "children",
    )


def match(persons: Sequence[Person], seen: Look, outcome: str) -> Person | None:
    """The person told of before whom the mention means, the last told of first.

    A name is that person's; a pronoun or "the victim" takes up whoever was told of last. Anybody else is taken for one told of
    before only where both came to the same end: "a child was killed" is told twice, a man hurt and a woman dead are two.
    """
    if seen.fresh:
        return None
    able = sorted((p for p in persons if _fits(p, seen)), key=lambda p: p.spans[-1].start, reverse=True)
    if seen.names:
        same = next((p for p in able if p.names & seen.names), None)
        if same is not None:
            return same
        able = [p for p in able if not p.names]
    if seen.pronoun and not seen.names:
        return able[0] if able else None
    if seen.known and not seen.names:
        return next((p for p in able if _alike(p.outcome, outcome)), able[0] if able else None)
    alike = [p for p in able if _alike(p.outcome, outcome) or (seen.age and p.age == seen.age)]
    if alike:
        return alike[0]
    return able[0] if seen.names and len(able) == 1 == len(persons) else None


def _alike(left: str, right: str) -> bool:
    """Whether two ends can be one person's: whoever is shot may die of it; one hurt and one dead are two."""
    return {left, right} != {"killed", "injured"}


def _fits(person: Person, seen: Look) -> bool:
    if person.age and seen.age and person.age != seen.age:
        return False
    if person.sex and seen.sex and person.sex != seen.sex:
        return False
    if person.young and seen.noun in words().again.grown:
        return False
    if seen.attacker and not person.attacker and not person.names & seen.names:
        return False
    return not (person.names and seen.names and not person.names & seen.names)


def ill(one: Told) -> bool:
    """Whether a death is put down to an illness: "succumbed to cancer", "died of a heart attack"."""
    causes = [p for c in rights(one.hit.trigger) if c.dep_ == "prep" for p in children(c) if p.dep_ == "pobj"]
    sick = words().again.illness
    return any(c.lower_ in sick or f"{c.nbor(-1).lower_} {c.lower_}" in sick for c in causes)


def names(head: Token) -> set[str]:
    """The words of the names in the phrase, in what stands in apposition to it and after "identified as"."""
    heads = [head, *(c for c in children(head) if c.dep_ in ("appos", "compound"))]
    if head.dep_ == "appos":
        heads.append(head.head)
    heads += [
        p for c in children(head) if c.dep_ == "acl" for a in children(c) if a.dep_ == "prep" for p in children(a)
    ]
    return {t.lower_ for h in heads if h.ent_type_ == "PERSON" for t in _entity(h) if t.tag_ == "NNP" and len(t) > 2}


def _entity(token: Token) -> list[Token]:
    """The tokens of the entity that holds this one."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return list(doc[start:end])


def _age(head: Token, start: int) -> str | None:
    doc = head.doc
    found = _AGE.search(doc[max(opening(head), start) : head.i + 1].text.lower())
    if found:
        return found[1]
    rest = doc[head.i + 1 : min(len(doc), head.i + 3)]
    if len(rest) < 2 or rest[0].text not in (",", "(") or not rest[1].text.isdecimal():
        return None
    return rest[1].text if rest[1].dep_ != "nummod" or rest[1].head.i < rest[1].i else None
