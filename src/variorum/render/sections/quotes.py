"""What was said, by speaker."""

from __future__ import annotations

from ...model import Quote
from ...rules.phrases import capital, clean, clip, phrases
from ..outline import Group, Row, Section, section
from ..view import StoryView

KINDS = ("direct", "mixed", "indirect")


def quotes(story: StoryView) -> Section:
    """Quotes by speaker: word for word first; a quote that several reports carry stands once. Single terms are left out."""
    speakers: dict[str, list[Quote]] = {}
    for one in story.story.quotes:
        if one.kind in KINDS:
            speakers.setdefault(_speaker(story, one), []).append(one)
    ranked = sorted(
        speakers.items(), key=lambda item: (item[0] == phrases().speaker, -_direct(item[1]), -len(item[1]), item[0])
    )
    groups = tuple(Group(name, tuple(_rows(story, said))) for name, said in ranked)
    return section("quotes", "quotes", groups, brief=5, full=6, wide=(9, 3))


def _speaker(story: StoryView, one: Quote) -> str:
    name = story.name(one.speaker) if one.speaker else story.called(clip(one.speaker_text, 60), None)
    return capital(name) or phrases().speaker


def _flags(one: Quote) -> str:
    said = phrases().flags
    return "".join(f"; {said.get(flag, flag.replace('_', ' ')).lower()}" for flag in one.flags)


def _how(same: list[Quote]) -> str:
    """Whether it is word for word, and to whom, where and on what occasion it was said, as far as a report tells."""
    one, said = same[0], phrases()
    found = (
        next((clean(text) for text in texts if text), "")
        for texts in zip(*((q.place, q.occasion) for q in same), strict=True)
    )
    return "; ".join([said.quotes[one.kind] + _flags(one), *(clip(text, 80) for text in found if text)])


def _words(one: Quote) -> str:
    """The quote; one that is word for word in its marks, as any other holds its own where it needs them."""
    text = clean(one.text)
    return f"“{text}”" if one.kind == "direct" and text[:1] not in "“‘\"'«" else text


def _direct(said: list[Quote]) -> int:
    return sum(one.kind != "indirect" for one in said)


def _rows(story: StoryView, said: list[Quote]) -> list[Row]:
    by_id = {one.id: one for one in said}
    shown: set[str] = set()
    rows = []
    for one in sorted(
        said,
        key=lambda q: (KINDS.index(q.kind), -len(q.same_as), story.view.numbers.get(q.span.article, 0), q.span.start),
    ):
        if one.id in shown:
            continue
        same = [by_id[i] for i in one.same_as if i in by_id]
        shown |= {one.id, *(q.id for q in same)}
        spans = (one.span, *(q.span for q in same))
        how = _how([one, *same])
        rows.append(
            Row((_words(one), how), spans, story.view.refs(spans), tone=one.kind, why=story.by(one.attribution))
        )
    return rows
