"""From trigger words to those counted: "were killed" -> its subject, "killing" -> its object, "death of" -> what follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..kin import children, lefts
from .lexicon import Lexicon, Measure, Trigger
from .nouns import act, noun, phrase, preceded, taken
from .patients import patients
from .states import states
from .verbs import subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_REACH = 12


class Hit(NamedTuple):
    """A trigger and the head of one phrase that it counts."""

    measure: Measure
    trigger: Token
    head: Token
    kind: str
    multiple: float = 0.0
    """Of "double homicide": two."""


def hits(sentence: Tokens, words: list[str], lex: Lexicon) -> Iterator[Hit]:
    """The hits of a sentence, in order of their triggers. `words` are those of the whole text, in small letters."""
    for index in range(sentence.start, sentence.end):
        found, beside = lex.triggers.get(words[index]), lex.with_.get(words[index])
        if not found and not beside:
            continue
        token = sentence.doc[index]
        for trigger in found or ():
            for head in _heads(token, trigger, lex):
                if sentence.start <= head.i < sentence.end:
                    yield Hit(trigger.measure, token, head, trigger.kind, _multiple(token, trigger, lex))
        if beside:
            yield from _with(token, beside, words)


def _heads(token: Token, trigger: Trigger, lex: Lexicon) -> list[Token]:
    measure, kind, needs = trigger
    tag = token.tag_
    if kind == "patient":
        if not tag.startswith("V") and tag not in ("JJ", "NN"):
            return []
        if tag == "NN" and not token.lower_.endswith("ed"):
            return []
        if needs and not any(c.lower_ in needs.split() for c in children(token)):
            return []
        if measure.strict and not needs and any(c.dep_ == "prt" for c in children(token)):
            return []  # "carried out", "held up": another verb
        return patients(token)
    if kind == "subject":
        if not tag.startswith("V") or (needs and not any(c.lower_ in needs.split() for c in children(token))):
            return []
        return subjects(token)
    if kind == "state":
        if tag in ("VBD", "VBN", "VBG") and any(
            t.kind == "patient" and t.measure is measure for t in lex.triggers[token.lower_]
        ):
            return []  # read as a verb
        return states(token) if not needs or preceded(token, needs) else []
    if kind == "noun":
        return noun(token, needs)
    if kind == "act":
        return act(token, needs)
    if kind == "object":
        verb = token.head
        return subjects(verb) if token.dep_ in ("dobj", "attr", "pobj") and lex.verbs.get(verb.lower_) == needs else []
    if kind == "take":
        return taken(token, needs, lex)
    if kind == "phrase":
        return phrase(token, needs, lex)
    return []


def _multiple(token: Token, trigger: Trigger, lex: Lexicon) -> float:
    if trigger.kind not in ("noun", "act"):
        return 0.0
    return next(
        (lex.scopes.degree.multiple[c.lower_] for c in lefts(token) if c.lower_ in lex.scopes.degree.multiple), 0.0
    )


def _with(verb: Token, beside: dict[str, tuple[Measure, ...]], words: list[str]) -> Iterator[Hit]:
    """A verb and a word near it: "taken hostage", "shot him dead", "hit by a bullet"."""
    if not verb.tag_.startswith("V"):
        return
    doc = verb.doc
    for index in range(verb.i + 1, min(len(words), verb.i + 1 + _REACH)):
        measures = beside.get(words[index], ())
        if not measures:
            continue
        token = doc[index]
        if verb not in (token.head, token.head.head, token.head.head.head):
            continue
        for head in patients(verb):
            if not (head.head.dep_ == "conj" and head.head.head.i == verb.i and head.i > token.i):
                yield from (Hit(measure, verb, head, "patient") for measure in measures)
        return
