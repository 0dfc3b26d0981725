"""The main job: from paths to a dossier, on this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from os import PathLike
from typing import BinaryIO

from .. import __version__, pipeline
from ..annotate.model import describe
from ..model import Article, Dossier, Problem
from ..rules.tables import version as rules_version
from ..settings import Settings
from ..store import Entry, Memory, Store, open_store
from .fold import Fold, Progress, repeats
from .local import records

__all__ = ["Progress", "read", "remake", "run"]


def read(
    paths: Iterable[str | PathLike[str]] = (),
    *,
    urls: Sequence[str] = (),
    settings: Settings | None = None,
    store: Store | str | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Dossier:
    """Reads reports and says what is reported.

    `paths` are files, folders and patterns, `-` is standard input; `urls` are pages to fetch. With a `store` (a path, a URL, or
    an open `Store`) earlier articles count too and everything is kept. `progress` is called as `(stage, done, total)`.

    An input that cannot be read is listed in `problems`, and the run goes on. Without paths and pages,
    what the store has is brought up to date. Raises `RunError` when nothing can be done at
    all: no model, a database that cannot be used.
    """
    from ..read import sources

    settings = settings or Settings()
    given = [str(path) for path in paths]
    incoming: Iterable[Article | Problem] = ()
    if given or urls or store is None:
        incoming = sources(given, urls=list(urls), settings=settings, stdin=stdin)
    return run(incoming, settings=settings, store=store, progress=progress)


def run(
    incoming: Iterable[Article | Problem],
    *,
    settings: Settings,
    store: Store | str | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of these articles, and of those that the store already has."""
    if store is None or isinstance(store, str):
        with closing(open_store(store) if store is not None else Memory()) as kept:
            return _run(incoming, settings, kept, progress or _silent)
    return _run(incoming, settings, store, progress or _silent)


def _run(incoming: Iterable[Article | Problem], settings: Settings, store: Store, progress: Progress) -> Dossier:
    stamp = " ".join((__version__, rules_version(settings.language), describe(settings.model)))
    fold = Fold(store.known(), stamp, settings, progress)
    _annotate(_due(incoming, fold, store), fold, settings, store, progress)
    store.note(fold.seen, fold.copies, fold.problems)
    progress("compare", 0, None)
    dossier = remake(store, language=settings.language)
    progress("compare", 1, 1)
    return dossier


def remake(store: Store, *, language: str = "en") -> Dossier:
    """The dossier of what a store has, made anew and published: needs no language model."""
    every = list(store.records())
    named = {record.article.id: record.article.source for record in every}
    problems = (*store.problems(), *repeats(store.copies(), named))
    dossier = pipeline.assemble(every, problems, version=__version__, language=language, judged=store.judgements())
    store.publish(dossier)
    return dossier


def _due(incoming: Iterable[Article | Problem], fold: Fold, store: Store) -> Iterator[Article]:
    """Articles of which a record is needed: the new ones, then kept ones that other rules or another model have made."""
    yield from fold.new(incoming)
    for article in fold.stale():
        fold.due += 1
        yield store.raw(article)


def _annotate(due: Iterator[Article], fold: Fold, settings: Settings, store: Store, progress: Progress) -> None:
    done = 0
    with closing(records(due, settings)) as batches:
        for articles, made in batches:
            pairs = zip(articles, made, strict=True)
            store.save([Entry(article, record, fold.stamp if record.model else "") for article, record in pairs])
            done += len(made)
            progress("annotate", done, fold.due)


def _silent(stage: str, done: int, total: int | None) -> None:
    pass
