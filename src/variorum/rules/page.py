"""The words of the outputs: the table `rules/<language>/page.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from .tables import table


class Heading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section's title, the line under it, and the heads of its columns."""

    title: str
    head: tuple[str, ...]
    lead: str = ""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table; its comments say what each part is for."""

    creed: str
    reminder: str
    maker: str
    none: str
    untitled: str
    skip: str
    contents: str
    texts: str
    greyed: str
    greyed_parts: str
    source: str
    tale: str
    all: str
    also: str
    why: str
    number: str
    part: str
    stories: str
    hidden: str
    unread: str
    network: str
    network_key: str
    chronicle: str
    chronicle_key: str
    chronicle_most: str
    parts: dict[str, str]
    apart: dict[str, str]
    sections: dict[str, Heading]
    inside: str = msgspec.field(name="in")


@cache
def page(language: str = "en") -> Words:
    """The words of a language; raises `RulesError` when the table is broken."""
    return table("page", Words, language=language)
