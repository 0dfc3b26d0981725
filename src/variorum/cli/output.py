"""Where results go. A file is written beside its place and then moved there, so that the old one stays whole until the end."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import OutputError, UsageError

if TYPE_CHECKING:
    from ..model import Dossier

NARROW, WIDE = 60, 140
"""Columns of the digest at least and at most: longer lines are hard to read."""
PLAIN = 100
MADE, HEAD = b'<meta name="generator" content="Variorum', 2000
"""What the first bytes of a page say that this program made."""
LARGE = 20_000_000
"""Bytes of a page from which on a browser takes seconds to open it."""
"""Columns where there is no terminal."""


@dataclass(frozen=True)
class Outputs:
    """Files that the user wants; None where not."""

    json: str | None = None
    html: str | None = None
    markdown: str | None = None

    def __bool__(self) -> bool:
        return any(target is not None for _, target in self)

    def __iter__(self) -> Iterator[tuple[str, str | None]]:
        return iter((("json", self.json), ("html", self.html), ("markdown", self.markdown)))

    def check(self) -> None:
        """Says before a long run what cannot be written after it. Raises `OutputError` and `UsageError`."""
        files = [target for _, target in self if target is not None]
        if len(set(files)) < len(files):
            raise UsageError("two results cannot go to the same place: name a file for each")
        for target in files:
            if target == self.html and _folder(target):
                _check(str(Path(target) / "index.html" if Path(target).is_dir() else Path(target)))
            elif target != "-":
                _check(target)

    def write(self, dossier: Dossier) -> list[str]:
        """Writes all; returns the files written. Raises `OutputError`."""
        from .. import render

        for name, target in self:
            if target is not None and name == "html" and _folder(target):
                _pages(Path(target), render.folder(dossier))
            elif target is not None:
                made = getattr(render, name)(dossier)
                put(target, made if isinstance(made, bytes) else made.encode("utf-8"))
        return [target for _, target in self if target not in (None, "-")]


def _folder(target: str) -> bool:
    """Whether pages are to go to a folder: one that is there, or whose name ends as that of a folder does."""
    return target.endswith(("/", os.sep)) or Path(target).is_dir()


def _pages(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Writes the pages of a folder, and takes away those of an earlier run that had more stories."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {(error.strerror or str(error)).lower()}") from None
    written = set()
    for name, made in pages:
        put(str(folder / name), made.encode("utf-8"))
        written.add(name)
    for old in sorted(folder.glob("story-*.html")):
        if old.name not in written and MADE in old.read_bytes()[:HEAD]:
            old.unlink()


def heavy(target: str) -> bool:
    """Whether a page is so large that browsers are slow to open it."""
    path = Path(target)
    return path.is_file() and path.stat().st_size > LARGE


def _check(target: str) -> None:
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise OutputError(f"{target} is a folder: name a file in it")
    if not path.parent.is_dir():
        raise OutputError(f"{target} cannot be written: there is no folder {path.parent}")
    if not os.access(path if path.exists() and not _plain(path) else path.parent, os.W_OK):
        raise OutputError(f"{target} cannot be written: you may not write there")


def _plain(path: Path) -> bool:
    return stat.S_ISREG(path.stat().st_mode)


def put(target: str, body: bytes) -> None:
    """Writes a file whole or not at all, or to standard output for "-". Raises `OutputError`."""
    if target == "-":
        with pipe() as out:
            out.write(body)
        return
    path = Path(os.path.realpath(target))
    try:
        if path.exists() and not _plain(path):  # a device or a named pipe has nothing to be moved away
            path.write_bytes(body)
        else:
            _replace(path, body)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(f"{target} cannot be written: {why}; the old file, if any, is as before") from None


def _replace(path: Path, body: bytes) -> None:
    number, beside = tempfile.mkstemp(prefix=f".{path.name[:60]}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
        os.replace(beside, path)  # noqa: PTH105  what the documentation promises to be one step
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def pipe() -> Iterator[BinaryIO]:
    """Standard output for bytes. When its reader has gone (`| head`), the rest is dropped without a word."""
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        with open(os.devnull, "wb") as nothing:  # noqa: PTH123  a file number is what is needed
            os.dup2(nothing.fileno(), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {(error.strerror or str(error)).lower()}") from None


def digest(dossier: Dossier) -> None:
    """Prints the digest as wide as the terminal allows."""
    from .. import render

    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((PLAIN, 24)).columns if sys.stdout.isatty() else PLAIN
    text = render.terminal(dossier, width=min(max(width, NARROW), WIDE), color=color)
    with pipe() as out:
        out.write(text.encode(sys.stdout.encoding or "utf-8", "replace"))
