"""Findings between the readings of one figure, between a whole and its parts, and between counts of different scope."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Figure, Finding, Reading, Reuse, Witness, key
from ...model.dossier import FindingKind
from .relation import order, relation, told
from .values import before, dated, shown, value, words


def differences(figure: Figure, reuse: Sequence[Reuse]) -> list[Finding]:
    """Agreement on the current reading, and how every other reading differs from it."""
    best = next((r for r in figure.readings if r.status == "current"), None)
    if best is None or figure.frame != "event":
        return []
    out = [one for one in (_agreement(figure, best, reuse),) if one]
    seen: set[float | None] = {value(best)}
    for reading in figure.readings:
        if reading.status in ("suspect", "current") or value(reading) in seen or reading.inferred or best.inferred:
            continue
        seen.add(value(reading))
        found = _difference(figure, reading, best)
        if found is not None:
            out.append(found)
    return out


def _agreement(figure: Figure, best: Reading, reuse: Sequence[Reuse]) -> Finding | None:
    same = [r for r in figure.readings if r.status in ("current", "repeated")]
    articles = sorted({s.article for r in same for s in r.spans})
    if len(articles) < 2:
        return None
    copies = sum(1 for one in reuse if one.kind in ("copy", "wire") and len(set(one.articles) & set(articles)) > 1)
    values = sorted({v for r in same if (v := value(r)) is not None})
    apart = (
        f"; {' and '.join(shown(v) for v in values)} differ by {shown(values[-1] - values[0])}, within their hedges"
        if len(values) > 1
        else ""
    )
    lent = f", {copies} of them sharing text" if copies else ""
    why = f"{len(articles)} reports{lent} have {_what(figure)} at {shown(value(best))}{apart}"
    return _finding("agreement", figure, same, why)


def _difference(figure: Figure, reading: Reading, best: Reading) -> Finding | None:
    kind = relation(figure, reading, best)
    if kind == "same" or kind == "agreement":
        return None
    first, last = order(told(figure, reading), told(figure, best))
    then = "then" if before(first.as_of, last.as_of) else "against"
    pair = f"{words(first)}{dated(first.as_of)} {then} {words(last)}{dated(last.as_of)}"
    return _finding(kind, figure, [first, last], f"{_what(figure)}: {pair}; {_REASONS[kind, then]}")


_REASONS = {
    ("update", "then"): "time has passed between the two",
    ("update", "against"): "such a count rises, and the dates do not say which is later",
    ("revision", "then"): "such a count does not fall, so it was corrected, or the reports disagree",
    (
        "conflict",
        "then",
    ): "such a count does not fall within days, and the two are further apart than their hedges allow",
    ("conflict", "against"): "of one time, and further apart than their hedges allow",
    ("scope", "then"): "fewer than before, so the two may not count the same",
    ("scope", "against"): "the two may not count the same time",
}


def _what(figure: Figure) -> str:
    return f"{figure.of} {figure.measure}".strip() if figure.of else figure.measure


def parts(many: Sequence[Figure]) -> list[Finding]:
    """Each inclusive part with its whole; a part larger than its whole is said so."""
    by_id = {f.id: f for f in many}
    out = []
    for figure in many:
        whole = by_id.get(figure.subset_of or "")
        part = next((r for r in figure.readings if r.status == "current"), None)
        total = next((r for r in whole.readings if r.status == "current"), None) if whole else None
        if whole is None or part is None or total is None:
            continue
        home = next(
            (r for r in whole.readings if {s.article for s in r.spans} & {s.article for s in part.spans}), total
        )
        more = (value(part) or 0) > (value(home) or 0)
        tail = ": more than the whole" if more else ""
        out.append(
            _finding(
                "subset",
                figure,
                [part, home],
                f"{words(part)} {figure.of} are counted among {words(home)} {_what(whole)}{tail}",
            )
        )
    return out


def scopes(many: Sequence[Figure]) -> list[Finding]:
    """Counts of one measure that differ in whom or where they count: not to be set against each other."""
    out = []
    wholes = [f for f in many if f.subset_of is None and f.frame == "event" and f.modality == "actual"]
    for measure in sorted({f.measure for f in wholes}):
        same = [f for f in wholes if f.measure == measure and f.of]
        for other in same[1:]:
            left, right = _current(same[0]), _current(other)
            if (
                left is not None
                and right is not None
                and value(left) != value(right)
                and not left.inferred
                and not right.inferred
                and same[0].of != other.of
            ):
                one = f"{words(left)} counts {same[0].of}{_at(same[0])}"
                why = f"{one}, {words(right)} counts {other.of}{_at(other)}: different scopes of {measure}"
                out.append(_finding("scope", other, [left, right], why))
    return out


def _current(figure: Figure) -> Reading | None:
    return next((r for r in figure.readings if r.status == "current"), None)


def _at(figure: Figure) -> str:
    return f" in {figure.place}" if figure.place else ""


def _finding(kind: FindingKind, figure: Figure, readings: Sequence[Reading], why: str) -> Finding:
    sides: dict[tuple[str, str], Witness] = {}
    for reading in readings:
        for span in reading.spans:
            sides.setdefault((reading.id, span.article), Witness(id=reading.id, article=span.article, span=span))
    return Finding(
        id=key(kind, figure.id, *sorted(sides)), kind=kind, about=figure.id, readings=tuple(sides.values()), why=why
    )
