"""Tells new articles from known ones, and folds the same text from several sources into one article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model import Article, Problem
from ..pipeline import natural
from ..settings import Settings
from ..store import Known, known

Progress = Callable[[str, int, int | None], None]


class Fold:
    """Keeps account of what is read in one run. Which of several sources names an article does not hang on their order."""

    def __init__(self, before: Mapping[str, Known], stamp: str, settings: Settings, progress: Progress) -> None:
        """`before` is what a store already has; articles that carry `stamp` need no more work."""
        self.kept = dict(before)
        self.stamp, self.settings, self.progress = stamp, settings, progress
        self.problems: list[Problem] = []
        self.copies: dict[str, list[str]] = {}
        self.seen: dict[str, None] = {}
        self.count = 0
        self.due = 0
        """Articles that need a record, so far."""

    def new(self, incoming: Iterable[Article | Problem]) -> Iterator[Article]:
        """The articles of which a record is needed; problems are kept in `problems`."""
        for one in incoming:
            self.seen[one.source] = None
            if isinstance(one, Problem):
                self.problems.append(one)
                continue
            self.count += 1
            self.progress("read", self.count, None)
            if self._take(one):
                self.due += 1
                yield one

    def _take(self, article: Article) -> bool:
        longest = self.settings.longest
        if len(article.text) > longest:
            size = f"{len(article.text):,}"
            return self._refuse(
                article, f"its text of {size} characters is over the {longest:,} that one article may have"
            )
        try:
            fresh = known(article, self.stamp)
        except UnicodeEncodeError:
            return self._refuse(
                article, "its text holds halves of characters, which no encoding has: save it again as UTF-8"
            )
        self.copies.setdefault(article.id, []).append(article.source)
        old = self.kept.get(article.id)
        if old is not None and not _better(fresh, old):
            return False
        self.kept[article.id] = fresh
        return True

    def _refuse(self, article: Article, error: str) -> bool:
        self.problems.append(Problem(source=article.source, error=error))
        return False

    def stale(self) -> list[str]:
        """Ids of articles whose record was made by other rules, another model or another version."""
        return sorted(key for key, one in self.kept.items() if one.stamp != self.stamp)


def _better(new: Known, old: Known) -> bool:
    """Whether the new reading of a text takes the place of the old: a dated one before an undated one, then by source; of the
    same source, the later reading."""
    if new == old:
        return False
    if new.dated != old.dated:
        return new.dated
    return new.source == old.source or natural(new.source) < natural(old.source)


def repeats(copies: Mapping[str, Iterable[str]], named: Mapping[str, str]) -> list[Problem]:
    """A problem for each source whose text is that of another. `named` is the source that names each article."""
    return [
        Problem(source=source, error=f"the same text as {named[article]}, counted once")
        for article, sources in copies.items()
        if article in named
        for source in sorted(set(sources), key=natural)
        if source != named[article]
    ]
