"""The planted traps of the example stories, counted: which of them a dossier reads rightly.

`evaluation/expected.toml` lists the checks; each `kind` is a function below from (dossier, check) to whether it holds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from variorum.model import Actor, Article, Dossier, Figure, Quote, Reading, Story

ROOT = Path(__file__).resolve().parents[1] / "examples"
Check = dict[str, Any]


def checks() -> list[Check]:
    """The rows of expected.toml."""
    rows: list[Check] = tomllib.loads(Path(__file__).with_name("expected.toml").read_text(encoding="utf-8"))["check"]
    return rows


def failures(dossier: Dossier) -> list[Check]:
    """The checks that do not hold of a dossier of the example reports."""
    return [check for check in checks() if not KINDS[check["kind"]](dossier, check)]


def _articles(dossier: Dossier, name: str) -> list[Article]:
    """The articles read from a file."""
    return [a for a in dossier.articles if name in a.source]


def _ids(dossier: Dossier, check: Check) -> set[str]:
    return {a.id for a in (_articles(dossier, check["report"]) if "report" in check else dossier.articles)}


def _figures(dossier: Dossier, check: Check) -> Iterator[tuple[Figure, Reading]]:
    ids = _ids(dossier, check)
    for story in dossier.stories:
        for figure in story.figures:
            for reading in figure.readings:
                if figure.measure == check["measure"] and any(s.article in ids for s in reading.spans):
                    yield figure, reading


def _fits(reading: Reading, check: Check) -> bool:
    return reading.low == check["value"] and all(
        getattr(reading, k) == check[k] for k in ("hedge", "status") if k in check
    )


def reading(dossier: Dossier, check: Check) -> bool:
    """A figure of the measure has this value in this report."""
    return any(_fits(one, check) for _, one in _figures(dossier, check))


def subset(dossier: Dossier, check: Check) -> bool:
    """The value is there as an inclusive part of another figure."""
    return any(_fits(one, check) and figure.subset_of for figure, one in _figures(dossier, check))


def one_figure(dossier: Dossier, check: Check) -> bool:
    """All these values are readings of one and the same figure."""
    found = [{r.low for r in f.readings} for s in dossier.stories for f in s.figures if f.measure == check["measure"]]
    return any(set(check["values"]) <= values for values in found)


def finding(dossier: Dossier, check: Check) -> bool:
    """A finding of the kind names all the words."""
    kinds = check["finding"] if isinstance(check["finding"], list) else [check["finding"]]
    texts = [
        f.why + " ".join(w.span.text for w in f.readings)
        for s in dossier.stories
        for f in s.findings
        if f.kind in kinds
    ]
    return any(all(word in text for word in check["words"]) for text in texts)


def no_finding(dossier: Dossier, check: Check) -> bool:
    """No finding of the kind names all the words."""
    return not finding(dossier, check)


def _holders(dossier: Dossier, name: str) -> list[Actor]:
    """Actors of one of whose names this is."""
    return [a for s in dossier.stories for a in s.actors if name in {a.name, *(x.text for x in a.aliases)}]


def together(dossier: Dossier, check: Check) -> bool:
    """One actor has all these names."""
    ids = [{a.id for a in _holders(dossier, name)} for name in check["names"]]
    return bool(set.intersection(*ids))


def apart(dossier: Dossier, check: Check) -> bool:
    """Each name is there, and no two share an actor."""
    ids = [{a.id for a in _holders(dossier, name)} for name in check["names"]]
    return all(ids) and not set.intersection(*ids)


def role(dossier: Dossier, check: Check) -> bool:
    """The actor has a role with these words."""
    return any(check["role"] in r.text for a in _holders(dossier, check["name"]) for r in a.roles)


def _events(dossier: Dossier, check: Check) -> Iterator[tuple[Story, Any, str]]:
    ids = _ids(dossier, check)
    for story in dossier.stories:
        names = {a.id: a.name for a in story.actors}
        for event in story.events:
            if event.type == check["type"] and any(s.article in ids for s in event.spans):
                who = "; ".join(f"{p.text} {names.get(p.actor or '', '')}" for p in event.participants)
                yield story, event, who + " @ " + "; ".join(names.get(p, "") for p in event.places)


def event(dossier: Dossier, check: Check) -> bool:
    """An event of the type and status has these participants, at this place."""
    return any(
        bool(one.status == check["status"])
        and all(name in who.split(" @ ")[0] for name in check["participants"])
        and check.get("place", "") in who.split(" @ ")[1]
        for _, one, who in _events(dossier, check)
    )


def linked(dossier: Dossier, check: Check) -> bool:
    """Two events of the type are linked in this way."""
    return any(link.kind == check["link"] for _, one, _ in _events(dossier, check) for link in one.links)


def _quotes(dossier: Dossier, check: Check) -> Iterator[tuple[Story, Quote]]:
    ids = _ids(dossier, check)
    for story in dossier.stories:
        for quote in story.quotes:
            if check["text"] in quote.text and quote.span.article in ids and quote.kind in ("direct", "mixed"):
                yield story, quote


def quote(dossier: Dossier, check: Check) -> bool:
    """The direct quote is there with this speaker."""
    return any(
        check["speaker"] in {a.name for a in story.actors if a.id == one.speaker}
        for story, one in _quotes(dossier, check)
    )


def same_quote(dossier: Dossier, check: Check) -> bool:
    """The quote is joined with the same one in another report."""
    return any(one.same_as for _, one in _quotes(dossier, check))


def flag(dossier: Dossier, check: Check) -> bool:
    """The report, or a quote in it, carries the flag."""
    ids = _ids(dossier, check)
    quotes = [q for s in dossier.stories for q in s.quotes if q.span.article in ids]
    return any(f.kind == check["flag"] for a in dossier.articles if a.id in ids for f in a.flags) or any(
        check["flag"] in q.flags for q in quotes
    )


def source(dossier: Dossier, check: Check) -> bool:
    """The source is listed, and of this kind."""
    return any(
        check["name"].lower() in s.name.lower() and s.kind == check["voice"]
        for story in dossier.stories
        for s in story.sources
    )


def published(dossier: Dossier, check: Check) -> bool:
    """The report's interval holds the day and is no wider than `width` days."""
    for article in _articles(dossier, check["report"]):
        when = article.published
        if when and when.earliest and when.latest:
            low, high = date.fromisoformat(when.earliest[:10]), date.fromisoformat(when.latest[:10])
            if low <= date.fromisoformat(check["day"]) <= high and (high - low).days < check["width"]:
                return True
    return False


