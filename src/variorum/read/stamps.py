"""The day of publication that a web page states of itself: one table of places, the most trusted first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from ..model import When
from ..model.moment import parsed
from .dates import when

if TYPE_CHECKING:
    from lxml.html import HtmlElement

URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|\b)|/((?:19|20)\d\d)(\d\d)(\d\d)/")
APART = 1
"""Days by which two places may differ and still mean the same: time zones."""


class Head(NamedTuple):
    """Where a page may state its day: JSON-LD, <meta> elements by name, the tree, the address; and the names to look for."""

    row: Mapping[str, Any]
    meta: Mapping[str, str]
    tree: HtmlElement
    address: str | None
    names: Mapping[str, list[str]]


def published(head: Head) -> When | None:
    """The day by the most trusted place that states one; where another states another day, the reason says so."""
    found = [one for place in TRUST if (one := place(head))]
    if not found:
        return None
    first = found[0]
    other = next((one for one in found[1:] if _apart(first, one)), None)
    if other is None or other.earliest is None:
        return first
    return msgspec.structs.replace(first, why=f"{first.why}, though {other.why} says {other.earliest[:10]}")


def checked(first: When | None, changed: When | None) -> When | None:
    """The day of publication; where the last change is said to lie before it, the reason says so."""
    if first is None or changed is None or not _apart(first, changed) or not (first.earliest and changed.latest):
        return first
    if changed.latest[:10] > first.earliest[:10]:
        return first
    return msgspec.structs.replace(first, why=f"{first.why}, though {changed.why} says that it was changed before that")


def updated(head: Head) -> When | None:
    """The day of the last change that the page states."""
    return when(head.row.get("dateModified"), "the page's JSON-LD field dateModified") or _meta(head, "updated")


def address(url: str | None) -> When | None:
    """The day in an address: `/2024/03/21/`, `/2024-03-21/`, `/20240321/`."""
    found = URL_DATE.search(urlsplit(url).path) if url else None
    if not found:
        return None
    year, month, day = [g for g in found.groups() if g]
    return when(f"{year}-{int(month):02}-{int(day):02}", "the page's address")


def _linked(name: str) -> Callable[[Head], When | None]:
    return lambda head: when(head.row.get(name), f"the page's JSON-LD field {name}")


def _meta(head: Head, meaning: str) -> When | None:
    """The first <meta> element of the table's names that holds a date."""
    found = (when(head.meta.get(n.lower()), f"the page's meta element {n}") for n in head.names[meaning])
    return next((one for one in found if one), None)


def _line(head: Head) -> When | None:
    """A date that the page's markup calls the day of publication."""
    return next((made for value in _marked(head.tree) if (made := when(value, "the page's own date line"))), None)


def _marked(tree: HtmlElement) -> Iterator[str]:
    for one in tree.iter("time", "abbr", "span", "div"):
        named = one.get("itemprop") == "datePublished" or one.get("pubdate") is not None
        if named or "published" in (one.get("class") or "").split():
            yield one.get("datetime") or one.get("content") or one.get("title") or str(one.text_content())[:80]


def _apart(one: When, other: When) -> bool:
    """Whether no day of the one is within a day of one of the other."""
    days = [parsed(text) for text in (one.earliest, one.latest, other.earliest, other.latest)]
    low, high, first, last = (day.toordinal() if day else 0 for day in days)
    return all(days) and (first - high > APART or low - last > APART)


TRUST: tuple[Callable[[Head], When | None], ...] = (
    _linked("datePublished"),  # written for machines, by the program that published the page
    lambda head: _meta(head, "published"),  # the same, but names are used loosely
    _line,  # written for readers, marked for machines
    _linked("dateCreated"),  # may be days before publication
    lambda head: address(head.address),  # a day only, and some addresses keep that of a first version
)
"""Places that state the day of publication, the most trusted first. The body text is no place of these: what stands there is
read as the text's own stamp, and only where no place states a day."""
