"""Bytes to text: which encoding, which line ends, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from ..errors import SourceError
from ..model import Article, key
from .dates import when
from .fields import find, normal, people
from .language import language

MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive (or an Office document)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-zip file"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "a database"),
    (b"RIFF", "a sound, film or image"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"{\\rtf", "a rich text document"),
    (b"wOF2", "a font"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xca\xfe\xba\xbe", "a program"),
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark it begins with."""
CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
"""Bytes that no text holds; tab, line ends, end-of-file and escape are met in pasted text."""
HIGH = bytes(range(128, 256))
BRIEF = 100
"""Bytes of a text too short for its other letters to tell an encoding."""
SAMPLE = 64 * 1024
LATIN = re.compile(
    r"cp125[0247]|latin|iso8859_(?:1|2|9|10|13|14|15|16)$|mac_|cp437|cp85\d|cp500|cp037|cp1026|cp1140|hp_|ascii"
)
HEAD = 40
"""Lines that the head of a text may have."""


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of these bytes: by byte order mark, UTF-8, the declared charset, then a guess.

    Raises `SourceError` when it is not text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return normal(data[len(mark) :].decode(encoding, "replace"))
    for magic, kind in MAGIC:
        if data.startswith(magic):
            raise SourceError(source, f"this is {kind}, not text: save the article as text or as a web page")
    head = data[:SAMPLE]
    if head.count(0) > len(head) / 20 and (wide := _wide(head)):
        return normal(data.decode(wide, "replace"))
    if len(head) - len(head.translate(None, CONTROL)) > max(2, len(head) / 100):
        raise SourceError(source, "this is binary data, not text: save the article as text or as a web page")
    return normal(_decode(data, declared))


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Latin text is null."""
    odd, even = head[1::2].count(0), head[::2].count(0)
    half = len(head) / 2
    if odd > half * 0.5 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.5 and odd < half * 0.1 else None


def _decode(data: bytes, declared: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken, good = text.count("\ufffd"), sum(1 for c in text[:SAMPLE] if c > "\x7f" and c != "\ufffd")
    if good > broken * 2:  # a few bytes went astray, as where a page was cut in mid-character
        return text
    if declared and (found := _known(declared)):
        return data.decode("cp1252" if found in ("iso8859-1", "ascii") else found, "replace")
    return data.decode(_guess(data), "replace")


def _known(name: str) -> str | None:
    try:
        b"a".decode(name.strip(), "replace")  # fails for codecs that are no charset ("hex", "undefined")
        return codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None


def _guess(data: bytes) -> str:
    """Windows-1252 where nearly all is ASCII, as in English; else what charset-normalizer says."""
    head = data[:SAMPLE]
    high = len(head) - len(head.translate(None, HIGH))
    if high < len(head) * (0.1 if len(head) > BRIEF else 0.4):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return "cp1252" if best is None or LATIN.match(best.encoding) else best.encoding


def article(text: str, source: str) -> Article:
    """The article of a plain or Markdown text. A head of `name: value` lines between lines of `---` gives its metadata.

    Raises `SourceError` when there is nothing to read.
    """
    head = _head(text)
    if head:
        text = text[head[1] :].lstrip("\n")
    row = head[0] if head else {}
    if not text.strip():
        raise SourceError(source, "the file is empty" if not text else "the file holds nothing but blanks")
    found = {name: find(row, name) for name in ("title", "outlet", "authors", "url", "published", "updated")}
    given = {name: value[1] for name, value in found.items() if value}
    mark = re.match(r"\s*# +(\S.*?)[ #]*$", text, re.MULTILINE)
    return Article(
        id=key(None, given.get("url"), given.get("outlet"), text),
        source=source,
        text=text,
        language=language(text),
        title=given.get("title") or (mark[1] if mark else None),
        outlet=given.get("outlet"),
        url=given.get("url"),
        authors=people(given["authors"]) if "authors" in given else (),
        published=when(given.get("published"), "the head of the text"),
        updated=when(given.get("updated"), "the head of the text"),
    )


def _head(text: str) -> tuple[dict[str, str], int] | None:
    if not text.startswith("---\n"):
        return None
    lines = text.split("\n", HEAD + 1)[: HEAD + 1]
    last = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if last is None:
        return None
    pairs = (line.partition(":") for line in lines[1:last] if ":" in line and not line[0].isspace())
    row = {name.strip(): value.strip().strip("\"'") for name, _, value in pairs if value.strip()}
    return row, sum(len(line) + 1 for line in lines[: last + 1])
