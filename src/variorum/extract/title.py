"""The short name of an event or position: the clause's own words, cut to subject, verb and object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mood import moods
from .syntax import DEPTH, edges, objects, surface

if TYPE_CHECKING:
    from spacy.tokens import Token

WORDS = 12
GROUP = ("aux", "auxpass", "neg", "prt")
AFTER = (
    "dobj",
    "attr",
    "dative",
    "oprd",
    "acomp",
    "prt",
    "prep",
    "agent",
    "xcomp",
    "npadvmod",
    "advmod",
    "ccomp",
    "pobj",
)
CUT = ("relcl", "appos", "advcl", "acl", "parataxis", "punct")


def clause(verb: Token) -> str:
    """Subject, verb group and what follows, of at most twelve words."""
    chain = _chain(verb)
    top = chain[0]
    subject = surface(top)
    picked: list[int] = []
    if subject is not None:
        start, end = edges(subject)
        picked += range(start, min(end, start + 8))
    for one in chain:
        picked += [c.i for c in one.lefts if c.dep_ in GROUP]
        picked.append(one.i)
    after = _rest(verb, WORDS - len(picked))
    if not after and verb.dep_ == "relcl":
        after = [i for o in objects(verb)[:1] for i in range(*edges(o))][: WORDS - len(picked)]
        return f"{_text(verb, picked)} {_text(verb, after)}".strip()
    return _text(verb, picked, after)


def phrase(noun: Token) -> str:
    """A noun with its modifiers and prepositional phrases."""
    start, end = edges(noun)
    picked = list(range(max(start, end - WORDS), end))
    rest = [i for i in _rest(noun, WORDS - len(picked)) if i >= end]
    return _text(noun, picked, rest)


def _chain(verb: Token) -> list[Token]:
    """The verb after those that only say when or whether: "are set to meet"."""
    chain = [verb]
    for _ in range(DEPTH):
        head = chain[0].head
        if chain[0].dep_ != "xcomp" or not (head.lower_ in moods("plan") or head.lower_ in moods("fact")):
            break
        chain.insert(0, head)
    return chain


def _rest(top: Token, budget: int) -> list[int]:
    """What follows the word, phrase by phrase, as long as there is room; the first phrase is cut, later ones are left out."""
    picked: list[int] = []
    for c in top.rights:
        if c.dep_ in CUT[:5] or (c.dep_ == "conj" and c.tag_[:2] == "VB") or budget <= 0:
            break
        if c.dep_ not in AFTER and c.dep_ not in ("conj", "cc"):
            continue
        piece = _piece(c)
        if len(piece) > budget:
            piece = _short(c)
        if len(piece) > budget and c.dep_ in ("dobj", "attr"):
            piece = list(range(*edges(c)))
        if not piece or len(piece) > budget:
            break
        picked += piece
        budget -= len(piece)
    while picked and top.doc[picked[-1]].dep_ in ("cc", "punct", "prep", "det"):
        picked.pop()
    return picked


def _piece(top: Token) -> list[int]:
    end = next((t.left_edge.i for t in top.subtree if t.i > top.i and t.dep_ in CUT[:5]), top.right_edge.i + 1)
    return list(range(top.left_edge.i, max(end, top.i + 1)))


def _short(top: Token) -> list[int]:
    """A phrase without what hangs on it behind: its head with modifiers and what is joined to it."""
    head = next((c for c in top.children if c.dep_ == "pobj"), top) if top.dep_ in ("prep", "agent") else top
    end = next(
        (
            t.left_edge.i
            for t in head.subtree
            if t.i > head.i and t.dep_ in ("prep", "acl", "relcl", "advcl", "appos") and t.lower_ != "of"
        ),
        head.right_edge.i + 1,
    )
    return list(range(top.left_edge.i, max(end, head.i + 1)))


def _text(at: Token, *parts: list[int]) -> str:
    """The words of these tokens, in order, spaced as in the text; white space runs are one space."""
    numbers = sorted({i for part in parts for i in part})
    pieces = [
        at.doc[i].text_with_ws if i + 1 in numbers[n + 1 : n + 2] else at.doc[i].text + " "
        for n, i in enumerate(numbers)
    ]
    return " ".join("".join(pieces).split()).strip(" ,;:–—-\"“”'")
