"""A store that forgets: for runs without a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Article, Dossier, Judged, Problem, Record
from .base import Entry, Known, known


class Memory:
    """Keeps everything in this process; see `Store`."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._copies: dict[str, set[str]] = {}
        self._problems: dict[tuple[str, str], Problem] = {}
        self._judged: dict[tuple[str, str], Judged] = {}
        self._dossier: Dossier | None = None

    def known(self) -> dict[str, Known]:
        return {key: known(entry.raw, entry.stamp) for key, entry in self._entries.items()}

    def raw(self, article: str) -> Article:
        return self._entries[article].raw

    def save(self, entries: Sequence[Entry]) -> None:
        self._entries.update({entry.raw.id: entry for entry in entries})

    def note(self, seen: Iterable[str], copies: Mapping[str, Iterable[str]], problems: Iterable[Problem]) -> None:
        gone = set(seen)
        self._problems = {key: one for key, one in self._problems.items() if key[0] not in gone}
        self._problems.update({(one.source, one.error): one for one in problems})
        for before in self._copies.values():
            before -= gone
        for article, sources in copies.items():
            self._copies.setdefault(article, set()).update(sources)

    def copies(self) -> dict[str, tuple[str, ...]]:
        return {article: tuple(sorted(sources)) for article, sources in sorted(self._copies.items()) if sources}

    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems[key] for key in sorted(self._problems))

    def records(self) -> Iterator[Record]:
        return (self._entries[key].record for key in sorted(self._entries))

    def judge(self, one: Judged) -> None:
        self._judged[(one.left, one.right)] = one

    def forget(self, left: str, right: str) -> bool:
        return self._judged.pop((left, right), None) is not None

    def judgements(self) -> tuple[Judged, ...]:
        return tuple(self._judged[pair] for pair in sorted(self._judged))

    def publish(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def dossier(self) -> Dossier | None:
        return self._dossier

    def close(self) -> None:
        pass
