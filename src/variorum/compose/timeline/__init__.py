"""The timeline of a story in event time: what happened, is planned or was newly counted, each with all its reports.

Mentions of one day and one happening are one entry. What only bounds are known of keeps them and stands apart from what is
dated; what nothing dates says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Article, Entry, Event, Figure, Origin, Reading, Span, Story, When, key
from ...model.dossier import EntryStatus, Precision
from ...model.origin import newsrooms
from .attach import Counts, bare
from .happenings import DONE, happenings
from .moments import clear, order, precision, width
from .rank import weight
from .tolls import Toll, tolls
from .words import counted, reports, titled, valued, words

__all__ = ["timeline"]

RANK: tuple[EntryStatus, ...] = ("held", "ongoing", "cancelled", "planned", "unclear")
"""What decides where mentions differ in how far the event has come."""
PRECISE = ("day", "days", "month", "period", "between", "told", "none")
BESIDE = 2
"""Counts put beside the event of their day."""
Held = tuple[Figure, Reading]
"""A figure, and the reading of it that an event's title holds."""


@dataclass(frozen=True)
class Draft:
    """An entry in the making."""

    text: str
    when: When | None
    status: EntryStatus
    events: tuple[Event, ...] = ()
    figures: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    why: str = ""
    precision: Precision = "none"

    @property
    def spans(self) -> tuple[Span, ...]:
        """All words that the entry rests on: of a count, the places that give it."""
        return tuple(dict.fromkeys(s for one in (self.readings or self.events) for s in one.spans))


def timeline(story: Story, articles: Sequence[Article]) -> tuple[Entry, ...]:
    """The entries of a story in the order of time: the dated by day, then those with bounds only, those told without a time by
    the day of their report, and those without any date by weight."""
    names = {a.id: a.name for a in story.actors}
    published = {a.id: a.published for a in articles}
    counts, steps = Counts(story, articles), tolls(story)
    drafts, mere = [], []
    for group in happenings(story.events):
        told = [bare(event, counts) for event in group]
        held = [pair for many in told for pair in many]
        if all(told) and _known(held, steps):
            mere.append((group, held))
        else:
            drafts.append(_happening(group, counts, names, published))
    drafts += [_count(step, mere, names) for step in steps]
    return _ranked(drafts, story)


def _known(held: Sequence[Held], steps: Sequence[Toll]) -> bool:
    """Whether the timeline gives one of these readings anyway."""
    given = {reading.id for step in steps for reading in step.readings}
    return any(reading.id in given for _, reading in held)


def _ranked(drafts: Sequence[Draft], story: Story) -> tuple[Entry, ...]:
    weights = [_weight(draft, story.origins) for draft in drafts]
    by_weight = sorted(range(len(drafts)), key=lambda i: (-weights[i], order(drafts[i].when), drafts[i].text))
    rank = {i: n for n, i in enumerate(by_weight, 1)}
    entries = [_entry(draft, rank[i]) for i, draft in enumerate(drafts)]
    return tuple(sorted(entries, key=_place))


def _weight(draft: Draft, origins: Sequence[Origin]) -> int:
    found = newsrooms((s.article for s in draft.spans), origins)
    if not draft.readings:
        return weight(draft.events, draft.text, found, len(draft.figures))
    return 4 * found + (3 if any(r.status == "current" for r in draft.readings) else 1)


def _place(entry: Entry) -> tuple[int, tuple[str, ...], int]:
    apart = {"between": 1, "told": 2, "none": 3}.get(entry.precision, 0)
    return apart, order(entry.when, over=entry.kind == "count") if apart < 3 else (), entry.rank


def _entry(draft: Draft, rank: int) -> Entry:
    events = tuple(e.id for e in draft.events)
    return Entry(
        id=key("entry", *events, *(r.id for r in draft.readings)),
        kind="event" if draft.events and draft.status not in ("reported", "conflicting") else "count",
        text=draft.text,
        when=draft.when,
        precision=draft.precision,
        status=draft.status,
        rank=rank,
        events=events,
        figures=draft.figures,
        articles=tuple(dict.fromkeys(s.article for s in draft.spans)),
        evidence=draft.spans,
        why=draft.why,
    )


