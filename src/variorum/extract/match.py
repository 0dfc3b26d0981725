"""Which pattern of a table a word of the text fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from .grammar import grammar
from .kin import children, kept, lefts, rights
from .lexicon import NAME, PERSON, Lexicon, Pattern, classes
from .syntax import RELATIVE, child, doers, joined, kernel, names, objects, preps

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

EXTRA = ("must", "should", "ought", "would", "only")
"""Words that no table has and that positions look at."""
BESIDE = (
    "prep",
    "prt",
    "agent",
    "advmod",
    "dative",
    "acomp",
    "oprd",
    "xcomp",
    "dobj",
    "attr",
    "advcl",
    "mark",
    "pcomp",
    "ccomp",
    "npadvmod",
    "aux",
)


def verb(token: Token, lexicon: Lexicon) -> Pattern | None:
    """The most telling pattern of a verb in use as one; None for participles that only describe ("a banned group")."""
    patterns = lexicon.verbs.get(token.lower_)
    if patterns and token.lower_ in grammar("past") and token.tag_ in ("VBD", "VBN"):
        patterns = tuple(p for p in patterns if p.base != token.lower_)
    if (
        not patterns
        or token.tag_[:2] != "VB"
        or token.dep_ in ("compound", "aux", "auxpass")
        or (token.dep_ == "amod" and token.tag_ != "VBD")
    ):
        return None
    return _best(token, patterns)


def adjective(token: Token, lexicon: Lexicon) -> Pattern | None:
    """The most telling pattern of an adjective that is said of somebody ("is ready to")."""
    patterns = lexicon.adjectives.get(token.lower_)
    if not patterns or token.tag_ not in ("JJ", "VBN", "IN", "RB") or token.dep_ in ("amod", "compound", "case"):
        return None
    return _best(token, patterns)


def noun(token: Token, lexicon: Lexicon) -> Pattern | None:
    """The most telling pattern of a noun."""
    patterns = lexicon.nouns.get(token.lower_)
    if (
        not patterns
        or _month(token)
        or (
            (token.tag_[:2] != "NN" and token.dep_ not in ("pobj", "dobj"))
            and (token.i == 0 or token.nbor(-1).text != "-")
        )
    ):
        return None
    return next((p for p in patterns if _named(token, p)), None)


def _month(token: Token) -> bool:
    """Whether the word is only part of a date: "March 2012"."""
    if token.ent_type_ in ("DATE", "TIME"):
        return True
    return token.text == "March" and any(t.tag_ == "CD" for t in token.doc[max(token.i - 1, 0) : token.i + 2])


def _named(token: Token, pattern: Pattern) -> bool:
    """Whether the words before the noun, and the preposition after it, are there."""
    if pattern.words and not _after(token).issuperset(pattern.words):
        return False
    if pattern.objects is not None and not any(n in pattern.objects for o in preps(token, "of") for n in names(o)):
        return False
    at = token.i - len(pattern.before)
    return at >= 0 and all(token.doc[at + k].lower_ == word for k, word in enumerate(pattern.before))


def _after(token: Token) -> set[str]:
    words = {c.lower_ for c in rights(token) if c.dep_ in ("prep", "agent")}
    for clause in rights(token):
        if clause.dep_ in ("acl", "ccomp", "relcl", "xcomp"):
            words |= {
                c.lower_
                for c in lefts(clause)
                if (c.dep_ == "mark" and c.lower_ == "that") or (c.dep_ == "aux" and c.lower_ == "to")
            }
    return words


def _best(token: Token, patterns: tuple[Pattern, ...]) -> Pattern | None:
    if not patterns[0].weight:
        return patterns[0]
    around = _Around(token)
    beside = around.beside
    for pattern in patterns:  # most fall at the first look, which is worth no call
        if not pattern.weight or ((not pattern.words or pattern.words[0] in beside) and around.fits(pattern)):
            return pattern
    return None


@kept
def _beside(token: Token) -> dict[str, Token]:
    """The words by a verb that may belong to it, each with its token; "to" and "that" stand for the clauses that they begin."""
    found: dict[str, Token] = {}
    for c in rights(token) if token.tag_[:2] == "VB" else children(token):
        if c.dep_ in BESIDE:
            found.setdefault(c.lower_, c)
            if c.dep_ in ("xcomp", "advcl", "ccomp") and any(k.lower_ == "to" and k.dep_ == "aux" for k in children(c)):
                found.setdefault("to", c)
                if (mark := child(c, "mark")) is not None and mark.lower_ == "for":
                    found.setdefault("for", mark)  # "called for the gates to be shut"
            elif c.dep_ == "ccomp" and c.tag_[:2] in ("VB", "JJ", "NN", "MD"):
                found.setdefault("that", c)
            for k in children(c) if c.dep_ in ("prep", "advmod", "prt", "xcomp", "acomp") else ():
                if k.dep_ in ("pobj", "prep", "acomp", "oprd", "advmod"):
                    found.setdefault(k.lower_, k)
    return found


class _Around:
    """What stands around a verb, each part looked up once for all patterns."""

    def __init__(self, token: Token) -> None:
        self.token = token

    @cached_property
    def beside(self) -> dict[str, Token]:
        return _beside(self.token)

    @cached_property
    def subjects(self) -> set[str]:
        return _words(doers(self.token))

    @cached_property
    def objects(self) -> set[str]:
        return _words(objects(self.token))

    def after(self, word: str) -> set[str]:
        """The noun that a preposition brings; the object where the word is none."""
        beside = self.beside[word]
        heads = joined(child(beside, "pobj")) if beside.dep_ in ("prep", "agent", "dative") else []
        return _words(heads) if heads else self.objects

    def fits(self, pattern: Pattern) -> bool:
        """Whether all that the pattern asks for is there, given that the first of its words is."""
        if len(pattern.words) > 1 and any(word not in self.beside for word in pattern.words):
            return False
        if pattern.words == ("to",) and pattern.base in grammar("intent") and self.beside["to"].dep_ == "prep":
            return False
        if pattern.subjects is not None and pattern.subjects.isdisjoint(self.subjects):
            return False
        if pattern.objects is None:
            return True
        return not pattern.objects.isdisjoint(self.after(pattern.words[-1]) if pattern.words else self.objects)


def _words(heads: list[Token]) -> set[str]:
    """What the heads of phrases may be called in a table."""
    found: set[str] = set()
    for head in heads:
        for one in (head, kernel(head)):
            if one.tag_ in RELATIVE:
                continue
            found.update(names(one))
            if one.tag_ in ("NNP", "NNPS") and one.ent_type_ not in ("PERSON", "NORP", "DATE", "TIME"):
                found.add(NAME)
            if one.ent_type_ == "PERSON" or (one.tag_ == "PRP" and one.lower_ in ("he", "she")):
                found.add(PERSON)
            if one.lower_ in classes()["wrapper"]:
                found.update(c.lower_ for c in lefts(one))
    return found


def spots(doc: Doc, lexicon: Lexicon) -> list[int]:
    """Numbers of the tokens that a pattern may hang on. Most words are none, and a look at each token costs."""
    numbers = _numbers(doc, lexicon)
    return [at for at, number in enumerate(doc.to_array("LOWER").tolist()) if number in numbers]


def inside(sentence: Tokens, spots: list[int]) -> Iterator[Token]:
    """The tokens of a sentence among these."""
    doc = sentence.doc
    for at in range(bisect_left(spots, sentence.start), bisect_left(spots, sentence.end)):
        yield doc[spots[at]]


_NUMBERS: dict[int, frozenset[int]] = {}
"""Lexicon -> hashes of its words, which are the same in every vocabulary. Lexicons live as long as the process."""


def _numbers(doc: Doc, lexicon: Lexicon) -> frozenset[int]:
    found = _NUMBERS.get(id(lexicon))
    if found is None:
        words = {*lexicon.verbs, *lexicon.nouns, *lexicon.adjectives, *EXTRA}
        found = _NUMBERS[id(lexicon)] = frozenset(doc.vocab.strings.add(word) for word in words)
    return found
