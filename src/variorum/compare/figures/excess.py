"""Parts that one sentence tells of as larger than their whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model import Figure, Finding, Reading, Span, Witness, key
from .bearing import SMALL
from .cases import MANY, NOWHERE, Sentence, Slip
from .say import reasons, what, words
from .values import interval


def exceeding(many: Sequence[Figure], sentences: Mapping[Span, Sentence]) -> dict[str, Slip]:
    """Parts that are told of as larger than their whole in one sentence: "69 people, including 190 children"."""
    by_id = {f.id: f for f in many}
    out: dict[str, Slip] = {}
    for figure in many:
        whole = by_id.get(figure.subset_of or "")
        if whole is not None and len(figure.readings) * len(whole.readings) > MANY * MANY:
            continue
        for part in figure.readings if whole else ():
            home = next((r for r in whole.readings if _told(part, r, sentences)), None) if whole else None
            if whole is None or home is None or interval(part)[0] <= max(interval(home)[1], SMALL):
                continue
            why = reasons().slip.part.format(
                part=words(part, figure), who=figure.of, whole=words(home, whole), what=what(whole)
            )
            sides = (_witness(part), _witness(home))
            odd, about = (home, whole) if _borne(part, figure) and not _borne(home, whole) else (part, figure)
            out[odd.id] = Slip(
                Finding(id=key("misprint", odd.id), kind="misprint", about=about.id, readings=sides, why=why)
            )
    return out


def _borne(reading: Reading, figure: Figure) -> bool:
    """Whether another report has the number too: then it is the other of the two that is more likely wrong."""
    mine = {s.article for s in reading.spans}
    same = (r for r in figure.readings if r.number == reading.number)
    return len(mine | {s.article for r in same for s in r.spans}) > 1


def _told(part: Reading, whole: Reading, sentences: Mapping[Span, Sentence]) -> bool:
    """Whether both stand in one sentence of one article."""
    return any(
        a.article == b.article and sentences.get(a, NOWHERE).start == sentences.get(b, NOWHERE).start
        for a in part.spans
        for b in whole.spans
    )


def _witness(reading: Reading) -> Witness:
    return Witness(id=reading.id, article=reading.spans[0].article, span=reading.spans[0])
