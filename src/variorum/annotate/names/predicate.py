"""What a text says that somebody is: "Acme is the maker of ...", "Dana Reed, a former mayor, ..."."""

from __future__ import annotations

from ...rules.people import namings
from ...rules.pronouns import pronouns
from .memory import SUBJECTS
from .words import Name, Words

FALSE = frozenset({"neg", "aux", "mark"})
"""Children of the verb that make it a denial, a wish or a condition."""


def told_of(words: Words, made: Name, i: int, owners: dict[int, Name]) -> Name | None:
    """The name that the phrase with head `i` is said of, by the parse: in apposition right after it, or as its predicate."""
    token = words.doc[i]
    if words.tag[i] in ("NNS", "NNPS"):
        return None
    if token.dep_ == "appos":
        name = owners.get(token.head.i)
        near = (
            name is not None and name.end <= made.start <= name.end + 2 and words.text[name.end] in (",", "–", "—", "(")
        )
        return name if name and near and _alike(name, made) else None
    if token.dep_ == "attr" and words.low[token.head.i] in pronouns().copulas:
        return _subject(words, made, token.head.i, owners)
    if token.dep_ == "nsubjpass" and words.low[token.head.i] in namings():
        return _named(words, made, token.head.i, owners)
    return None


def _named(words: Words, made: Name, verb: int, owners: dict[int, Name]) -> Name | None:
    """The name that follows: "the victim was identified on Monday as Dana Reed"."""
    ahead = range(verb + 1, min(verb + REACH, words.starts[words.sentence[verb] + 1]))
    name = next((owners[i] for i in ahead if i in owners and owners[i].kind == made.kind), None)
    return name if name and words.doc[name.end - 1].head.i in range(verb, name.end) else None


REACH = 10
"""Tokens after the verb in which the name must begin."""


def _subject(words: Words, made: Name, verb: int, owners: dict[int, Name]) -> Name | None:
    """The name that is the subject of a plain statement."""
    children = list(words.doc[verb].children)
    if any(c.dep_ in FALSE for c in children) or words.text[words.starts[words.sentence[verb] + 1] - 1] == "?":
        return None
    found = [owners.get(c.i) for c in children if c.dep_ in SUBJECTS and c.i < verb]
    name = found[0] if len(found) == 1 else None
    return name if name and _alike(name, made) else None


def _alike(name: Name, made: Name) -> bool:
    """Whether the kinds agree: a body may be called a group, nobody a place."""
    bodies = {"organisation", "group"}
    return name.kind == made.kind or {name.kind, made.kind} <= bodies
