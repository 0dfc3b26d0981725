"""The table of contents: the stages in order.

    read → clean → annotate → extract → group → resolve → compare → compose → store · render

`prepare` is what happens to each article on its own (in a worker); `assemble` is what happens to all records together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from . import clean, compare, compose, extract, group, resolve
from .annotate import Annotator
from .errors import RunError
from .model import Article, Calendar, Dossier, Generator, Judged, Problem, Record, Story, key
from .model.page import Page
from .rules.tables import version as rules_version

Notices = Mapping[str, tuple[tuple[int, int], ...]]
"""By article, stretches that stand in other stories too."""
NAMED = 5
"""Reports that the problem of a whole story names."""


def prepare(articles: Sequence[Article], annotator: Annotator) -> list[Record]:
    """A record for each article, in order. An article that fails is returned without claims, with its problem."""
    try:
        return _prepare(articles, annotator)
    except RunError:
        raise
    except Exception as error:  # noqa: BLE001  the boundary of this stage: one article must not cost the others
        if len(articles) > 1:
            return [record for article in articles for record in prepare([article], annotator)]
        return [_failed(article, error, annotator.title) for article in articles]


def _prepare(articles: Sequence[Article], annotator: Annotator) -> list[Record]:
    cleaned = [clean.clean(article) for article in articles]
    pages = iter(annotator.pages([article for article in cleaned if _readable(article)]))
    model = annotator.title
    return [_record(next(pages), model) if _readable(article) else _foreign(article, model) for article in cleaned]


def _readable(article: Article) -> bool:
    return article.language in (None, "en")


def _record(page: Page, model: str) -> Record:
    return Record(
        article=page.article,
        expressions=page.expressions,
        mentions=page.mentions,
        claims=extract.claims(page),
        model=model,
    )


def _foreign(article: Article, model: str) -> Record:
    why = f"in language {article.language!r}, for which there are no rules: read, but left without claims"
    return Record(article=article, model=model, problem=why)


def _failed(article: Article, error: Exception, model: str) -> Record:
    return Record(article=article, model=model, problem=f"left without claims, {_fault(error)}")


def _fault(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return f"since this program failed on it ({type(error).__name__}: {said}): please report this"


def assemble(
    records: Sequence[Record],
    problems: Sequence[Problem] = (),
    *,
    version: str,
    language: str = "en",
    judged: Sequence[Judged] = (),
) -> Dossier:
    """The dossier of these records; their order makes no difference. `judged` is what users have decided about names."""
    ordered = sorted(records, key=lambda r: (natural(r.article.source), r.article.id))
    by_id = {r.article.id: r for r in ordered}
    made, articles, faults = [], {}, []
    read = [r.article for r in ordered]
    stories = group.stories(read)
    notices = group.notices(read, stories)
    for members in stories:
        story, dated, fault = _told([by_id[i] for i in members], judged, notices)
        made.append(story)
        articles.update({a.id: a for a in dated})
        faults += [fault] if fault else []
    own = [Problem(source=r.article.source, error=r.problem) for r in ordered if r.problem]
    models = sorted({r.model for r in ordered if r.model})
    generator = Generator(version=version, rules=rules_version(language), model="+".join(models))
    listed = sorted([*problems, *own, *faults], key=lambda p: (natural(p.source), p.error))
    return compose.dossier([articles[i] for i in by_id], made, listed, generator)


def _told(
    records: Sequence[Record], judged: Sequence[Judged], notices: Notices
) -> tuple[Story, list[Article], Problem | None]:
    """The story of these records with its articles. One that fails is returned with its articles alone, and why."""
    try:
        return *_story(records, judged, notices), None
    except RunError:
        raise
    except Exception as error:  # noqa: BLE001  the boundary of this stage: one story must not cost the others
        sources = [record.article.source for record in records]
        more = f" and {len(sources) - NAMED} more" if len(sources) > NAMED else ""
        why = f"the story of {', '.join(sources[:NAMED])}{more} is left without an account, {_fault(error)}"
        bare = Story(
            id=_name(records),
            title=records[0].article.title or "",
            articles=tuple(r.article.id for r in records),
            period=None,
        )
        return bare, [record.article for record in records], Problem(source=sources[0], error=why)


def _name(records: Sequence[Record]) -> str:
    return key(*sorted(r.article.id for r in records))


def _story(
    records: Sequence[Record], judged: Sequence[Judged], notices: Notices = MappingProxyType({})
) -> tuple[Story, list[Article]]:
    calendar = resolve.dates(records)
    articles = [_dated(record.article, calendar) for record in records]
    records = [msgspec.structs.replace(r, article=a) for r, a in zip(records, articles, strict=True)]
    cast = resolve.actors(records, judged)
    shared, sources = group.reuse(articles, notices), resolve.sources(records, cast)
    origins = resolve.origins(articles, shared, sources.every, cast)
    rests = resolve.backed(records, shared, sources, origins)
    counted = rests.figures(resolve.figures(records, calendar, cast))
    figures, findings = compare.figures(counted, records, origins)
    events = rests.items(resolve.events(records, calendar, cast))
    quotes = rests.quotes(resolve.quotes(records, calendar, cast))
    positions = rests.items(resolve.positions(records, calendar, cast))
    agreements = rests.items(resolve.agreements(records, calendar, cast))
    findings = (
        *findings,
        *compare.events(events, records, cast.actors),
        *compare.quotes(quotes, records, cast.actors),
        *compare.positions(positions, {a.id: a.name for a in cast.actors}),
        *compare.agreements(agreements, _name(records)),
        *compare.dates(records),
        *compare.ages(records, cast.actors),
    )
    story = Story(
        id=_name(records),
        title="",
        articles=tuple(a.id for a in articles),
        period=compose.period(articles, calendar),
        actors=cast.actors,
        figures=figures,
        events=events,
        quotes=quotes,
        positions=positions,
        agreements=agreements,
        ledger=compare.ledger(positions, records, calendar),
        sources=sources.every,
        origins=origins,
        reuse=shared,
        findings=findings,
    )
    story = msgspec.structs.replace(story, title=compose.title(articles, story))
    story = msgspec.structs.replace(story, timeline=compose.timeline(story, articles))
    story = msgspec.structs.replace(story, wording=resolve.wording(records, cast, events, story.timeline))
    story = msgspec.structs.replace(story, digest=compose.digest(story, articles))
    texts = {a.id: a.text for a in articles}
    return compose.checked(story, texts), [compose.checked(_bounded(a, calendar), texts) for a in articles]


def _dated(article: Article, calendar: Calendar) -> Article:
    """The article with its date, known or worked out, and its time expressions on the calendar."""
    published, times = calendar.published.get(article.id), calendar.times.get(article.id, ())
    posts = calendar.posts.get(article.id, ())
    return msgspec.structs.replace(article, published=published, times=times, posts=posts)


def _bounded(article: Article, calendar: Calendar) -> Article:
    """An article without a date with what can be said of its day all the same."""
    return msgspec.structs.replace(article, published=article.published or calendar.bounds.get(article.id))


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts "2.txt" before "10.txt"."""
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in re.split(r"(\d+)", text))
