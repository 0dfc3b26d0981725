"""Which files a user means: files, folders, patterns, in natural order."""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..errors import UsageError
from ..model import Problem

KINDS = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".zip",
    )
)


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "2.txt" before "10.txt"."""
    return tuple((0, int(p), p) if p.isdecimal() else (1, 0, p) for p in re.split(r"(\d+)", text))


def skipped(kinds: Sequence[str]) -> str:
    """One sentence for files of other kinds."""
    count = len(kinds)
    shown = ", ".join(
        kind or "(no ending)" for kind, _ in sorted(Counter(kinds).items(), key=lambda kv: (-kv[1], kv[0]))[:6]
    )
    return f"{count:,} file{'s' if count > 1 else ''} of other kinds skipped: {shown}"


def plan(paths: Sequence[str]) -> list[str | Problem]:
    """Paths of files, "-" for standard input, and problems, in the order given; folders and patterns in natural order.

    Raises `UsageError` for a path that does not exist, a pattern that matches nothing, or when there is nothing to read.
    """
    out: list[str | Problem] = []
    for path in paths:
        out += _files(path)
    if paths and not any(isinstance(one, str) for one in out):
        raise UsageError("; ".join(f"{one.source}: {one.error}" for one in out if isinstance(one, Problem)))
    return out


def _files(path: str) -> list[str | Problem]:
    if path == "-":
        return [path]
    if not path:
        raise UsageError("an empty path was given: name a file, a folder or a pattern")
    if Path(path).is_dir():
        return _folder(path)
    if os.path.lexists(path):
        return [path]
    if glob.has_magic(path):
        return _pattern(path)
    raise UsageError(f"no such file or folder: {path}")


def _pattern(path: str) -> list[str | Problem]:
    found = sorted(glob.glob(path, recursive=True), key=natural)  # noqa: PTH207  a user's pattern may be absolute
    if not found:
        raise UsageError(f"no file matches the pattern {path}")
    if any(Path(one).is_file() for one in found):  # "**" names folders and the files within them
        found = [one for one in found if not Path(one).is_dir()]
    return [one for each in found for one in _files(each)]


def _folder(path: str) -> list[str | Problem]:
    others: list[str] = []
    files: list[str | Problem] = []
    for one in _walk(path):
        kind = Path(one).suffix.lower()
        if kind in KINDS:
            files.append(one)
        else:
            others.append(kind)
    if not files:
        kinds = f" ({skipped(others)})" if others else ""
        return [
            Problem(source=path, error=f"the folder holds no file to read{kinds}: {', '.join(sorted(KINDS))} are read")
        ]
    return [*files, Problem(source=path, error=skipped(others))] if others else files


def _walk(path: str) -> Iterator[str]:
    """Files below a folder, hidden ones left out, links to folders not followed (they may run in a circle)."""
    found = []
    for folder, folders, files in os.walk(path):
        folders[:] = [f for f in folders if not f.startswith(".") and f != "__MACOSX"]
        found += [str(Path(folder, f)) for f in files if not f.startswith(".")]
    yield from (one for one in sorted(found, key=natural) if Path(one).is_file())
