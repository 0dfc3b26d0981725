"""Whom the reports rest on, which words they use, and what they copy."""

from __future__ import annotations

from ...model import Origin, Source, Use, WordingTerm
from ...rules.page import page
from ...rules.phrases import clean, clip, count, phrases
from ..outline import Group, Row, Section, section
from ..resting import origin
from ..view import StoryView

ENDS = ".!?:”\"'’"
"""Marks after which a sentence begins, or with which it ends."""
KINDS = ("named", "institution", "document", "outlet", "anonymous")


def origins(story: StoryView) -> Section:
    """Who did the reporting, and which reports rest on it: agencies, outlets with several reports, texts that others copy, and
    whoever is cited. Reports that stand alone are only counted."""
    many = [one for one in story.story.origins if len(one.articles) > 1 or one.cited or one.kind == "agency"]
    own = [one for one in story.story.origins if one.articles]
    rows = tuple(_origin(story, one) for one in many)
    said = phrases().origins
    lead = said["lead"].format(reports=count("report", len(story.members)), origins=count("origin", len(own)))
    alone = len(own) - len([one for one in many if one.articles])
    lead += f" {said['alone'].format(reports=count('report', alone))}" if alone and many else ""
    head = ("Origin", "Its text", "Cited in", "Why")
    return Section(
        "origins",
        "Who did the reporting",
        "table",
        head,
        (Group(rows=rows),),
        lead=lead,
        brief=8,
        full=15,
        wide=(5, 3, 3, 5),
    )


def _origin(story: StoryView, one: Origin) -> Row:
    cells = tuple(" ".join(f"[{n}]" for n in story.view.numbered(many)) for many in (one.articles, one.cited))
    refs = story.view.numbered((*one.articles, *one.cited))
    return Row((origin(story, one), *cells, one.why), one.spans, refs, tone=one.kind)


def sources(story: StoryView) -> Section:
    """Sources by kind, named and unnamed apart; those that carry most statements first."""
    groups = []
    for kind in KINDS:
        many = sorted(
            (s for s in story.story.sources if s.kind == kind),
            key=lambda s: (-len(s.articles), -s.claims, s.name, s.id),
        )
        if many:
            groups.append(Group(phrases().voices[kind], tuple(_source(story, s) for s in many)))
    return Section(
        "sources", "Sources", "table", ("Source", "Statements"), tuple(groups), brief=6, full=12, wide=(8, 2)
    )


def _source(story: StoryView, source: Source) -> Row:
    refs = story.view.numbered(source.articles)
    cells = (story.name(source.name), str(source.claims))
    return Row(cells, source.spans, refs, tone=source.kind, why=source.same_as_why or "")


def wording(story: StoryView) -> Section:
    """The words that each report uses for one and the same, side by side, each with its first use."""
    many = [one for one in story.story.wording if len(one.terms) > 1]
    groups = tuple(
        Group(story.name(one.referent), tuple(_term(story, term) for term in one.terms), brief=5) for one in many
    )
    said = page().sections["wording"]
    return section("wording", "table", groups, brief=4, full=12, wide=(4, 2, 8), lead=said.lead)


def _term(story: StoryView, term: WordingTerm) -> Row:
    times = phrases().wording["quoted"].format(n=term.count, quoted=term.quoted) if term.quoted else str(term.count)
    context = next((_marked(story, use) for use in term.uses), "")
    return Row(
        (clean(term.text), times, context),
        tuple(use.span for use in term.uses),
        story.view.numbered(term.articles),
    )


def _marked(story: StoryView, use: Use) -> str:
    """A use in its context, with dots where its sentence begins earlier or goes on."""
    one, article = use.context, story.view.articles.get(use.context.article)
    if article is None:
        return clean(one.text)
    before, after = article.text[: one.start][-3:], article.text[one.end :][:3]
    first = "… " if before.strip() and "\n" not in before and before.rstrip()[-1] not in ENDS else ""
    last = " …" if after.strip() and "\n" not in after and one.text[-1] not in ENDS else ""
    return f"{first}{clean(one.text)}{last}"


def reuse(story: StoryView) -> Section:
    """Passages that several reports share."""
    groups = tuple(
        Group(
            phrases().reuse[one.kind],
            tuple(
                Row((clip(p.spans[0].text, 200),), p.spans, story.view.refs(p.spans), tone=one.kind)
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
        lead="Reports that share text count as one origin for what it says.",
    )
