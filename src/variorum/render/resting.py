"""What a statement rests on, in words: how many reports, how many did the reporting, and who said so in the first place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Backing, Origin, Source, Span
from ..rules.phrases import clip, count, phrases
from .view import StoryView

MOST = 4
"""Names of origins or sources in one note."""


def resting(story: StoryView, spans: Iterable[Span], backings: Iterable[Backing | None]) -> tuple[str, ...]:
    """One note, "5 reports, 2 origins (Reuters, [4]), 1 named source (the harbour office)"; none for a report's own reporting
    that names nobody, and where it is not known."""
    articles = list(dict.fromkeys(s.article for s in spans))
    many = [b for b in backings if b is not None]
    origins = [o for o in story.story.origins if any(o.id in b.origins for b in many)]
    if not origins or (
        len(articles) == 1 and set(articles) <= set(origins[0].articles) and origins[0].kind != "agency"
    ):
        return ()
    known = [s for s in story.story.sources if any(s.id in b.sources for b in many)]
    told = [
        count("report", len(articles)),
        _named("origin", origins, [origin(story, one) for one in origins]),
        *(_voices(story, known, kind) for kind in ("named", "unnamed")),
    ]
    return (", ".join(part for part in told if part),)


def origin(story: StoryView, one: Origin) -> str:
    """What a reader knows an origin by: the agency or outlet, else the number of its first report."""
    numbers = story.view.numbered(one.articles)
    return clip(one.name, 60) or " ".join(f"[{n}]" for n in numbers[:1])


def _voices(story: StoryView, known: Sequence[Source], kind: str) -> str:
    found = [s for s in known if (s.kind == "anonymous") == (kind == "unnamed")]
    return _named(kind, found, [clip(story.name(s.name), 60) for s in found])


def _named(kind: str, items: Sequence[object], names: Sequence[str]) -> str:
    """ "2 origins (Reuters, Gazette)"; empty for none."""
    more = [phrases().origins["more"]] if len(names) > MOST else []
    return f"{count(kind, len(items))} ({', '.join([*names[:MOST], *more])})" if items else ""
