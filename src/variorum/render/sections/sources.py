"""Whom the reports rest on, which words they use, and what they copy."""

from __future__ import annotations

import re

from ...model import Attribution, Figure, Source, Span, Wording, WordingTerm
from ...rules.phrases import clean, clip, phrases
from ..outline import Group, Row, Section
from ..view import StoryView

KINDS = ("named", "institution", "document", "outlet", "anonymous")


def sources(story: StoryView) -> Section:
    """Sources by kind, named and unnamed apart; those that carry most statements first."""
    said = _said(story)
    groups = []
    for kind in KINDS:
        many = sorted(
            (s for s in story.story.sources if s.kind == kind),
            key=lambda s: (-len(s.articles), -s.claims, s.name, s.id),
        )
        if many:
            groups.append(Group(phrases().voices[kind], tuple(_source(story, s, said) for s in many)))
    return Section(
        "sources", "Sources", "table", ("Source", "Statements"), tuple(groups), brief=6, full=12, wide=(8, 2)
    )


def _source(story: StoryView, source: Source, said: dict[str, list[Span]]) -> Row:
    name = story.name(source.name)
    cited = [span for key in (source.id, source.name, _bare(name)) for span in said.get(key, ())]
    missing = [a for a in source.articles if a not in {span.article for span in cited}]
    named = [span for span in (_first(story, article, name) for article in missing) if span]
    spans = tuple(dict.fromkeys(span for span in (*cited, *named) if span.article in source.articles))
    refs = story.view.numbered(source.articles)
    return Row((name, str(source.claims)), spans, refs, tone=source.kind, why=source.same_as_why or "")


def _said(story: StoryView) -> dict[str, list[Span]]:
    """Where each voice is cited: by its actor's id, by its actor's name and by its words."""
    whole = story.story
    cited: list[Attribution | None] = [r.attribution for f in whole.figures for r in f.readings]
    cited += [item.attribution for item in story.items.values() if not isinstance(item, Figure)]
    out: dict[str, list[Span]] = {}
    for attribution in filter(None, cited):
        for voice in attribution.chain:
            names = (voice.actor or "", _bare(story.name(voice.actor)) if voice.actor else "", _bare(voice.text))
            for name in dict.fromkeys(names):
                out.setdefault(name, []).append(voice.span or attribution.span)
    return out


def _bare(name: str) -> str:
    """A name in small letters without its article."""
    return re.sub(r"^(?:the|an?) ", "", clean(name).lower())


def wording(story: StoryView) -> Section:
    """The words that each report uses for one and the same, side by side; for people, whose titles stand elsewhere, last."""
    people = {a.id for a in story.story.actors if a.kind == "person"} | {
        a.name for a in story.story.actors if a.kind == "person"
    }
    many = [one for one in story.story.wording if len(one.terms) > 1]
    many.sort(key=lambda w: (w.referent in people, -len({a for t in w.terms for a in t.articles}), w.referent))
    groups = tuple(Group(story.name(one.referent), _terms(story, one)) for one in many)
    lead = "Words used for one and the same. Nothing here says which word fits."
    return Section("wording", "Wording", "table", ("Word", "Times"), groups, brief=4, full=12, wide=(8, 2), lead=lead)


def _terms(story: StoryView, one: Wording) -> tuple[Row, ...]:
    return tuple(_term(story, term) for term in sorted(one.terms, key=lambda t: (-t.count, t.text)))


def _term(story: StoryView, term: WordingTerm) -> Row:
    spans = [span for span in (_first(story, article, term.text) for article in term.articles) if span]
    return Row((clean(term.text), str(term.count)), tuple(spans), story.view.numbered(term.articles))


def _first(story: StoryView, article: str, text: str) -> Span | None:
    """Where an article uses a word first."""
    whole = story.view.articles.get(article)
    found = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", whole.text, re.IGNORECASE) if whole and text else None
    return whole.cut(found.start(), found.end()) if whole and found else None


def reuse(story: StoryView) -> Section:
    """Passages that several reports share."""
    groups = tuple(
        Group(
            phrases().reuse[one.kind],
            tuple(
                Row((clip(p.spans[0].text, 280),), p.spans, story.view.refs(p.spans), tone=one.kind)
                for p in sorted(one.passages, key=lambda p: -len(p.spans[0].text))
                if p.spans
            ),
            note=one.why,
        )
        for one in sorted(
            story.story.reuse,
            key=lambda r: (-len(r.articles), -sum(len(p.spans[0].text) for p in r.passages if p.spans)),
        )
    )
    return Section(
        "reuse",
        "Copied passages",
        "reuse",
        ("Passage",),
        groups,
        brief=4,
        full=20,
        wide=(10,),
        lead="Reports that share text count as one origin for that text.",
    )
