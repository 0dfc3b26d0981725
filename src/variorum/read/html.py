"""A web page to an article: body text by trafilatura, metadata from the page's own head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from ..errors import SourceError
from ..model import Article, Part, When, key
from . import fields, stamps
from .language import language
from .text import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
LEAST = 8
"""Words that a page must hold to be called an article; menus and notices of consent that slip through are shorter."""
TAIL = re.compile(r"\s+(?:[|»·–—-]|::)\s+[^|»·–—]{2,40}$")
"""The outlet's name after the headline in a page's title."""
WRAP = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$")
"""Comment marks round JSON-LD, from the days when browsers showed it."""


class Meta(msgspec.Struct):
    """What a page's head says of the article; all as found."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    body: str | None = None
    section: str | None = None
    published: When | None = None
    updated: When | None = None


def article(data: bytes, source: str, *, url: str | None = None, charset: str | None = None) -> Article:
    """The article of a page's bytes. Raises `SourceError` when the page holds none."""
    declared = charset or (found[1].decode("ascii") if (found := CHARSET.search(data[:8192])) else None)
    tree = _tree(decode(data, source, declared), source)
    meta = metadata(tree, url)
    captions = _captions(tree)
    body = _body(tree, url or meta.url) or fields.normal(meta.body or "").strip()
    if len(body.split()) < LEAST:
        raise SourceError(source, "no article text in this page")
    title = meta.title
    text = body if not title or fields.stands(title, body) else f"{title}\n\n{body}"
    text, parts = _with_captions(text, captions)
    return Article(
        id=key(None, url or meta.url, meta.outlet, text),
        source=source,
        text=text,
        title=title,
        outlet=meta.outlet,
        authors=meta.authors,
        url=url or meta.url,
        language=language(text),
        published=meta.published,
        updated=meta.updated,
        section=meta.section,
        parts=parts,
    )


