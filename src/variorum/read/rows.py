"""Files of records: JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from ..errors import SourceError
from ..model import Article, Problem
from . import fields
from .html import articles as typed
from .text import decode

DEEP = 6
"""How many wrappers ({"data": {"articles": [...]}}) are opened."""


def from_json(data: bytes, source: str) -> Iterator[Article | Problem]:
    """Articles of one JSON document: an object, a list, or an object that holds a list; JSON lines under another name too.

    Raises `SourceError` when it is no JSON or holds no article.
    """
    text = decode(data, source)
    if not text.strip():
        raise SourceError(source, "the file is empty")
    try:
        value = json.loads(text, strict=False)
    except ValueError as error:
        if text.count("\n") > 1 and text.lstrip()[0] == "{" and "Extra data" in str(error):
            yield from from_lines(io.BytesIO(text.encode()), source, len(data) * 2)
            return
        raise SourceError(source, f"this is not JSON ({error})") from None
    except RecursionError:
        raise SourceError(source, "this JSON is nested too deeply to be an article") from None
    rows = list(_rows(value))
    if len(rows) == 1:
        yield fields.checked(rows[0], source)
        return
    if not rows:
        raise SourceError(
            source, "this JSON holds no article: neither an object with a text nor a list of such objects"
        )
    for number, row in enumerate(rows, 1):
        yield _one(row, source, number)


def from_lines(stream: BinaryIO, source: str, largest: int) -> Iterator[Article | Problem]:
    """An article for each line, read one at a time; a bad line is a problem, and the rest goes on."""
    number = 0
    while line := stream.readline(largest + 1):
        number += 1
        where = f"{source}:{number}"
        if len(line) > largest:
            yield Problem(source=where, error=f"a line of more than {largest:,} bytes, the largest that is read")
            while line and not line.endswith(b"\n"):
                line = stream.readline(largest)
        elif line.strip():
            yield _line(line, source, number)


def _line(line: bytes, source: str, number: int) -> Article | Problem:
    where = f"{source}:{number}"
    try:
        value = json.loads(decode(line, where), strict=False)
    except SourceError as error:
        return Problem(source=where, error=str(error))
    except ValueError as error:
        return Problem(source=where, error=f"this line is not JSON ({error})")
    except RecursionError:
        return Problem(source=where, error="this JSON is nested too deeply to be an article")
    row = next(_rows(value), None)
    if row is None:
        return Problem(source=where, error="this line is no article: not a JSON object with a text")
    return _one(row, source, number)


def _one(row: Mapping[str, Any], source: str, number: int) -> Article | Problem:
    """The record's article, called by its id where it has one, else by its number."""
    name = fields.find(row, "id")
    where = f"{source}#{name[1]}" if name and isinstance(name[1], (str, int)) else f"{source}:{number}"
    try:
        return fields.checked(row, where)
    except SourceError as error:
        return Problem(source=where, error=str(error))


def _rows(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Records of a JSON value: those with an article's type in a graph, else all in a list, else the one itself."""
    if depth > DEEP:
        return
    if isinstance(value, list):
        for one in value:
            yield from _rows(one, depth + 1)
        return
    if not isinstance(value, Mapping):
        return
    if "@graph" in value:
        yield from typed(value)
        return
    for name in fields.names().lists:
        inner = value.get(name)
        if (
            isinstance(inner, list)
            and any(isinstance(one, Mapping) for one in inner)
            and not fields.find(value, "title")
        ):
            yield from _rows(inner, depth + 1)
            return
    for name in fields.names().wraps:
        inner = value.get(name)
        if isinstance(inner, Mapping) and not isinstance(value.get("text"), str) and _holds(inner):
            yield from _rows({**{k: v for k, v in value.items() if k in ("_id", "id")}, **inner}, depth + 1)
            return
    yield value


def _holds(inner: Mapping[str, Any]) -> bool:
    return fields.find(inner, "text") is not None or any(
        isinstance(inner.get(name), list) for name in fields.names().lists
    )


def from_csv(data: bytes, source: str) -> Iterator[Article | Problem]:
    """An article for each row of a table with a head; commas, semicolons, tabs or bars.

    Raises `SourceError` when no column holds a text.
    """
    text = decode(data, source).lstrip("\n")
    if not text.strip():
        raise SourceError(source, "the file is empty")
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # 128 KiB by default: shorter than some articles
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), restkey="")
    columns = [c for c in reader.fieldnames or [] if c]
    if not fields.find(dict.fromkeys(columns, "x"), "text"):
        shown = ", ".join(columns[:12])
        raise SourceError(source, f"no column with article text (such as text or maintext): the columns are {shown}")
    number = 1
    try:
        for number, row in enumerate(reader, 2):
            filled = {
                k: v for k, v in row.items() if k and v
            }  # what stands beyond the head has no name, and is left out
            if filled:
                yield _one(filled, source, number)
    except csv.Error as error:
        yield Problem(source=f"{source}:{number + 1}", error=f"the table cannot be read from here on ({error})")


def _delimiter(text: str) -> str:
    head = text.lstrip().split("\n", 1)[0]
    return max(",;\t|", key=head.count)
