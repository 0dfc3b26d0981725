"""The table of contents: the stages in order.

    read → clean → annotate → extract → group → resolve → compare → compose → store · render

`prepare` is what happens to each article on its own (in a worker); `assemble` is what happens to all records together.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from . import clean, compare, compose, extract, group, resolve
from .annotate import Annotator
from .model import Article, Dossier, Generator, Problem, Record, Story, key
from .model.page import Page
from .rules.tables import version as rules_version


def prepare(articles: Sequence[Article], annotator: Annotator) -> list[Record]:
    """A record for each article, in order. An article that fails is returned without claims, with its problem."""
    cleaned = [clean.clean(article) for article in articles]
    pages = {page.article.id: page for page in annotator.pages([a for a in cleaned if _readable(a)])}
    return [_record(article, pages.get(article.id), annotator.title) for article in cleaned]


def _readable(article: Article) -> bool:
    return article.language in (None, "en")


def _record(article: Article, page: Page | None, model: str) -> Record:
    if page is None:
        return Record(article=article, model=model, problem=f"in language {article.language!r}, for which there are no rules: read, but left without claims")
    return Record(article=page.article, expressions=page.expressions, mentions=page.mentions, claims=extract.claims(page), model=model)


def assemble(records: Sequence[Record], problems: Sequence[Problem] = (), *, version: str, language: str = "en") -> Dossier:
    """The dossier of these records; their order makes no difference."""
    ordered = sorted(records, key=lambda r: (_natural(r.article.source), r.article.id))
    by_id = {r.article.id: r for r in ordered}
    made, articles = [], {}
    for members in group.stories([r.article for r in ordered]):
        story, dated = _story([by_id[i] for i in members])
        made.append(story)
        articles.update({a.id: a for a in dated})
    own = [Problem(source=r.article.source, error=r.problem) for r in ordered if r.problem]
    models = sorted({r.model for r in ordered if r.model})
    generator = Generator(version=version, rules=rules_version(language), model="+".join(models))
    return compose.dossier([articles[i] for i in by_id], made, [*problems, *own], generator)


def _story(records: Sequence[Record]) -> tuple[Story, list[Article]]:
    calendar = resolve.dates(records)
    articles = [msgspec.structs.replace(r.article, published=calendar.published.get(r.article.id), times=calendar.times.get(r.article.id, ())) for r in records]
    records = [msgspec.structs.replace(r, article=a) for r, a in zip(records, articles, strict=True)]
    cast = resolve.actors(records)
    shared = group.reuse(articles)
    figures, findings = compare.figures(resolve.figures(records, calendar, cast), records, shared)
    events, quotes = resolve.events(records, calendar, cast), resolve.quotes(records, calendar, cast)
    findings = (*findings, *compare.events(events, records), *compare.quotes(quotes, records))
    story = Story(
        id=key(*sorted(r.article.id for r in records)), title="", articles=tuple(a.id for a in articles),
        period=compose.period(articles, calendar), actors=cast.actors, figures=figures, events=events, quotes=quotes,
        positions=resolve.positions(records, calendar, cast), sources=resolve.sources(records, cast),
        wording=resolve.wording(records, cast), reuse=shared, findings=findings,
    )
    story = msgspec.structs.replace(story, title=compose.title(articles, story))
    return msgspec.structs.replace(story, digest=compose.digest(story)), articles


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "2.txt" before "10.txt"."""
    import re

    return tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in re.split(r"(\d+)", text))
