"""Which pattern of a table a word of the text fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import NAME, PREPOSITIONS, Lexicon, Pattern, classes
from .syntax import RELATIVE, child, doers, joined, kernel, names, objects, preps

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    if not patterns or (
        (token.tag_[:2] != "NN" and token.dep_ not in ("pobj", "dobj")) and (token.i == 0 or token.nbor(-1).text != "-")
    ):
        return None
    return next((p for p in patterns if _named(token, p)), None)


def _named(token: Token, pattern: Pattern) -> bool:
    """Whether the words before the noun, and the preposition after it, are there."""
    before = [w for w in pattern.words if w not in _after(token)] if pattern.words else []
    if pattern.words and pattern.words[-1] in before and pattern.words[-1] in PREPOSITIONS:
        return False
    if pattern.objects is not None and not any(n in pattern.objects for o in preps(token, "of") for n in names(o)):
        return False
    at = token.i - len(before)
    return at >= 0 and all(token.doc[at + k].lower_ == word for k, word in enumerate(before))


def _after(token: Token) -> set[str]:
    words = {c.lower_ for c in token.rights if c.dep_ in ("prep", "agent")}
    for clause in token.rights:
        if clause.dep_ in ("acl", "ccomp", "relcl", "xcomp"):
            words |= {
                c.lower_
                for c in clause.lefts
                if (c.dep_ == "mark" and c.lower_ == "that") or (c.dep_ == "aux" and c.lower_ == "to")
            }
    return words


def _best(token: Token, patterns: tuple[Pattern, ...]) -> Pattern | None:
    if len(patterns) == 1 and not patterns[0].weight:
        return patterns[0]
    beside: dict[str, Token] | None = None
    for pattern in patterns:
        if not pattern.weight:
            return pattern
        if beside is None:
            beside = _beside(token)
        if _fits(token, pattern, beside):
            return pattern
    return None


def _beside(token: Token) -> dict[str, Token]:
    """The words by a verb that may belong to it, each with its token; "to" and "that" stand for the clauses that they begin."""
    found: dict[str, Token] = {}
    for c in token.rights if token.tag_[:2] == "VB" else token.children:
        if c.dep_ in BESIDE:
            found.setdefault(c.lower_, c)
            if c.dep_ in ("xcomp", "advcl", "ccomp") and any(k.lower_ == "to" and k.dep_ == "aux" for k in c.children):
                found.setdefault("to", c)
            elif c.dep_ == "ccomp" and c.tag_[:2] in ("VB", "JJ", "NN", "MD"):
                found.setdefault("that", c)
            for k in c.children if c.dep_ in ("prep", "advmod", "prt", "xcomp", "acomp") else ():
                if k.dep_ in ("pobj", "prep", "acomp", "oprd", "advmod"):
                    found.setdefault(k.lower_, k)
    return found


def _fits(token: Token, pattern: Pattern, beside: dict[str, Token]) -> bool:
    if any(word not in beside for word in pattern.words):
        return False
    if pattern.subjects is not None and not _any(doers(token), pattern.subjects):
        return False
    if pattern.objects is None:
        return True
    pool = objects(token)
    if pattern.words and beside[pattern.words[-1]].dep_ in ("prep", "agent", "dative"):
        pool = joined(child(beside[pattern.words[-1]], "pobj")) or pool
    return _any(pool, pattern.objects)


def _any(tokens: list[Token], forms: frozenset[str]) -> bool:
    for token in tokens:
        for one in (token, kernel(token)):
            if one.tag_ in RELATIVE:
                continue
            if (
                NAME in forms
                and one.tag_ in ("NNP", "NNPS")
                and one.ent_type_ not in ("PERSON", "NORP", "DATE", "TIME")
            ):
                return True
            if any(n in forms for n in names(one)) or (
                one.lower_ in classes()["wrapper"] and any(c.lower_ in forms for c in one.lefts)
            ):
                return True
    return False