def part(dossier: Dossier, check: Check) -> bool:
    """Some occurrence of the text lies in a part of this kind."""
    for article in _articles(dossier, check["report"]):
        at = article.text.find(check["text"])
        while at >= 0:
            if article.part(at) == check["part"]:
                return True
            at = article.text.find(check["text"], at + 1)
    return False


def silent(dossier: Dossier, check: Check) -> bool:
    """No statement rests on the text."""
    ids = _ids(dossier, check)
    for story in dossier.stories:
        spans = [s for f in story.figures for r in f.readings for s in r.spans]
        spans += [s for e in story.events for s in e.spans] + [q.span for q in story.quotes]
        spans += [s for p in story.positions for s in p.spans]
        texts = {a.id: a.text.find(check["text"]) for a in dossier.articles if a.id in ids}
        if any(
            s.article in texts and 0 <= texts[s.article] <= s.start < texts[s.article] + len(check["text"])
            for s in spans
        ):
            return False
    return True


def reuse(dossier: Dossier, check: Check) -> bool:
    """The reports are named together as sharing passages."""
    groups = [{a.id for a in _articles(dossier, name)} for name in check["reports"]]
    return any(all(set(r.articles) & group for group in groups) for s in dossier.stories for r in s.reuse)


def position(dossier: Dossier, check: Check) -> bool:
    """A party holds this stance on something with these words."""
    for story in dossier.stories:
        names = {a.id: a.name for a in story.actors}
        for one in story.positions:
            who = f"{one.party_text} {names.get(one.party or '', '')}"
            text = one.about + " ".join(t.text for t in one.terms) + " ".join(s.text for s in one.spans)
            if check["party"].lower() in who.lower() and one.stance in check["stance"] and check["text"] in text:
                return True
    return False


def stories(dossier: Dossier, check: Check) -> bool:
    """There are so many stories."""
    return len(dossier.stories) == int(check["count"])


KINDS: dict[str, Callable[[Dossier, Check], bool]] = {
    f.__name__: f
    for f in (
        reading,
        subset,
        one_figure,
        finding,
        no_finding,
        together,
        apart,
        role,
        event,
        linked,
        quote,
        same_quote,
        flag,
        source,
        published,
        part,
        silent,
        reuse,
        position,
        stories,
    )
}
