"""The dossier as Markdown for a wiki: tables and lists that GitHub, GitLab and MediaWiki's converters read."""

from __future__ import annotations

import re

from ..model import Dossier
from ..rules.page import page
from .outline import Group, Row, Section, once
from .sections import problems, sections
from .view import StoryView, View, safe

# Everything that Markdown or the HTML inside it could take for its own.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^])")


def markdown(dossier: Dossier) -> str:
    """CommonMark with pipe tables; every text from an article is escaped."""
    view = View(dossier)
    lines: list[str] = []
    for story in dossier.stories:
        lines += _story(StoryView(view, story))
    last = problems(view)
    if last.size:
        lines += _section(view, last, "##")
    made = dossier.generator
    lines += [
        escape(page().maker.format(version=made.version, rules=made.rules, model=made.model or page().none)) + ".",
        page().reminder,
    ]
    return safe("\n".join(lines)) + "\n"


def escape(text: str) -> str:
    """The text on one line with Markdown's own characters made plain."""
    plain = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", plain))


def _story(story: StoryView) -> list[str]:
    lines = [f"# {escape(story.title)}", "", escape(story.about), ""]
    for section in sections(story):
        lines += _section(story.view, section, "##")
    return lines


def _section(view: View, section: Section, mark: str) -> list[str]:
    lines = [f"{mark} {section.title}", ""]
    if section.lead:
        lines += [f"*{section.lead}*", ""]
    draw = _list if section.layout in ("lines", "findings", "quotes", "reuse") else _table
    for group in section.groups:
        if group.title:
            note = f" ({escape(group.note)})" if group.note else ""
            lines += [
                f"{mark}# {escape(page().part.format(title=group.title) if group.depth else group.title)}{note}",
                "",
            ]
        lines += [*draw(view, section, group), ""]
    return lines


def _table(_: View, section: Section, group: Group) -> list[str]:
    head = ["", *section.head] if section.first else [*section.head, page().inside]
    rows = [_around(section, [escape(cell) for cell in row.cells], _refs(row)) for row in once(group.rows)]
    return [_line(head), _line(["---"] * len(head)), *(_line(row) for row in rows)]


def _around(section: Section, cells: list[str], refs: str) -> list[str]:
    return [refs, *cells] if section.first else [*cells, refs]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _list(view: View, section: Section, group: Group) -> list[str]:
    lines = []
    for row in group.rows:
        cells = [escape(cell) for cell in row.cells if cell]
        if section.layout == "findings" and len(row.cells) == 2 and row.cells[0]:
            cells = [f"**{cells[0]}**: {escape(row.cells[1])}"]
        lines.append(f"- {' · '.join(cells)} {_refs(row)}".rstrip())
        if section.layout == "findings":
            lines += [
                f"  - {escape(span.text)} \\[{view.numbers[span.article]}\\]" for span in dict.fromkeys(row.spans)
            ]
    return lines


def _refs(row: Row) -> str:
    return " ".join(f"\\[{n}\\]" for n in row.refs)
