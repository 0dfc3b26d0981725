"""Zip archives: members read in memory, one at a time, within bounds. Nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from ..errors import SourceError
from ..model import Problem
from .walk import KINDS, natural, skipped

RATIO = 200
"""How often a member may expand: text packs to a tenth, a log of one line to a hundredth; bombs to a thousandth and less."""
SMALL = 1 << 20
"""Bytes up to which a member may expand as it likes."""
TOTAL = 16
"""Bytes of all members together, in units of the largest file."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def members(stream: BinaryIO, source: str, largest: int) -> Iterator[tuple[str, bytes] | Problem]:
    """(name, bytes) of each readable member in natural order; a problem for each that is refused.

    Raises `SourceError` when it is no zip archive.
    """
    try:
        archive = zipfile.ZipFile(stream)
        infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda i: natural(i.filename))
    except BROKEN as error:
        raise SourceError(source, f"the zip archive cannot be opened ({error})") from None
    others, left = [], largest * TOTAL
    for info in infos:
        where, kind = f"{source}/{info.filename}", suffix(info.filename)
        if reason := _refused(info, largest):
            yield Problem(source=where, error=reason)
        elif hidden(info.filename):
            continue
        elif kind not in KINDS:
            others.append(kind)
        elif info.file_size > left:
            yield Problem(
                source=where, error=f"the archive expands beyond {largest * TOTAL:,} bytes: the rest is left out"
            )
            break
        else:
            data = _bytes(archive, info, where)
            left -= 0 if isinstance(data, Problem) else len(data)
            yield data if isinstance(data, Problem) else (where, data)
    if others:
        yield Problem(source=source, error=skipped(others))


def suffix(name: str) -> str:
    """The ending of a member's name, in lower case."""
    tail = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "." + tail.rsplit(".", 1)[-1].lower() if "." in tail else ""


def hidden(name: str) -> bool:
    """Whether a member is a system's own: `.DS_Store`, `__MACOSX/._report.txt`."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _refused(info: zipfile.ZipInfo, largest: int) -> str | None:
    name = info.orig_filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":" or "\x00" in name:
        return "refused: its path leads out of the archive"
    if info.flag_bits & 0x1:
        return "encrypted: unpack it with its password first"
    if suffix(name) in (".zip", ".gz", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz"):
        return "an archive within an archive is not opened: unpack it first"
    if info.file_size > largest:
        return f"it has {info.file_size:,} bytes, more than the {largest:,} that are read"
    if info.file_size > SMALL and info.file_size > RATIO * max(info.compress_size, 1):
        return f"it expands {info.file_size // max(info.compress_size, 1):,} times, which no text does: not opened"
    return None


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> bytes | Problem:
    """The member's bytes, never more than it says it has, since its own word cannot be trusted."""
    out = io.BytesIO()
    try:
        with archive.open(info) as member:
            while chunk := member.read(min(SMALL, info.file_size + 1 - out.tell())):
                out.write(chunk)
                if out.tell() > info.file_size:
                    return Problem(source=where, error="it is larger than the archive says: not read")
    except BROKEN as error:
        return Problem(source=where, error=f"it cannot be unpacked ({error})")
    return out.getvalue()
