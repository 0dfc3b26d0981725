"""Findings between reports on agreements: another length, another first day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..model import Agreement, Finding, Span, Step, Witness, key
from ..model.dossier import FindingKind
from ..model.moment import disjoint
from ..rules.phrases import clean, phrases, when


def agreements(many: Sequence[Agreement], story: str) -> tuple[Finding, ...]:
    """Where reports differ on an agreement. `story` is the id of the story, which these findings are about; the agreement's id
    stands in their readings."""
    return tuple(finding for one in many for finding in (*_lengths(one, story), *_starts(one, story)))


def _lengths(one: Agreement, story: str) -> Iterator[Finding]:
    """Another length in another report: an update where an extension is reported, else a conflict."""
    told = [p for p in one.provisions if p.kind == "length"]
    extended = any(s.what == "extended" and not s.planned for s in one.steps)
    kind: FindingKind = "update" if extended else "conflict"
    for left, right in combinations(told, 2):
        if _articles(left.spans) & _articles(right.spans):
            continue
        why = phrases().agreements[f"length_{kind}"]
        said = why.format(name=clean(one.title), one=clean(left.text), two=clean(right.text))
        yield _finding(one, kind, (left.spans[0], right.spans[0]), said, story)


def _starts(one: Agreement, story: str) -> Iterator[Finding]:
    """Another day on which it took effect."""
    begun = [s for s in one.steps if s.what == "in force" and s.when and not s.planned]
    for left, right in combinations(begun, 2):
        if disjoint(left.when, right.when) and not _articles(left.spans) & _articles(right.spans):
            why = phrases().agreements["start_conflict"]
            said = why.format(name=clean(one.title), one=_day(left), two=_day(right))
            yield _finding(one, "conflict", (left.spans[0], right.spans[0]), said, story)


def _day(step: Step) -> str:
    return when(step.when) if step.when else ""


def _articles(spans: Sequence[Span]) -> set[str]:
    return {span.article for span in spans}


def _finding(one: Agreement, kind: FindingKind, spans: tuple[Span, Span], why: str, story: str) -> Finding:
    sides = tuple(Witness(id=one.id, article=span.article, span=span) for span in spans)
    places = [part for span in spans for part in (span.article, span.start)]
    return Finding(id=key("agreement", kind, one.id, *places), kind=kind, about=story, readings=sides, why=why)
