"""How many reports bear a count out: copies are one witness, and some counts have one only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from ...model import Figure, Finding, Origin, Reading, Record
from ...model.origin import newsrooms
from ...rules.phrases import count
from .made import finding
from .relation import ONE
from .say import reasons, what, words
from .tale import leads, names

_REPORTS = 3
"""Independent reports of a story from which it is telling that one alone has a count."""
_LEAST = 2
"""The least count: of a single person reports tell without a number."""


def independent(readings: Iterable[Reading]) -> int:
    """How many origins the readings rest on: reports that copy each other, or cite one outlet, count once."""
    known = ((r.backing.origins if r.backing else tuple(s.article for s in r.spans)) for r in readings)
    return len({one for many in known for one in many})


def lone(many: Sequence[Figure], records: Sequence[Record], origins: Sequence[Origin]) -> list[Finding]:
    """The highest toll of a kind, where one independent report alone leads with it in a story of several."""
    reports = [r.article.id for r in records if r.claims]
    if newsrooms(reports, origins) < _REPORTS:
        return []
    ends = leads(records)
    highest: dict[str, tuple[float, Figure, Reading]] = {}
    for figure in many:
        best = next((r for r in figure.readings if r.status == "current"), None)
        if best is not None and _plain(figure, best):
            number = best.number or 0.0
            if figure.measure not in highest or number > highest[figure.measure][0]:
                highest[figure.measure] = number, figure, best
    out = []
    for _, (_, figure, best) in sorted(highest.items()):
        articles = sorted({s.article for r in figure.readings for s in r.spans})
        leading = any(s.start < ends.get(s.article, 0) for s in best.spans)
        if leading and independent(figure.readings) == 1:
            out.append(_lone(figure, best, len(articles), len(reports)))
    return out


def _plain(figure: Figure, best: Reading) -> bool:
    whole = figure.frame == "event" and figure.modality == "actual" and figure.subset_of is None and not names(figure)
    return whole and figure.measure in ONE and not best.inferred and (best.number or 0) >= _LEAST


def _lone(figure: Figure, best: Reading, articles: int, reports: int) -> Finding:
    said, one = reasons().lone, articles == 1
    why = said["lone" if one else "copied"].format(
        reports=articles,
        all=count("report", reports),
        gives=said["gives" if one else "give"],
        what=what(figure),
        value=words(best, figure),
    )
    return msgspec.structs.replace(finding("agreement", figure, [best], why), lone=True)
