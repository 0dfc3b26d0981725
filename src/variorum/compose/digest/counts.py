"""Figures in the digest: the current reading, or all that conflict; then what else was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from ...model import Figure, Line, Reading, Span, Story
from ...model.figure import Status
from ...rules.phrases import credited, inside, listing, measure, number, phrases, reading
from .words import evidence, moment, names, part, reports, told

MOST, VALUES = 5, 4
"""Lines of figures, and values of one figure that a line names."""
MIXED = 4
"""Words of a count from which on it counts several kinds."""
ONCE = 2
"""Figures that only one report of several gives."""


def counts(story: Story) -> list[Line]:
    """Whole figures of the story's own event, counted and not planned or denied: the most reported first, and of those people
    before things."""
    ranked = sorted((f for f in story.figures if _telling(f)), key=lambda f: _weight(f, story))
    often, once = ([f for f in ranked if (reports(_spans(f)) > 1) == many] for many in (True, False))
    room = ONCE if len(story.articles) > 1 else MOST
    disputed = {f.about for f in story.findings if f.kind == "conflict"}
    borne = [f for f in often if not f.unit or _borne(f)]
    chosen = [*borne, *[f for f in once if _human(f) or not often][:room]][:MOST]
    return [_line(figure, story, disputed=figure.id in disputed) for figure in chosen]


def _telling(figure: Figure) -> bool:
    return (
        figure.modality == "actual" and figure.subset_of is None and bool(figure.readings) and figure.frame == "event"
    )


def _borne(figure: Figure) -> bool:
    """Whether two newsrooms give it: an amount that a copy repeats is a detail of one report."""
    return len({origin for r in figure.readings if r.backing for origin in r.backing.origins}) > 1


def _human(figure: Figure) -> bool:
    return figure.measure in phrases().foremost


def _weight(figure: Figure, story: Story) -> tuple[int, int, int, str, str, str]:
    """Of equal reports, people come before things, in the table's order; a figure of many readings before one of few."""
    foremost = phrases().foremost
    rank = foremost.index(figure.measure) if figure.measure in foremost else len(foremost)
    found = reports(_spans(figure))
    near = found * 2 >= len(
        story.articles
    )  # what half of the reports give is of one weight: there the toll comes first
    return (
        -found if not near else -len(story.articles),
        rank,
        -len(figure.readings),
        figure.measure,
        figure.of,
        figure.id,
    )


def _spans(figure: Figure) -> Iterator[Span]:
    return (span for one in figure.readings for span in one.spans)


def _line(figure: Figure, story: Story, *, disputed: bool) -> Line:
    """Reports that give the same value count with the reading that is told."""
    of = {name: [r for r in figure.readings if r.standing == name] for name in (*get_args(Status), "apart")}
    current = max(of["current"] or of["repeated"], key=_order, default=None)
    shown = [current] if current and not of["conflicting"] else [r for r in (current, *of["conflicting"]) if r]
    shown = shown or list(figure.readings)
    values = {_value(r, figure) for r in shown}
    same = [r for r in figure.readings if _value(r, figure) in values]
    rest = [
        ("others", [*of["current"], *of["repeated"], *of["apart"]]),
        ("earlier", of["superseded"]),
        ("doubtful", of["suspect"]),
    ]
    new = [(key, [r for r in many if r not in same]) for key, many in rest]
    first = (
        _lead(figure, shown[0], same, story)
        if len(values) == 1
        else _rivals(figure, shown, same, story, disputed=disputed)
    )
    tail = [phrases().digest[key].format(values=_values(many, figure)) for key, many in new if many]
    spans = (s for r in (*same, *(r for _, many in new for r in many)) for s in r.spans)
    return Line(text=" ".join([first, *tail]), evidence=evidence(spans))


def _lead(figure: Figure, one: Reading, same: Sequence[Reading], story: Story) -> str:
    by = credited(one.attribution, lambda i: names(story).get(i, i))
    return (
        phrases()
        .digest["figure"]
        .format(
            when=part("when", moment(one.as_of, story.period)),
            by=f", {by}" if by else "",
            reports=told((s for r in same for s in r.spans), [r.backing for r in same]),
            **_amount(figure, [_value(one, figure)], one, story),
        )
    )


def _rivals(figure: Figure, many: Sequence[Reading], same: Sequence[Reading], story: Story, *, disputed: bool) -> str:
    """Readings that differ conflict only where a finding says so; else nobody knows which of them is later."""
    text = phrases().digest["differ" if disputed else "vary"]
    of = {k: v for k, v in _amount(figure, [], None, story).items() if k != "value"}
    values = _values(many, figure, last=phrases().either)
    return text.format(values=values, reports=told((s for r in same for s in r.spans), [r.backing for r in same]), **of)


def _amount(figure: Figure, values: list[str], one: Reading | None, story: Story) -> dict[str, str]:
    """The measure, what is counted, the place and the value: "47 people" where what is counted is a plural, else apart."""
    known = names(story)
    of, place = known.get(figure.of, figure.of), known.get(figure.place or "", figure.place or "")
    of = "" if of.lower() in (figure.measure, measure(figure.measure)) or _mixed(one) else of
    value = "".join(values)
    joined = one is not None and bool(of) and _human(figure) and _fits(one, of)
    of = "" if one is not None and not joined and of.lower() in phrases().persons else of
    return {
        "measure": measure(figure.measure),
        "of": "" if joined else part("of", of),
        "place": part("place", "" if place.lower() in of.lower() else place),
        "value": _beside(value, of) if joined else value,
    }


def _mixed(one: Reading | None) -> bool:
    """Whether the text counts several kinds together, as in "10 guests and two local guides": one name would be wrong."""
    return one is not None and not one.inferred and len(one.text.split()) > MIXED


def _fits(one: Reading, of: str) -> bool:
    """Whether the word for those counted can stand behind the number: "12 guests", "1 girl", "4 of the guests"."""
    if one.low == one.high == 1:
        return _known(of) or (not _plural(of) and of.lower() not in phrases().persons)
    return max(one.high or 0, one.low or 0) > 1 and not one.inferred and _plural(of)


def _beside(value: str, of: str) -> str:
    return (phrases().digest["among"] if _known(of) else "{value} {of}").format(value=value, of=inside(of))


def _known(of: str) -> bool:
    """Whether the words point to people told of before."""
    return of.partition(" ")[0].lower() in phrases().definite


def _plural(of: str) -> bool:
    last = of.rpartition(" ")[2].lower()
    return last in phrases().plurals or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _value(one: Reading, figure: Figure) -> str:
    """A reading in words; nobody rather than 0."""
    return phrases().nobody if one.low == one.high == 0 and figure.unit is None else reading(one, figure.unit)


def _values(many: Sequence[Reading], figure: Figure, last: str | None = None) -> str:
    """Each value once, from small to large; where there are more than four, how many, the lowest and the highest."""
    ranked = sorted(many, key=_ends)
    words = list(dict.fromkeys(_value(r, figure) for r in ranked))
    if len(words) <= VALUES:
        return listing(words, last=last)
    return phrases().digest["spread"].format(n=number(len(words)), low=words[0], high=words[-1])


def _ends(one: Reading) -> tuple[float, float]:
    ends = [end for end in (one.low, one.high) if end is not None] or [0.0]
    return ends[0], ends[-1]


def _order(one: Reading) -> tuple[int, str, int, str]:
    """The one to tell: reported most, then the latest, then a single value before a range."""
    return reports(one.spans), one.last, one.hedge == "exact", one.id
