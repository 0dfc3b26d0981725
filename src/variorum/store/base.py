"""What a store is: where the records of articles are kept, and the dossier that was made of them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Protocol, TypeVar

import msgspec

from ..model import Article, Dossier, Judged, Problem, Record

T = TypeVar("T")


class Entry(msgspec.Struct, frozen=True):
    """An article as it was read, and what was found in it."""

    raw: Article
    record: Record
    stamp: str
    """The program, rules and model that made the record; empty where it has to be made again."""


class Known(msgspec.Struct, frozen=True):
    """What has to be remembered of an article to tell whether it is new."""

    source: str
    dated: bool
    content: str
    """Hash of the article as read."""
    stamp: str = ""


class Store(Protocol):
    """Keeps what a run finds. Each call is done wholly or not at all; all raise `StoreError`."""

    def known(self) -> dict[str, Known]:
        """Every article that is kept, by id."""

    def raw(self, article: str) -> Article:
        """The article with this id, as it was read."""

    def save(self, entries: Sequence[Entry]) -> None:
        """Adds these articles; one with the same id is replaced."""

    def note(self, seen: Iterable[str], copies: Mapping[str, Iterable[str]], problems: Iterable[Problem]) -> None:
        """Replaces what is known of the sources in `seen`: which of them hold an article (`copies`, sources by article id),
        and which could not be read."""

    def copies(self) -> dict[str, tuple[str, ...]]:
        """The sources of every article, by its id, sorted."""

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""

    def records(self) -> Iterator[Record]:
        """What was found in every article, by article id."""

    def judge(self, one: Judged) -> None:
        """Keeps what a user has decided about two names, in the place of what was decided about them before."""

    def forget(self, left: str, right: str) -> bool:
        """Drops what was decided about two names; whether there was anything."""

    def judgements(self) -> tuple[Judged, ...]:
        """What users have decided, sorted."""

    def publish(self, dossier: Dossier) -> None:
        """Puts this dossier in the place of the one before."""

    def dossier(self) -> Dossier | None:
        """The dossier that was published last; None when no run was finished."""

    def close(self) -> None:
        """Ends the use of the store."""


def known(raw: Article, stamp: str = "") -> Known:
    """What has to be remembered of this article. Raises `UnicodeEncodeError` for text that is not valid Unicode."""
    content = blake2b(msgspec.msgpack.encode(raw), digest_size=16).hexdigest()
    return Known(raw.source, raw.published is not None, content, stamp)


def shown(where: str) -> str:
    """A path or URL of a database without its password, fit to be printed."""
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:***@", where)


def pack(value: Any) -> bytes:
    """A value as bytes for a table: a sixth of its size without, since spans repeat the ids and words of their article."""
    return zlib.compress(msgspec.msgpack.encode(value), 1)


def unpack(body: bytes, kind: type[T]) -> T:
    """The value of `kind` that was packed."""
    return msgspec.msgpack.decode(zlib.decompress(body), type=kind)
