"""Who did it: the person that a text makes the doer of a killing, and the doer's own end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..kin import children
from .entry import Told
from .lexicon import Lexicon
from .persons import ORDER, names
from .verbs import subjects
from .words import turning, words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def doers(one: Told) -> list[Token]:
    """The heads of those whom the text makes the doers of a count's act: the subject of an active verb, "by" of a passive."""
    verb = one.hit.trigger
    if not verb.tag_.startswith("V") or one.hit.kind != "patient":
        return []
    by = [p for c in children(verb) if c.dep_ == "agent" for p in children(c) if p.dep_ == "pobj"]
    active = verb.i < one.hit.head.i and not any(c.dep_ in ("nsubjpass", "auxpass") for c in children(verb))
    found = by or (subjects(verb) if active else [])
    return [d for d in found if d.i != one.hit.head.i]


def personal(token: Token, lex: Lexicon) -> bool:
    """Whether a doer is one person: a name, a pronoun, "a gunman"; a blast or an army is none."""
    low, table = token.lower_, lex.groups.words
    if token.ent_type_ == "PERSON" or low in table["him"] or low in table["her"] or low in ("who",):
        return True
    noun = lex.nouns.get(low)
    return noun is not None and noun.group.class_ == "person" and not noun.plural


def victims(one: Told, lex: Lexicon) -> bool:
    """Whether a count is of those whom one person killed, that person not among them."""
    return any(personal(d, lex) for d in doers(one))


def named(found: Sequence[Told]) -> set[str]:
    """Names of those who are told to have killed or shot somebody."""
    return {name for one in found if one.measure in ORDER for doer in doers(one) for name in names(doer)}


def turned(sentence: Tokens) -> Iterator[Token]:
    """The reflexives that say that the one who killed others killed himself as well: "turned the gun on himself",
    "killed two people and then himself"."""
    table = words().attacker
    for token in sentence:
        if token.lower_ not in table.self or token.i <= sentence.start:
            continue
        before = token.nbor(-1).lower_
        if before == "on":
            near = sentence.doc[max(sentence.start, token.i - 5) : token.i - 1]
            if any(t.lower_ in turning() for t in near) and any(t.lower_ in table.weapons for t in near):
                yield token
        elif before in table.before:
            yield token
