"""What can be said of articles that no interval could be found for: a first or a last day alone, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model import Record, When
from .clues import SPOKEN, meet, own
from .epoch import epochs, shared, since
from .marks import NAMED_DAY


def bounds(records: Sequence[Record], published: Mapping[str, When]) -> dict[str, When]:
    """For each article that is not dated: `earliest` or `latest` where a clue of some weight gives it, and the reason."""
    records = sorted(records, key=lambda r: r.article.id)
    known, common = epochs(records, published), shared(records)
    out = {}
    for record in records:
        if record.article.id not in published:
            clues = [c for c in own(record) if c.weight >= SPOKEN]
            low, high, kept, _ = meet([*clues, *since(record, known, common)])
            why = "; ".join(dict.fromkeys(c.why for c in kept))
            evidence = tuple(dict.fromkeys(s for c in kept for s in c.evidence))
            if low is None and high is None:
                why, evidence = _none(record), ()
            elif low is None or high is None:
                why += f"; nothing says how much {'later' if high is None else 'earlier'} it is"
            first, last = (day.isoformat() if day else None for day in (low, high))
            out[record.article.id] = When(first, last, "inferred", why, evidence)
    return out


def _none(record: Record) -> str:
    """Why there is no day at all."""
    said = next((e.span.text for e in record.expressions if NAMED_DAY.match(e.value)), None)
    alone = "no report that could be dated tells of the same"
    if said is None:
        return f"its text names no day, and {alone}"
    return f"it names days as {said!r}, but nothing that tells which week or year, and {alone}"
