"""The full texts at the end: every part shown, what was left out greyed, each cited sentence with its anchor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ...model import Article
from ...rules.page import page as labels
from ..sections.reports import published
from .tags import Page, anchor, text

WRAPPED = 100
"""Characters a line from which it is a paragraph: wrapped text has 60 to 80."""


def texts(page: Page, articles: tuple[Article, ...]) -> str:
    """All articles in the dossier's order, each folded under its headline; a link to a sentence within opens it."""
    return "".join(_article(page, article) for article in articles)


def _article(page: Page, article: Article) -> str:
    number = page.view.numbers[article.id]
    facts = [text(page.view.label(article)), text(published(article)), text(", ".join(article.authors))]
    about = " · ".join(fact for fact in facts if fact)
    source = f'<p class="source">{text(labels().source.format(source=article.source))}</p>'
    body = "".join(_parts(page, article, number))
    if _dense(article.text):
        body = body.replace("\n", "\n\n")
    head = f'<span class="number">[{number}]</span> {text(page.view.heading(article))}'
    return (
        f'<article class="text" id="a{number}"><details><summary><h3>{head}</h3><p class="about">{about}</p></summary>'
        f'{source}<div class="body">{body}</div></details></article>'
    )


def _dense(words: str) -> bool:
    """Whether single line feeds part paragraphs: there are no empty lines, and the lines are too long to be wrapped ones."""
    lines = words.splitlines()
    return len(lines) > 1 and "\n\n" not in words and len(words) / len(lines) > WRAPPED


def _parts(page: Page, article: Article, number: int) -> Iterator[str]:
    """The text in stretches of one kind; what no part covers is body."""
    at = 0
    for part in article.parts:
        if at < part.start:
            yield _stretch(page, article, number, "body", at, part.start)
        yield _stretch(page, article, number, part.kind, part.start, part.end)
        at = part.end
    if at < len(article.text):
        yield _stretch(page, article, number, "body", at, len(article.text))


def _stretch(page: Page, article: Article, number: int, kind: str, start: int, end: int) -> str:
    words = article.text[start:end]
    if not words.strip():
        return ""
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    said = labels().parts.get(kind, kind)
    title = f' title="{text(said)}"' if said else ""
    return f'<div class="part {kind}"{title}>{"".join(_inside(page, article, number, start, end))}</div>'


def _inside(page: Page, article: Article, number: int, start: int, end: int) -> Iterator[str]:
    at, cited = start, page.ordered(article.id)
    for low, high in cited[bisect_left(cited, (start, 0)) : bisect_left(cited, (end, 0))]:
        name = anchor(number, low)
        if low < at:  # two cited stretches overlap: the later one only gets a place to jump to
            yield f'<span id="{name}"></span>'
            continue
        yield text(article.text[at:low])
        at = min(high, end)
        yield f'<span class="cited" id="{name}">{text(article.text[low:at])}</span>'
    yield text(article.text[at:end])
