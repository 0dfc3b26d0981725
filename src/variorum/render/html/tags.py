"""Escaping, and the sentence behind each statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from ...model import Span
from ...rules.page import page as words
from ..view import View

SHOWN = 8
"""Sentences that one statement opens; the others are named by their article's number."""
LARGE = 200
"""Reports from which on a dossier is large: a page that repeats every sentence would be too heavy to open, so that statements
lead to their sentences in the full texts."""

REFS = 5
"""Article numbers on the line that opens sentences; more are counted, and stand beside the sentences."""


def text(words: str) -> str:
    """Any text made harmless inside an element or a quoted attribute; control characters go when the page is whole."""
    return escape(words, quote=True)


@dataclass(frozen=True)
class Page:
    """What is gathered while the page is written: which sentences are pointed at, so that the full texts get their anchors."""

    view: View
    level: int = 2
    """Of the sections' headings: 2 on the page of one story, 3 where stories have headings of their own."""
    cited: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    lists: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def ordered(self, article: str) -> list[tuple[int, int]]:
        """The article's cited sentences in text order; asked for only when all statements are written."""
        if article not in self.lists:
            self.lists[article] = sorted(self.cited.get(article, ()))
        return self.lists[article]

    @property
    def lean(self) -> bool:
        """Whether statements only lead to their sentences."""
        return len(self.view.dossier.articles) > LARGE

    def heading(self, words: str, depth: int = 0) -> str:
        """A heading `depth` levels under a section's."""
        return f'<h{self.level + depth} class="h{depth}">{text(words)}</h{self.level + depth}>'

    def refs(self, numbers: Iterable[int]) -> str:
        """Links to articles: [1] [4]."""
        return " ".join(f'<a class="ref" href="#a{n}">[{n}]</a>' for n in numbers)


def anchor(number: int, start: int) -> str:
    """The id of a sentence in the full text of article `number`."""
    return f"a{number}-{start}"


def sentences(page: Page, spans: Iterable[Span]) -> list[str]:
    """The sentences that spans stand in, each once, in article order, with the words marked and a link to the full text."""
    view = page.view
    by_place: dict[tuple[int, int, int, str], set[Span]] = {}
    for span in dict.fromkeys(spans):
        if span.article in view.articles:
            start, end = view.sentence(span)
            by_place.setdefault((view.numbers[span.article], start, end, span.article), set()).add(span)
    out = []
    for (number, start, end, article), marks in sorted(by_place.items(), key=lambda item: item[0])[:SHOWN]:
        page.cited.setdefault(article, set()).add((start, end))
        whole = view.articles[article]
        label = f'<a class="from" href="#{anchor(number, start)}">[{number}] {text(view.label(whole))}</a>'
        out.append(f'<p class="sentence">{label} <q>{marked(whole.text, start, end, marks)}</q></p>')
    rest = sorted({number for number, *_ in sorted(by_place)[SHOWN:]})
    if rest:
        out.append(f'<p class="sentence more">{text(words().also).format(refs=page.refs(rest))}</p>')
    return out


def marked(whole: str, start: int, end: int, spans: Iterable[Span]) -> str:
    """The characters from `start` to `end` with those of the spans in <mark>."""
    out, at = [], start
    for low, high in _joined(sorted((max(s.start, start), min(s.end, end)) for s in spans)):
        out += [text(whole[at:low]), f"<mark>{text(whole[low:high])}</mark>"]
        at = high
    return "".join([*out, text(whole[at:end])])


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for low, high in ranges:
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out


def evidence(
    page: Page,
    spans: Iterable[Span],
    numbers: Iterable[int],
    why: str = "",
    notes: Iterable[str] = (),
    *,
    sides: bool = False,
    whole: bool = False,
) -> str:
    """A line that opens the sentences behind a statement, with its reason and notes; only the articles' numbers where there are
    none. `sides`: the sentences side by side; `whole`: in a large dossier too."""
    if page.lean and not whole:
        return _led(page, spans, numbers, why, notes)
    shown = sentences(page, spans)
    every = tuple(numbers)
    refs = " ".join(f'<span class="ref">[{n}]</span>' for n in every[:REFS])
    refs += f" +{len(every) - REFS}" if len(every) > REFS else ""
    reason = f'<p class="why">{text(why)}</p>' if why else ""
    listed = "".join(f"<li>{text(note)}</li>" for note in notes)
    reason += f'<ul class="why">{listed}</ul>' if listed else ""
    if not shown and not reason:
        return f'<span class="refs">{page.refs(every)}</span>' if refs else ""
    kind = ' class="sides"' if sides else ""
    body = f"<div{kind}>{''.join(shown)}</div>{reason}"
    return f'<details class="evidence"><summary>{refs or text(words().why)}</summary>{body}</details>'


def _led(page: Page, spans: Iterable[Span], numbers: Iterable[int], why: str, notes: Iterable[str]) -> str:
    """Links to the first sentence in each article; what they rest on besides opens."""
    places: dict[int, str] = {}
    for span in sorted(spans):
        if span.article in page.view.articles:
            number, (start, end) = page.view.numbers[span.article], page.view.sentence(span)
            if number not in places:
                page.cited.setdefault(span.article, set()).add((start, end))
                places[number] = anchor(number, start)
    every = dict.fromkeys(sorted({*places, *numbers}))
    links = " ".join(f'<a class="ref" href="#{places.get(n, f"a{n}")}">[{n}]</a>' for n in list(every)[:REFS])
    links += f" +{len(every) - REFS}" if len(every) > REFS else ""
    reasons = "".join(f"<li>{text(note)}</li>" for note in (*([why] if why else []), *notes))
    opened = f'<details class="evidence"><summary>{text(words().why)}</summary><ul class="why">{reasons}</ul></details>'
    return f'<span class="refs">{links}</span>{opened if reasons else ""}'


def folded(shown: Sequence[str], rest: Sequence[str], size: int = 0) -> str:
    """The first parts, then a button that opens the others and says how many there are of all."""
    if not rest:
        return "".join(shown)
    label = text(words().all.format(n=size or len(shown) + len(rest)))
    return f'{"".join(shown)}<details class="all"><summary>{label}</summary>{"".join(rest)}</details>'
