"""Many stories as many pages: one for each, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Dossier, single
from ...rules.page import page as words
from ..sections import problems
from ..view import StoryView, View, safe
from . import framed, html
from .layouts import section
from .tags import Page, text

INDEX = "index.html"
FIRST = 3
"""Lines of its digest by which a story is known."""


def folder(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Names and contents of the pages, the list of stories first. Write them as UTF-8."""
    yield INDEX, _index(dossier)
    for number, story in enumerate(dossier.stories, 1):
        yield name(number), html(single(dossier, story), home=INDEX)


def name(number: int) -> str:
    """The file of a story, by its number."""
    return f"story-{number}.html"


def _index(dossier: Dossier) -> str:
    page = Page(View(dossier), level=3)
    stories = "".join(_story(StoryView(page.view, story), n) for n, story in enumerate(dossier.stories, 1))
    last = problems(page.view)
    troubles = f'<div class="story">{section(page, last, "d")}</div>' if last.size else ""
    menu = "".join(_entry(StoryView(page.view, story), n) for n, story in enumerate(dossier.stories, 1))
    menu += f'<li><a href="#d-problems">{text(last.title)}</a></li>' if last.size else ""
    return safe(framed(dossier, menu, stories + troubles))


def _entry(story: StoryView, number: int) -> str:
    return f'<li class="one"><a href="#s{number}">{text(story.title)}</a></li>'


def _story(story: StoryView, number: int) -> str:
    head = f'<h2><a href="{name(number)}">{text(story.title)}</a></h2><p class="about">{text(story.about)}</p>'
    lines = "".join(f"<li>{text(line.text)}</li>" for line in story.story.digest[:FIRST])
    more = f'<p><a href="{name(number)}">{text(words().tale)}</a></p>'
    return f'<article class="story" id="s{number}"><header>{head}</header><ul>{lines}</ul>{more}</article>'