def _happening(
    group: Sequence[Event], counts: Counts, names: dict[str, str], published: dict[str, When | None]
) -> Draft:
    lead = min(group, key=lambda e: _lead(e, counts, names))
    when = min((e.when for e in _placed(group)), key=_closest)
    day_counts = list({f.id: f for e in group for f in counts.of_day(e)}.values())
    beside = [*day_counts, *(f for e in group for f, *_ in counts.beside(e) if f.modality == "actual")]
    text = titled(lead, names, {a.id: a for a in counts.story.actors})
    for one in _main(day_counts)[:BESIDE]:
        sound = [r for r in one.readings if r.status in ("current", "conflicting", "repeated")]
        if sound:
            count = words().counts["first"].format(what=counted(one, names, window=False), value=valued(sound, one))
            text = words().counts["beside"].format(text=text, count=count[:1].lower() + count[1:])
    if any(r.status == "suspect" for _, r, _ in counts.carried(lead)):
        text = words().counts["doubtful"].format(text=text)
    return Draft(
        text=text,
        when=when,
        status=_status(group, when, published),
        events=tuple(group),
        figures=tuple(dict.fromkeys(f.id for f in beside)),
        why=" ".join(_why(group, when, published)),
        precision=precision(when) if any(counts.timed(e) for e in group if e.when == when) else "told",
    )


def _placed(group: Sequence[Event]) -> Sequence[Event]:
    """The mentions that say when: those of what was done, where they do; else those of the plan too."""
    done = [e for e in group if e.status in DONE and clear(e.when)]
    return done or group


def _main(figures: Sequence[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda f: (-len({s.article for r in f.readings for s in r.spans}), f.measure, f.id))


def _lead(event: Event, counts: Counts, names: dict[str, str]) -> tuple[bool, bool, bool, int, bool, int, int, str]:
    """The mention to name the entry by: one that is told as done, without a number that no longer holds, that names who it was
    and is of most reports."""
    title = event.title.casefold()
    named = [
        p for p in event.participants if any(n.casefold() in title for n in (p.text, names.get(p.actor or "", p.text)))
    ]
    return (
        event.status not in DONE,
        any(r.status == "suspect" for _, r, _ in counts.carried(event)),
        "…" in event.title,
        0 if event.type == "CONSULT" else -len(named),
        any(r.status == "superseded" for _, r, _ in counts.carried(event)),
        -len({s.article for s in event.spans}) - len(event.participants),
        -len(event.title),
        event.id,
    )


def _closest(when: When | None) -> tuple[int, bool, int, tuple[str, ...]]:
    return PRECISE.index(precision(when)), bool(when and when.basis == "inferred"), width(when), order(when)


def _status(group: Sequence[Event], when: When | None, published: dict[str, When | None]) -> EntryStatus:
    """The furthest that a mention goes. What goes on as of one day before its report is told as that day's event."""
    status = min((e.status for e in group), key=RANK.index)
    days = [p.earliest for e in group for s in e.spans if (p := published.get(s.article)) and p.earliest]
    over = precision(when) == "day" and when is not None and days and (when.latest or "")[:10] < min(days)[:10]
    return "held" if status == "ongoing" and over else status


def _why(group: Sequence[Event], when: When | None, published: dict[str, When | None]) -> Iterator[str]:
    said = words().why
    kind = precision(when)
    if kind == "none":
        known = any(published.get(s.article) for e in group for s in e.spans)
        yield said["planned" if group[0].status == "planned" else "unsaid" if known else "unreported"]
    elif when is not None:
        yield said["wide"].format(why=when.why) if kind == "between" else when.why
    deeds, plans = ([e for e in group if (e.status in DONE) == done] for done in (True, False))
    if deeds and plans and any(e.status == "planned" for e in plans):
        told, planned = (len({s.article for e in many for s in e.spans}) for many in (deeds, plans))
        yield said["plan"].format(plans=reports(planned), deeds=reports(told))


def _count(step: Toll, mere: Sequence[tuple[Sequence[Event], Sequence[Held]]], names: dict[str, str]) -> Draft:
    """A new count, with the events that say no more than it does."""
    ids = {r.id for r in step.readings}
    events = tuple(e for group, held in mere if any(r.id in ids for _, r in held) for e in group)
    said = words()
    pattern = said.counts["next" if step.before else "first"]
    text = pattern.format(
        what=counted(step.figure, names),
        value=valued(step.readings, step.figure),
        earlier=valued(step.before, step.figure),
    )
    when = step.readings[0].as_of
    conflict = any(r.status == "conflicting" for r in step.readings)
    draft = Draft(text, when, "conflicting" if conflict else "reported", (), (step.figure.id,), step.readings)
    return replace(draft, events=events, why=_reason(when), precision=precision(when))


def _reason(when: When | None) -> str:
    if when is None:
        return ""
    return words().why["wide"].format(why=when.why) if precision(when) == "between" else when.why
