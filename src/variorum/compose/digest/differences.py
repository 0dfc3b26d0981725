"""What a reader must know before using a number or a quote."""

from __future__ import annotations

from ...model import Finding, Line, Story
from ...rules.phrases import capital, clean, clip, phrases
from .words import evidence

TELLING = ("misprint", "conflict", "revision")
"""Kinds of finding that are told, in this order."""
LONGEST = 90
"""Characters of an event's title."""
MOST, SPOKEN = 4, 1
"""Lines, and those on quotes."""


def differences(story: Story) -> list[Line]:
    """Misprints, conflicts and revisions, each figure or event once; then a quote that reports give differently."""
    quotes = {q.id for q in story.quotes}
    found = [f for kind in TELLING for f in sorted(story.findings, key=_size) if f.kind == kind]
    first: dict[tuple[str, str], Finding] = {}
    for finding in found:
        first.setdefault((finding.kind, finding.about), finding)
    known = {f.id for f in story.figures} | {e.id for e in story.events}
    hard = [f for f in first.values() if f.about in known] + [
        f for f in first.values() if f.about not in known | quotes
    ]
    spoken = [f for f in first.values() if f.about in quotes]
    chosen = [*hard[:MOST], *spoken[:SPOKEN]][:MOST]
    titles = {e.id: clean(clip(e.title, LONGEST)) for e in story.events}
    return [Line(text=_told(f, titles.get(f.about, "")), evidence=evidence(w.span for w in f.readings)) for f in chosen]


def _told(finding: Finding, about: str) -> str:
    """The finding's reason as a sentence, with its kind before it where the reason does not name it, and its event."""
    why = finding.why if finding.why.endswith((".", "?", "!")) else f"{finding.why}."
    if finding.kind in why.lower():
        return capital(why)
    said = phrases()
    return said.digest["about" if about else "finding"].format(kind=said.findings[finding.kind], about=about, why=why)


def _size(finding: Finding) -> tuple[int, str]:
    return -len({w.article for w in finding.readings}), finding.id
