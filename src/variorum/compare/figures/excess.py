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
            out[part.id] = Slip(
                Finding(id=key("misprint", part.id), kind="misprint", about=figure.id, readings=sides, why=why)
            )
    return out


def _told(part: Reading, whole: Reading, sentences: Mapping[Span, Sentence]) -> bool:
    """Whether both stand in one sentence of one article."""
    return any(
        a.article == b.article and sentences.get(a, NOWHERE).start == sentences.get(b, NOWHERE).start
        for a in part.spans
        for b in whole.spans
    )


def _witness(reading: Reading) -> Witness:
    return Witness(id=reading.id, article=reading.spans[0].article, span=reading.spans[0])
