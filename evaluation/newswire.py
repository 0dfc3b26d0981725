"""Texts of this project with every time expression marked (newswire.toml), as rows like those of the gold sets."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_suffix(".toml")
MARK = re.compile(r"\{([^{}|]+)\|([DTPS])\|([^{}|]+)\}")
TYPES = {"D": "DATE", "T": "TIME", "P": "DURATION", "S": "SET"}

Row = dict[str, Any]


def rows(*, check: bool | None = None) -> tuple[list[Row], list[Row]]:
    """Articles and gold, in the form of a set's two files; `check` picks one half, None is both."""
    texts = tomllib.loads(PATH.read_text(encoding="utf-8"))["text"]
    chosen = [(n, t) for n, t in enumerate(texts) if check is None or bool(t.get("check")) == check]
    articles, gold = [], []
    for number, one in chosen:
        name = f"newswire-{number:02}"
        text, times = plain(one["body"])
        articles.append({"id": name, "outlet": None, "title": None, "published": str(one["published"]), "text": text})
        gold.append({"article": name, "times": times})
    return articles, gold


def plain(body: str) -> tuple[str, list[Row]]:
    """The text without its marks, and what they said: start, end, text, type, value."""
    text, times, at = "", list[Row](), 0
    for start, stop, mark in _marks(body):
        text += body[at:start]
        words, kind, value = mark.groups()
        times.append(
            {"start": len(text), "end": len(text) + len(words), "text": words, "type": TYPES[kind], "value": value}
        )
        text, at = text + words, stop
    return text + body[at:], times


def _marks(body: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    for mark in MARK.finditer(body):
        yield mark.start(), mark.end(), mark
