"""Annotation on this machine: in this process for a small job, in a pool of workers for more. The records are the same."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from .. import pipeline
from ..annotate import Annotator
from ..model import Article, Record
from ..settings import Settings
from .pool import Pool

Pairs = Generator[tuple[Sequence[Article], Sequence[Record]], None, None]
"""Batches of articles, each with its records."""
WIDE = 200_000
"""Characters in a batch, so that long texts do not meet in one worker's memory."""
MANY = 32
"""Workers at most, when nobody says how many: each holds half a gigabyte."""


def records(articles: Iterable[Article], settings: Settings) -> Pairs:
    """Batches of articles with their records, in order, as they are done."""
    rest = iter(articles)
    first = list(islice(rest, settings.small + 1))
    count = workers(settings, few=len(first) <= settings.small)
    every = batches(chain(first, rest), settings.batch)
    if count == 1:
        return ((batch, pipeline.prepare(batch, _annotator(settings.model))) for batch in every)
    return _pooled(every, settings.model, count)


def workers(settings: Settings, *, few: bool) -> int:
    """How many processes annotate; 1 means this one."""
    if settings.workers:
        return settings.workers
    return 1 if few else min(_cores(), MANY)


def batches(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    """Lists of at most `size` articles and about `WIDE` characters."""
    batch: list[Article] = []
    wide = 0
    for article in articles:
        if batch and (len(batch) >= size or wide + len(article.text) > WIDE):
            yield batch
            batch, wide = [], 0
        batch.append(article)
        wide += len(article.text)
    if batch:
        yield batch


def _pooled(every: Iterable[Sequence[Article]], model: str | None, count: int) -> Pairs:
    with Pool(model, count) as pool:
        yield from pool.map(every)


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@lru_cache(maxsize=1)
def _annotator(model: str | None) -> Annotator:
    """Kept for the next call of a program that reads again and again."""
    return Annotator(model)
