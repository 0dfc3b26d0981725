"""From one input to its articles, whatever its kind."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import SourceError
from ..model import Article, Problem
from ..settings import Settings
from . import archive, html, rows, text

PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|article|main|div|p|title)\b)",
    re.IGNORECASE | re.DOTALL,
)
PROBED = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".tsv": "csv",
    ".zip": "zip",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
}


def file(path: str, settings: Settings) -> Iterator[Article | Problem]:
    """Articles of one file. Raises `SourceError` when it cannot be read."""
    kind = PROBED.get(Path(path).suffix.lower())
    try:
        with Path(path).open("rb") as stream:
            if kind == "lines":  # an archive of any size, a line at a time
                yield from _some(rows.from_lines(stream, path, settings.largest), path)
            elif kind == "zip":
                yield from _some(packed(stream, path, settings), path)
            else:
                yield from data(bounded(stream, path, settings.largest), path, kind, settings)
    except OSError as error:
        raise SourceError(path, f"cannot be read ({error.strerror or error})") from None


def standard(stream: BinaryIO, settings: Settings) -> Iterator[Article | Problem]:
    """Articles of standard input."""
    found = bounded(stream, "-", settings.largest)
    if not found.strip():
        raise SourceError("-", "standard input is empty")
    yield from data(found, "-", None, settings)


def packed(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | Problem]:
    """Articles of a zip archive; a member that cannot be read is a problem."""
    for one in archive.members(stream, source, settings.largest):
        if isinstance(one, Problem):
            yield one
            continue
        name, found = one
        try:
            yield from data(found, name, PROBED.get(archive.suffix(name)), settings)
        except SourceError as error:
            yield Problem(source=error.source, error=str(error))


def data(found: bytes, source: str, kind: str | None, settings: Settings) -> Iterator[Article | Problem]:
    """Articles of bytes of a kind; None: told from the bytes. Raises `SourceError`."""
    kind = kind or sniff(found)
    if kind == "zip":
        yield from _some(packed(io.BytesIO(found), source, settings), source)
    elif kind == "lines":
        yield from _some(rows.from_lines(io.BytesIO(found), source, settings.largest), source)
    elif kind == "json":
        yield from rows.from_json(found, source)
    elif kind == "csv":
        yield from _some(rows.from_csv(found, source), source)
    elif kind == "html" or PAGE.match(found[:4096]):
        yield html.article(found, source)
    else:
        yield text.article(text.decode(found, source), source)


def sniff(found: bytes) -> str:
    """What unnamed bytes are: a zip archive, JSON, a page or text."""
    head = found[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if re.match(rb'\{\s*"|\[\s*\{', head):
        return "json"
    return "html" if PAGE.match(head) else "text"


def bounded(stream: BinaryIO, source: str, largest: int) -> bytes:
    """All of a stream, if it is not too much. Raises `SourceError`."""
    found = stream.read(largest + 1)
    if len(found) > largest:
        raise SourceError(source, f"it has more than {largest:,} bytes, the largest that is read (setting `largest`)")
    return found


def _some(found: Iterator[Article | Problem], source: str) -> Iterator[Article | Problem]:
    """All of these; raises `SourceError` when there are none."""
    empty = True
    for one in found:
        empty = False
        yield one
    if empty:
        raise SourceError(source, "the file is empty: it holds no records")
