"""Sources: who says what a cue reports, to whom, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import children, lefts, rights
from . import lexicon, voices
from .chains import quoting
from .trees import QUOTES, agent, behind, child, passive, reduced, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
EMPTY = frozenset(
    {
        "that",
        "this",
        "there",
        "what",
        "which",
        "these",
        "those",
        "all",
        "much",
        "nobody",
        "none",
        "nothing",
        "neither",
        "anybody",
        "anyone",
    }
)
"""Subjects that say nothing about who speaks."""
PART_OF = frozenset({"compound", "poss", "nmod", "amod"})
SUBJECTIVE = frozenset({"he", "she", "they", "we", "i"})
"""Pronouns that nobody is addressed by."""
BEHIND = frozenset({"oprd", "prep", "xcomp", "attr", "dobj"})
"""Parts behind a passive that its "by" may be hung on."""
REACH = 16
"""Tokens that are looked through for the noun between a quote and its cue."""


def speaker(verb: Token) -> tuple[Token | None, bool]:
    """The head of the phrase that names who speaks, and whether the text leaves it open ("it is believed")."""
    if (above := quoting(verb)) is not None:
        return subject(above) if passive(above) else child(above, "dobj"), False
    if (last := behind(verb)) is not None:
        return last, False
    by = agent(verb) or _far(verb)
    if passive(verb) or (verb.tag_ == "VBN" and (verb.dep_ == "acl" or by is not None)):
        return by, by is None and verb.dep_ != "acl"
    found = subject(verb)
    if found is None and (part := next((c for c in lefts(verb) if reduced(c)), None)) is not None:
        return part.nbor(-1), False
    if verb.tag_ == "VBG" and found is not None and voices.kind(found) is None:
        found = _governing(verb)
    if (
        found is not None
        and verb.dep_ == "relcl"
        and (who := child(verb, "nsubj")) is not None
        and who.text.lower() == "who"
    ):
        found = _person(found)
    if found is None or _across(verb, found):
        found = beside(verb) or (_before(verb) if found is None else None)
    if found is not None and found.text.lower() == "it":
        found = _meant(verb, found)
    if found is not None and (found.text.lower() in EMPTY or found.ent_type_ in voices.TIMES or _none(found)):
        return None, False
    return found, False


def _before(verb: Token) -> Token | None:
    """The person named right before a verb whose subject the parse took for something else: "In a letter to the bank, Ada Reed
    said"."""
    name = verb.nbor(-1) if verb.i else None
    person = name is not None and name.ent_type_ == "PERSON" and name.dep_ in {"appos", "npadvmod", "conj"}
    return name if person and verb.tag_ in {"VBD", "VBZ"} else None


def _none(noun: Token) -> bool:
    """Whether a subject is "no one", "no official"."""
    det = child(noun, "det")
    return det is not None and det.text.lower() == "no"


def _far(verb: Token) -> Token | None:
    """By whom it is done where the parse hung "by" on what follows the passive: "were seen as the best by half of them"."""
    if not passive(verb) or verb.text.lower() in lexicon.hearsay():
        return None  # "was said to have been beaten by"
    for part in rights(verb):
        for one in part.subtree if part.dep_ in BEHIND else ():
            if one.text.lower() == "by" and one.dep_ in {"prep", "agent"} and (found := child(one, "pobj")) is not None:
                return found if voices.kind(found) and found.ent_type_ not in voices.TIMES else None
    return None


def _meant(verb: Token, it: Token) -> Token | None:
    """Who speaks where the parse offers "it": somebody told of between the two, nobody in "it is safe to say"."""
    if verb.dep_ == "conj":
        between = [t for t in verb.doc[it.i + 1 : verb.i] if t.dep_ == "nsubj" and voices.kind(t)]
        if between:
            return between[-1]
    if any(c.dep_ == "acomp" for c in children(it.head)) or (
        verb.i != it.head.i and child(verb, "aux", "nsubj") is not None and verb.tag_ == "VB"
    ):
        return None  # "it is too soon to say"
    return it


def _person(noun: Token) -> Token:
    """The person meant by "who" where the parse hung the clause on a thing or body: "an official briefed on the case, who"."""
    one = noun
    for _ in range(4):
        if voices.kind(one) in {"named", "anonymous"}:
            return one
        if one.dep_ not in {"pobj", "prep", "acl", "compound", "poss"}:
            break
        one = one.head
    return one if voices.kind(one) in {"named", "anonymous"} else noun


def _governing(verb: Token) -> Token | None:
    """Who speaks in a verb above a participle: "she said that shells hit the mill, adding that nobody was hurt"."""
    for _ in range(4):
        verb = verb.head
        found = child(verb, "nsubj")
        if found is not None and voices.kind(found) is not None:
            return found
    return None


def _across(verb: Token, found: Token) -> bool:
    """Whether one of verb and subject stands in a quote and the other does not: the parse took words of the quote for it."""
    left, right = sorted((verb.i, found.i))
    return sum(t.text in QUOTES for t in verb.doc[left + 1 : right]) % 2 == 1


def beside(verb: Token) -> Token | None:
    """The noun next to a verb that stands after a quote: before the verb, else behind it ("..., asked the mayor")."""
    doc, at = verb.doc, verb.i - 1
    while at >= 0 and verb.i - at < REACH and doc[at].text not in QUOTES:
        at -= 1
    if at < 0 or doc[at].text not in QUOTES:
        return None
    before = [t for t in doc[at + 1 : verb.i] if t.tag_ in NAMES and t.ent_type_ not in voices.TIMES]
    if before:
        return next((t for t in before if not at < t.head.i < verb.i or t.head.i == t.i), before[-1])
    behind = next((t for t in doc[verb.i + 1 : verb.i + 8] if t.tag_ in NAMES), None) if verb.i - at <= 2 else None
    while behind is not None and behind.dep_ in PART_OF and behind.head.i > behind.i:
        behind = behind.head
    return behind


def addressee(verb: Token, content: tuple[int, int] | None) -> Token | None:
    """To whom it is said, if that is not part of what is said."""
    found = child(verb, "dative", "dobj")
    if found is not None and found.dep_ == "dative" and found.tag_ == "IN":
        found = child(found, "pobj")
    if found is None or found.i < verb.i or (content is not None and content[0] <= found.idx < content[1]):
        return None
    return found if found.tag_.startswith(("N", "PRP")) and found.text.lower() not in SUBJECTIVE else None