def plain_text(markup: str) -> str:
    """The text of a piece of markup, one line a block."""
    from lxml import etree, html

    try:
        tree = html.fragment_fromstring(fields.normal(markup), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return re.sub(r"<[^<>]*>", " ", markup)
    etree.strip_elements(tree, "script", "style", etree.Comment, with_tail=False)
    for block in tree.iter(
        "p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "figcaption", "ul"
    ):
        block.tail = "\n" + (block.tail or "")
        if block.tag != "br":
            block.text = "\n" + (block.text or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _tree(markup: str, source: str) -> HtmlElement:
    from trafilatura.utils import load_html

    whole = markup if "<html" in markup[:20_000].lower() else f"<html><body>{markup}</body></html>"  # a piece of a page
    tree = load_html(whole) if markup.strip() else None
    if tree is None:
        raise SourceError(source, "no article text in this page" if markup.strip() else "the file is empty")
    return tree


def _body(tree: HtmlElement, url: str | None) -> str:
    """The body text, paragraphs apart by a blank line."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    found = bare_extraction(deepcopy(tree), url=url, include_comments=False, include_tables=True, favor_precision=False)
    text = fields.normal(getattr(found, "text", None) or "")
    return re.sub(r"\n+", "\n\n", text).strip() or _paragraphs(tree)


def _paragraphs(tree: HtmlElement) -> str:
    """Paragraphs of some length outside menus: for pages too short for trafilatura to find their middle."""
    lines = (
        " ".join(fields.normal(str(p.text_content())).split())
        for p in tree.iter("p")
        if not any(a.tag in ("nav", "aside", "footer", "header", "form") for a in p.iterancestors())
    )
    return "\n\n".join(line for line in lines if len(line.split()) >= LEAST)


def _captions(tree: HtmlElement) -> list[str]:
    """Captions of pictures: trafilatura leaves them out, but one may hold the only date or figure."""
    out: dict[str, None] = {}
    for one in tree.iter("figcaption"):
        text = " ".join(str(one.text_content()).split())
        if len(text.split()) >= 4 and not any(a.tag in ("nav", "aside", "footer", "li") for a in one.iterancestors()):
            out[text] = None
    return list(out)


def _with_captions(text: str, captions: list[str]) -> tuple[str, tuple[Part, ...]]:
    """The text with those captions after it that it has not yet, and where each stands."""
    parts, known = [], fields.squash(text)
    for caption in captions:
        if fields.squash(caption) not in known:
            start = len(text) + 2
            text = f"{text}\n\n{caption}"
            parts.append(Part("caption", start, len(text)))
    return text, tuple(parts)


def metadata(tree: HtmlElement, url: str | None = None) -> Meta:
    """What the page says of itself, in JSON-LD, then <meta>, then the first heading and the title."""
    linked, tags = _linked(tree), _tags(tree)
    row: Mapping[str, Any] = next(linked, {})
    made = fields.article({k: v for k, v in row.items() if fields.plain(k) not in ("text", "articlebody")}, "")
    title = made.title or tags["title"] or _first(tree, "h1") or _first(tree, "title")
    address = url or _canonical(tree)
    body = row.get("articleBody") or row.get("text")
    head = stamps.Head(row, _contents(tree), tree, address, fields.names().meta)
    changed = stamps.updated(head)
    return Meta(
        title=_headline(title, tree),
        outlet=_outlet(row) or (tags["outlet"] or "").strip("@ ") or _host(address),
        authors=made.authors or fields.people([tags["authors"]] if tags["authors"] else []),
        url=address,
        body=plain_text(body) if isinstance(body, str) else None,
        section=made.section or tags.get("section"),
        published=stamps.checked(stamps.published(head), changed),
        updated=changed,
    )


def _linked(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Objects of the page's JSON-LD that are articles."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                found = json.loads(WRAP.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from articles(found)


def articles(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Objects with an article's type anywhere near the top of a JSON-LD value."""
    if isinstance(value, list) and depth < 4:
        for one in value:
            yield from articles(one, depth + 1)
    elif isinstance(value, Mapping):
        types = value.get("@type")
        if any(
            t in fields.names().types for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)
        ):
            yield value
        elif depth < 4:
            for name in ("@graph", "mainEntity", "itemListElement"):
                yield from articles(value.get(name), depth + 1)


def _outlet(row: Mapping[str, Any]) -> str | None:
    value = row.get("publisher") or row.get("sourceOrganization")
    value = value[0] if isinstance(value, list) and value else value
    name = value.get("name") if isinstance(value, Mapping) else value
    return name.strip("@ ") or None if isinstance(name, str) and not name.startswith("http") else None


def _tags(tree: HtmlElement) -> dict[str, str | None]:
    content = _contents(tree)
    out: dict[str, str | None] = {}
    for meaning in ("title", "outlet", "authors"):
        out[meaning] = next(
            (
                content[n.lower()]
                for n in fields.names().meta[meaning]
                if content.get(n.lower()) and not content[n.lower()].startswith("http")
            ),
            None,
        )
    out["section"] = content.get("article:section")
    return out


def _contents(tree: HtmlElement) -> dict[str, str]:
    """Content of every <meta>, first one first, by name, property or itemprop in lower case."""
    out: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or tag.get("value") or "").strip()
        for name in ("name", "property", "itemprop"):
            if content and tag.get(name):
                out.setdefault(tag.get(name).lower(), " ".join(content.split()))
    return out


def _first(tree: HtmlElement, tag: str) -> str | None:
    return next((text for one in tree.iter(tag) if (text := " ".join(str(one.text_content()).split()))), None)


def _headline(title: str | None, tree: HtmlElement) -> str | None:
    """The title without the outlet's name at its end, which a heading of the page shows not to be part of it."""
    if not title:
        return None
    from html import unescape

    title = " ".join(unescape(title).split())
    short = TAIL.sub("", title)
    if short != title:
        wanted = fields.squash(short)
        if any(fields.squash(str(h.text_content())) == wanted for h in tree.iter("h1", "h2")):
            return short
    return title


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and re.match(r"https?://", link.get("href") or ""):
            return str(link.get("href")).strip()
    found = _contents(tree).get("og:url", "")
    return found if found.startswith(("http://", "https://")) else None


def _host(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None
