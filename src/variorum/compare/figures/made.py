"""A finding between readings, with a witness for each side and article."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Figure, Finding, Reading, Witness, key
from ...model.dossier import FindingKind


def finding(kind: FindingKind, figure: Figure, readings: Sequence[Reading], why: str) -> Finding:
    """The finding about a figure; its id follows from its content."""
    sides: dict[tuple[str, str], Witness] = {}
    for reading in readings:
        for span in reading.spans:
            sides.setdefault((reading.id, span.article), Witness(id=reading.id, article=span.article, span=span))
    return Finding(
        id=key(kind, figure.id, *sorted(sides)), kind=kind, about=figure.id, readings=tuple(sides.values()), why=why
    )
