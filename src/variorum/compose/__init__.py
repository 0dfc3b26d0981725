"""From everything to the published dossier: titles, periods, digest; every span checked once more."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any

import msgspec

from ..errors import ProvenanceError
from ..model import Article, Dossier, Generator, Problem, Span, Story
from .digest import digest
from .heading import period, title
from .timeline import timeline

__all__ = ["checked", "digest", "dossier", "period", "spans", "timeline", "title"]


def dossier(
    articles: Sequence[Article], stories: Sequence[Story], problems: Sequence[Problem], generator: Generator
) -> Dossier:
    """The published result, of articles and stories that were `checked`."""
    return Dossier(generator=generator, articles=tuple(articles), stories=tuple(stories), problems=tuple(problems))


Checked = typing.TypeVar("Checked", bound=msgspec.Struct)


def checked(item: Checked, texts: Mapping[str, str]) -> Checked:
    """The same item; raises `ProvenanceError` when a span anywhere in it is not the article's own characters.

    `texts` is article id -> its text.
    """
    for span in spans(item):
        text = texts.get(span.article, "")
        if not span.text or text[span.start : span.end] != span.text:
            raise ProvenanceError(f"{span.text!r} is not at {span.start} of article {span.article}")
    return item


def spans(item: Any) -> Iterator[Span]:
    """Every span inside any part of a dossier, in no order that means anything."""
    waiting = [item]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Span):
            yield one
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif isinstance(one, msgspec.Struct):
            waiting.extend(getattr(one, name) for name in _holders(type(one)))


@cache
def _holders(kind: type) -> tuple[str, ...]:
    """The fields of a struct that can hold a span: most hold words and numbers and need no look."""
    hints = typing.get_type_hints(kind)
    return tuple(name for name in kind.__struct_fields__ if _holds(hints[name]))  # type: ignore[attr-defined]


def _holds(hint: Any) -> bool:
    if typing.get_origin(hint) in (tuple, typing.Union, UnionType):
        return any(_holds(one) for one in typing.get_args(hint))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint is Span or bool(_holders(hint))
    return False
