"""From paths, bytes and pages to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

import msgspec

from ..errors import SourceError, UsageError
from ..model import Article, Problem, When
from ..settings import Settings
from .dates import when
from .fields import article

__all__ = ["article", "sources"]


def sources(
    paths: Sequence[str], *, urls: Sequence[str] = (), settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Article | Problem]:
    """An article, or a problem, for each report that these paths and addresses hold, one at a time, in their order.

    `paths` are files, folders (read with all below them), patterns, or "-" for `stdin`. One bad input is a `Problem` and
    never stops the rest. Raises `UsageError`, at the call and before anything is read, when nothing is given, a path does
    not exist, a pattern matches nothing, or no folder given holds a file to read.
    """
    from .walk import plan

    if not paths and not urls:
        raise UsageError("nothing to read: name files, folders or patterns, or give a page's address with --url")
    if "-" in paths and stdin is None:
        raise UsageError("standard input is asked for (-), but there is none")
    return _read(plan(paths), urls, settings, stdin, _known(settings))


def _known(settings: Settings) -> When | None:
    if settings.published is None:
        return None
    found = when(settings.published, "given by the user")
    if not found:
        raise UsageError(f"{settings.published!r} is not a date: give it as 2024-03-21")
    return found


def _read(
    planned: Sequence[str | Problem],
    urls: Sequence[str],
    settings: Settings,
    stdin: BinaryIO | None,
    known: When | None,
) -> Iterator[Article | Problem]:
    from . import open as opened

    for path in planned:
        if isinstance(path, Problem):
            yield path
        elif path == "-" and stdin is not None:
            yield from _finished(lambda: opened.standard(stdin, settings), settings, known)
        else:
            yield from _finished(lambda path=path: opened.file(path, settings), settings, known)  # type: ignore[misc]
    for url in urls:
        from . import web

        yield from _finished(lambda url=url: web.page(url, settings), settings, known)  # type: ignore[misc]


def _finished(
    make: Callable[[], Iterator[Article | Problem]], settings: Settings, known: When | None
) -> Iterator[Article | Problem]:
    """The boundary of this stage: an input that cannot be read becomes a problem here, and the next one is read."""
    try:
        for one in make():
            yield _bounded(one, settings, known)
    except SourceError as error:
        yield Problem(source=error.source, error=str(error))


def _bounded(one: Article | Problem, settings: Settings, known: When | None) -> Article | Problem:
    if isinstance(one, Problem):
        return one
    if len(one.text) > settings.longest:
        bound = f"more than the {settings.longest:,} that are read (setting `longest`)"
        return Problem(source=one.source, error=f"the text has {len(one.text):,} characters, {bound}")
    return msgspec.structs.replace(one, published=known) if known and not one.published else one
