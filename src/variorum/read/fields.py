"""An article from a record: the field names that crawlers and archives use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import msgspec

from ..errors import SourceError
from ..model import Article, When, key
from ..rules.tables import table
from .dates import when
from .language import language
from .stamps import address
from .stamps import checked as checked_day

MARKUP = re.compile(r"</(?:p|div|span|a|em|strong|b|i|ul|li|br|h[1-6])\s*>|<(?:br|p)\s*/?>", re.IGNORECASE)
BROKEN = re.compile("[\x00\ud800-\udfff]")
"""A NUL and half surrogates cannot be written to a database or as UTF-8; the replacement character keeps all offsets."""


class Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Field names by meaning, best first; see the table."""

    text: list[str]
    title: list[str]
    outlet: list[str]
    authors: list[str]
    url: list[str]
    published: list[str]
    updated: list[str]
    language: list[str]
    id: list[str]
    section: list[str]
    lists: list[str]
    wraps: list[str]
    types: list[str]
    meta: dict[str, list[str]]


@cache
def names() -> Fields:
    """The table of field names."""
    return table("fields", Fields, language="shared")


@cache
def plain(name: str) -> str:
    """A field name without case and signs: `date_publish` and `datePublish` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


@cache
def _order(meaning: str) -> dict[str, int]:
    listed: list[str] = getattr(names(), meaning)
    return {plain(name): rank for rank, name in reversed(list(enumerate(listed)))}


def find(row: Mapping[str, Any], meaning: str) -> tuple[str, Any] | None:
    """The row's own name and value of the best field with this meaning that has a value."""
    order = _order(meaning)
    found = [
        (order[plain(name)], name)
        for name, value in row.items()
        if isinstance(name, str) and plain(name) in order and value not in (None, "", [], {}, ())
    ]
    return (min(found)[1], row[min(found)[1]]) if found else None


def article(row: Mapping[str, Any], source: str) -> Article:
    """The article of a JSON object; a title that its text does not begin with is put before it, as its headline.

    Never raises for odd values: a field that cannot be understood is left out.
    """
    text, title = normal(_text(row)), _line(find(row, "title"))
    changed = _when(row, "updated")
    outlet, url, name = _line(find(row, "outlet")), _url(row), find(row, "id")
    if title and not stands(title, text):
        text = f"{title}\n\n{text}"
    return Article(
        id=key(name[1] if name else None, url, outlet, text),
        source=source,
        text=text,
        title=title,
        outlet=_outlet(outlet),
        authors=people(found[1]) if (found := find(row, "authors")) else (),
        url=url,
        language=_language(row, text),
        published=checked_day(_when(row, "published") or address(url), changed),
        updated=changed,
        section=_line(find(row, "section")),
    )


def checked(row: Mapping[str, Any], source: str) -> Article:
    """As `article`, but raises `SourceError` for an object that holds no article."""
    if not find(row, "text"):
        shown = ", ".join(sorted(map(str, row))[:12]) or "nothing"
        raise SourceError(source, f"no article: no field text, maintext, articleBody or the like (it has {shown})")
    made = article(row, source)
    if not _text(row).strip():
        raise SourceError(source, "the article's text is empty")
    return made


def normal(text: str) -> str:
    """The text with one kind of line end and without characters that no file can hold; a byte order mark is dropped."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\u2028\u2029\x85\x0b\x0c]", "\n", text)
    return BROKEN.sub("\ufffd", text)


def stands(title: str, text: str) -> bool:
    """Whether the text has this title already, near its beginning; spacing, quotation marks and a last full stop aside."""
    wanted = squash(title)
    head = squash(text[: len(title) * 2 + 600])
    return head.startswith(wanted) or (len(wanted) >= 25 and wanted in head)


def squash(text: str) -> str:
    """Letters and digits only, in lower case: what two printings of one line share."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _text(row: Mapping[str, Any]) -> str:
    found = find(row, "text")
    text = "\n\n".join(_paragraphs(found[1])) if found else ""
    if MARKUP.search(text):
        from .html import plain_text  # lxml takes 0.1 s to load: only where a field holds markup

        return plain_text(text)
    return text


def _paragraphs(value: Any) -> Iterator[str]:
    """Paragraphs of a string, of a list of them, or of fundus's body of summary and sections."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name in ("summary", "headline", "sections", "paragraphs", "text", "content"):
            yield from _paragraphs(value.get(name))
    elif isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        for one in value:
            yield from _paragraphs(one)


def _line(found: tuple[str, Any] | None) -> str | None:
    value = found[1] if found else None
    while isinstance(value, (list, tuple)) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or value.get("@value") or value.get("rendered")
    if not isinstance(value, str):
        return None
    return " ".join(BROKEN.sub("\ufffd", value).split()) or None


def _outlet(name: str | None) -> str | None:
    if name and name.startswith(("http://", "https://")):
        name = urlsplit(name).hostname or name
    return name


def _url(row: Mapping[str, Any]) -> str | None:
    found = find(row, "url")
    value = found[1] if found else None
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    return value.strip() if isinstance(value, str) and re.match(r"https?://", value.strip()) else None


def people(value: Any) -> tuple[str, ...]:
    """Names of authors from a string, a list, or objects with a name; in order, each once."""
    out: dict[str, None] = {}
    for one in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(one, Mapping):
            one = one.get("name") or " ".join(filter(None, map(str, (one.get("first", ""), one.get("last", "")))))
        if isinstance(one, (list, tuple)):
            out.update(dict.fromkeys(people(one)))
        elif isinstance(one, str) and not one.startswith(("http://", "https://")):
            out.update(dict.fromkeys(_split(BROKEN.sub("\ufffd", one))))
    return tuple(out)


def _split(text: str) -> list[str]:
    text = re.sub(r"^\s*\[?['\"]?\s*(?:by\b:?)?\s*", "", text.strip(), flags=re.IGNORECASE).strip("[]'\" ")
    return [
        " ".join(p.split())
        for p in re.split(r"\s*(?:[,;|&\n]|['\"],\s*['\"]|\band\b)\s*['\"]?", text)
        if p.strip(" '\".")
    ]


def _when(row: Mapping[str, Any], meaning: str) -> When | None:
    """The best field with this meaning that is a date."""
    order = _order(meaning)
    found = sorted((order[plain(name)], name) for name in row if isinstance(name, str) and plain(name) in order)
    return next((made for _, name in found if (made := when(row[name], f"the field {name}"))), None)


def _language(row: Mapping[str, Any], text: str) -> str | None:
    """The text's own language; where the text is too short to say, the field's word for it."""
    found = _line(find(row, "language"))
    stated = re.match(r"([a-z]{2})(?![a-z])", found.lower()) if found else None
    return language(text) or (stated[1] if stated else None)
