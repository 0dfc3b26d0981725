"""Findings between the readings of one figure, between a whole and its parts, and between counts of different scope."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Figure, Finding, Reading
from ...model.moment import before
from ...rules.measures import loose
from ...rules.phrases import count, inside, listing, number
from ...rules.phrases import measure as phrased
from .made import finding
from .relation import Values, apart, by_value, order, relation, told
from .say import moment, reasons, what, words
from .tale import Tale, names
from .values import meets, vague
from .witness import independent

Within = dict[tuple[str, float | None], str]


def differences(figure: Figure, within: Within, story: Tale) -> list[Finding]:
    """Agreement on the current reading, and how every other reading differs from it. `within` are the inclusive parts of
    another measure, as `told_within` finds them."""
    best = next((r for r in figure.readings if r.status == "current"), None)
    if best is None or figure.frame != "event":
        return []
    out = [one for one in (_agreement(figure, best),) if one]
    if figure.modality != "actual":
        return out  # two proposals are two, not one that changed
    seen: set[float | None] = {best.number}
    values = by_value(figure, story)
    for reading in figure.readings:
        if reading.status in ("suspect", "current") or reading.number in seen or reading.inferred or best.inferred:
            continue
        seen.add(reading.number)
        found = _with(figure, reading, best, within) or _difference(figure, reading, best, values)
        if found is not None:
            out.append(found)
    return out


def _agreement(figure: Figure, best: Reading) -> Finding | None:
    same = [r for r in figure.readings if r.status in ("current", "repeated")]
    articles = sorted({s.article for r in same for s in r.spans})
    if len(articles) < 2 or best.inferred:
        return None
    alone = independent(same)
    if alone < 2:
        return None  # a copy is no second witness
    values = sorted({v for r in same if not vague(r) and (v := r.number) is not None}) or [best.number or 0.0]
    said, reports = reasons().agreement, count("report", len(articles))
    if alone < len(articles):
        reports = said["sharing"].format(reports=reports, independent=alone)
    why = said["near" if len(values) > 1 else "same"].format(
        reports=reports,
        what=what(figure),
        value=words(best, figure),
        values=listing([number(v) for v in values]),
        gap=number(values[-1] - values[0]),
    )
    return finding("agreement", figure, same, why)


def told_within(many: Sequence[Figure]) -> Within:
    """(article, value) of a count -> the words for those in it of whom something else is told: "136 still held, at least 25 of
    them dead" counts the dead as well."""
    by_id = {f.id: f for f in many}
    out: Within = {}
    for part in many:
        whole = by_id.get(part.subset_of or "")
        if whole is None or whole.measure == part.measure:
            continue
        for one in part.readings:
            articles = {s.article for s in one.spans}
            for reading in whole.readings:
                for article in sorted(articles & {s.article for s in reading.spans}):
                    out[article, reading.number] = f"{words(one, part)} {what(part)}"
    return out


def _with(figure: Figure, reading: Reading, best: Reading, within: Within) -> Finding | None:
    """A difference that an article itself explains by whom it counts."""
    if meets(reading, best):
        return None
    for one, other in ((reading, best), (best, reading)):
        said = next((w for s in one.spans if (w := within.get((s.article, one.number)))), None)
        if said is not None and (one.number or 0) > (other.number or 0):
            beside = [other, *_like(figure, {one.number, other.number})]
            values = listing([moment(r, figure) for r in beside])
            form = reasons().difference["scope_with"]
            why = form.format(what=what(figure), one=values, two=moment(one, figure), **{"with": said})
            return finding("scope", figure, [*beside, one], why)
    return None


def _like(figure: Figure, named: set[float | None]) -> list[Reading]:
    """One reading for each value, beside those named, that agrees with the current one within the hedges."""
    found: dict[float | None, Reading] = {}
    for one in figure.readings:
        if one.status == "repeated" and one.number not in named:
            found.setdefault(one.number, one)
    return list(found.values())


def _difference(figure: Figure, reading: Reading, best: Reading, values: Values) -> Finding | None:
    kind = relation(figure, reading, best, values)
    if kind == "same" or kind == "agreement" or (kind == "scope" and _idle(reading, best)):
        return None
    pair = (reading, best) if kind == "conflict" else (told(values, reading), told(values, best))
    first, last = order(*pair)  # "44" and "48" disagree, "at least 44" would not
    then = "then" if before(first.as_of, last.as_of) else "against"
    why = (
        reasons()
        .difference[f"{kind}_{then}"]
        .format(what=what(figure), one=moment(first, figure), two=moment(last, figure))
    )
    return finding(kind, figure, [first, last], why)


def parts(many: Sequence[Figure]) -> list[Finding]:
    """Each inclusive part with its whole in the same report. One that is larger was misread, or is told of as a misprint."""
    by_id = {f.id: f for f in many}
    out = []
    for figure in many:
        whole = by_id.get(figure.subset_of or "")
        part = next((r for r in figure.readings if r.status == "current"), None)
        total = next((r for r in whole.readings if r.status == "current"), None) if whole else None
        if whole is None or part is None or total is None:
            continue
        here = {s.article for s in part.spans}
        home = next(
            (r for r in (total, *whole.readings) if here & {s.article for s in r.spans} and _holds(r, part)), None
        )
        if part.status == "suspect" or home is None:
            continue
        said = reasons().part["of" if figure.of else "some"]
        why = said.format(part=words(part, figure), who=figure.of, whole=words(home, whole), what=what(whole))
        out.append(finding("subset", figure, [part, home], why))
    return out


def _holds(whole: Reading, part: Reading) -> bool:
    return (whole.number or 0) > (part.number or 0)


def scopes(many: Sequence[Figure]) -> list[Finding]:
    """Counts of one measure that differ in whom or where they count: not to be set against each other."""
    out = []
    wholes = [f for f in many if f.subset_of is None and f.frame == "event" and f.modality == "actual"]
    for measure in sorted({f.measure for f in wholes if not loose(f.measure)}):
        same = [f for f in wholes if f.measure == measure and f.of]
        for other in same[1:]:
            left, right = _current(same[0]), _current(other)
            if (
                left is not None
                and right is not None
                and left.number != right.number
                and not left.inferred
                and not right.inferred
                and same[0].of != other.of
                and not _idle(left, right, named=bool(names(same[0]) and names(other)))
            ):
                why = (
                    reasons()
                    .scope["apart"]
                    .format(
                        one=words(left, same[0]),
                        who=inside(same[0].of),
                        where=_at(same[0]),
                        two=words(right, other),
                        others=inside(other.of),
                        there=_at(other),
                        measure=phrased(measure),
                    )
                )
                out.append(finding("scope", other, [left, right], why))
    return out


def _idle(left: Reading, right: Reading, *, named: bool = False) -> bool:
    """Whether nobody would set the two against each other: nobody or a single person, and a toll; one incident, and a war. Two
    peoples, each `named`, are set against each other however unlike their losses."""
    return min(left.number or 0, right.number or 0) <= 1 or (apart(left, right) and not named)


def _current(figure: Figure) -> Reading | None:
    return next((r for r in figure.readings if r.status == "current"), None)


def _at(figure: Figure) -> str:
    return reasons().scope["place"].format(place=figure.place) if figure.place else ""
