"""The short name of an event or position: the text's own words in their own order, with "…" where some are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .kin import lefts, rights
from .mood import moods
from .syntax import DEPTH, edges, surface

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WORDS = 16
"""Words of a name at most."""
SUBJECT = 8
"""Words of the subject in it; the rest of a longer one is left out."""
NEAR = 4
"""Words from subject to verb that are kept: "Hamlet has reportedly refused"."""
ASIDE = frozenset({"relcl", "appos", "advcl", "acl", "parataxis"})
"""What a clause says beside its main point."""
LOOSE = frozenset(
    {"cc", "punct", "prep", "det", "poss", "aux", "auxpass", "mark", "case", "amod", "compound", "nummod"}
)
"""What a cut must not end on."""


def clause(verb: Token) -> str:
    """Subject, verb group and what follows, up to the first aside."""
    chain = _chain(verb)
    subject = surface(chain[0])
    hangs = verb.dep_ in ("advcl", "acl") and verb.tag_ in ("VBG", "VBN")  # whose subject is a guess of the parse
    hangs = hangs and not (verb.dep_ == "acl" and verb.head.dep_ == "ROOT")  # "Two men arrested in Lodz": a headline
    before = _subject(subject) if subject is not None and subject.i < chain[0].i and not hangs else []
    start = min((c.left_edge.i for c in lefts(chain[0]) if c.dep_ in ("aux", "auxpass", "neg")), default=chain[0].i)
    if before and start - before[-1] <= NEAR:
        start = before[-1] + 1
    stop = _stop(verb)
    room = max(WORDS - len(before), SUBJECT)
    after, cut = _fit(verb.doc, list(range(start, stop)), room)
    return _text(verb.doc, [*before, *after], cut=cut)


def phrase(noun: Token) -> str:
    """A noun with its modifiers and prepositional phrases."""
    start, end = edges(noun)
    after, cut = _fit(noun.doc, list(range(start, max(end, _stop(noun)))), WORDS)
    return _text(noun.doc, after, cut=cut)


def _chain(verb: Token) -> list[Token]:
    """The verb after those that only say when or whether: "are set to meet"."""
    chain = [verb]
    for _ in range(DEPTH):
        head = chain[0].head
        if chain[0].dep_ != "xcomp" or not (head.lower_ in moods("plan") or head.lower_ in moods("fact")):
            break
        chain.insert(0, head)
    return chain


def _subject(subject: Token) -> list[int]:
    """The subject without asides: from its first word to its head, and on to its complement where there is room."""
    start, end = edges(subject)
    end = min(
        [max(end, subject.i + 1), *(t.left_edge.i for t in rights(subject) if t.dep_ in ASIDE or t.dep_ == "punct")]
    )
    if end - start <= SUBJECT:
        return list(range(start, end))
    if subject.i - start >= SUBJECT:  # modifiers before it are left out
        return list(range(subject.i + 1 - SUBJECT, subject.i + 1))
    stop = max(subject.i + 1, start + SUBJECT)
    while stop > subject.i + 1 and subject.doc[stop - 1].dep_ in LOOSE:
        stop -= 1
    return list(range(start, stop))


def _stop(top: Token) -> int:
    """Where the clause or phrase of a word ends: before the first aside, next clause or end of the sentence."""
    nexts = (c.left_edge.i for c in rights(top) if c.dep_ in ASIDE or (c.dep_ == "conj" and c.tag_[:2] == "VB"))
    return max(min([top.right_edge.i + 1, *nexts]), top.i + 1)


def _fit(doc: Doc, tokens: list[int], room: int) -> tuple[list[int], bool]:
    """At most so many of the tokens, not ending on a word that wants another; and whether any that count were left out."""
    kept = tokens[:room]
    cut = len(kept) < len(tokens)
    while len(kept) > 1 and (
        doc[kept[-1]].is_space or doc[kept[-1]].dep_ in (LOOSE if cut else ("cc", "punct", "prep"))
    ):
        kept.pop()
    return kept, cut


def _text(doc: Doc, numbers: list[int], *, cut: bool) -> str:
    """The words of these tokens, spaced as in the text; "…" for what is left out between them or behind."""
    pieces = []
    for at, i in enumerate(numbers):
        gap = at + 1 < len(numbers) and numbers[at + 1] != i + 1
        pieces.append(f"{doc[i].text} … " if gap else doc[i].text_with_ws)
    text = " ".join("".join(pieces).split()).strip(" ,;:–—-\"“”'")
    return f"{text}…" if cut else text
