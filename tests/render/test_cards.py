"""Differences told together, events with every report's telling, quotes with place and occasion, roles with their reports."""

import re

import msgspec
import sample

from variorum.model import Finding, Story, Telling, Witness
from variorum.render import html, terminal
from variorum.render.sections.differences import differences
from variorum.render.sections.events import events
from variorum.render.sections.people import people
from variorum.render.sections.quotes import quotes
from variorum.render.view import StoryView, View


def view(**fields: object) -> StoryView:
    story: Story = msgspec.structs.replace(sample.FERRIES, **fields)
    return StoryView(View(sample.ONE), story)


def finding(kind: str, number: int, *words: tuple[str, str], about: str = "f1") -> Finding:
    sides = tuple(Witness(id=about, article=a, span=sample.at(a, w)) for a, w in words)
    return Finding(id=f"n{number}", kind=kind, about=about, readings=sides, why=f"reason {number}")


OLD, NEW, ODD = ("a", "At least 41 people"), ("b", "Forty-seven people"), ("c", "470 people")


def test_updates_of_one_figure_are_one_chain_by_day() -> None:
    found = (finding("update", 1, OLD, NEW), finding("update", 2, NEW, ODD))
    (group,) = differences(view(findings=found)).groups
    (row,) = group.rows
    assert [step.text for step in row.steps] == ["at least 41, 4 March 2031", "47, 6 March 2031", "470"]
    assert [step.refs for step in row.steps] == [(1,), (2, 3), (3,)]
    assert row.cells[1] == "at least 41, 4 March 2031 → 47, 6 March 2031 → 470"


def test_revisions_and_scopes_of_one_figure_are_one_list() -> None:
    found = (finding("revision", 1, OLD, NEW), finding("revision", 2, NEW, ODD), finding("scope", 3, OLD, about="f2"))
    revisions, scopes = differences(view(findings=found)).groups
    assert [step.text for step in revisions.rows[0].steps] == ["Reason 1", "Reason 2"]
    assert [row.cells[1] for row in scopes.rows] == ["Reason 3"]


def test_each_conflict_and_misprint_stands_for_itself_and_open_others_are_folded() -> None:
    found = (finding("misprint", 1, ODD, NEW), finding("conflict", 2, OLD, NEW), finding("conflict", 3, NEW, ODD))
    page = html(msgspec.structs.replace(sample.ONE, stories=(view(findings=(*found, finding("scope", 4, OLD))).story,)))
    part = page[page.index('id="s1-differences"') : page.index('id="s1-figures"')]
    assert part.count('<article class="finding') == 3
    assert part.count('<details class="evidence">') == 1
    assert part.index("Reason 1") < part.index("Reason 2") < part.index("Reason 4")


def telling(name: str, words: str, day: str | None, status: str = "held", places: tuple[str, ...] = ()) -> Telling:
    span = sample.at(name, words)
    return Telling(span=span, sentence=span, status=status, when=sample.on(day) if day else None, places=places)


def test_an_event_has_a_row_for_each_report_and_what_differs_is_marked() -> None:
    tellings = (
        telling("a", "sank", "2031-03-03"),
        telling("b", "sinking", "2031-03-03"),
        telling("c", "sank", "2031-03-04"),
    )
    sunk = msgspec.structs.replace(sample.EVENTS[0], tellings=tellings)
    (card,) = events(view(events=(sunk,))).groups
    assert [row.refs for row in card.rows] == [(1,), (2,), (3,)]
    assert [row.cells[1] for row in card.rows] == ["3 March 2031", "3 March 2031", "4 March 2031"]
    assert [row.odd for row in card.rows] == [(), (), (1,)]


def test_an_event_of_one_report_has_no_card_and_cards_are_for_the_page() -> None:
    alone = msgspec.structs.replace(sample.EVENTS[0], tellings=(telling("a", "sank", None),))
    assert events(view(events=(alone,))).groups == ()
    both = msgspec.structs.replace(alone, tellings=(*alone.tellings, telling("b", "sinking", None)))
    story = view(events=(both,)).story
    dossier = msgspec.structs.replace(sample.ONE, stories=(story,))
    assert "report by report" in html(dossier)
    assert "report by report" not in terminal(dossier)


def test_places_named_more_closely_do_not_differ() -> None:
    tellings = (
        telling("a", "sank", None, places=("Tarnvik",)),
        telling("b", "sinking", None, places=("Tarnvik", "Oster")),
    )
    sunk = msgspec.structs.replace(sample.EVENTS[0], tellings=tellings)
    (card,) = events(view(events=(sunk,))).groups
    assert [row.odd for row in card.rows] == [(), ()]


def test_a_quote_says_where_and_on_what_occasion() -> None:
    said = msgspec.structs.replace(sample.QUOTES[0], place="in Oster", occasion="at a news conference")
    rows = [row for group in quotes(view(quotes=(said,))).groups for row in group.rows]
    assert rows[0].cells[1] == "verbatim; in Oster; at a news conference"


def test_a_role_names_the_reports_that_give_it_with_their_days_and_a_merge_its_reason() -> None:
    row = next(row for row in people(view()).groups[0].rows if row.cells[0] == "Jonas Brekke")
    assert row.notes == (
        "captain: [1] 4 March 2031 and [2] 6 March 2031",
        "Jonas Brekke = Captain Brekke: The surname alone follows the full name and nobody else bears it.",
    )


def test_each_report_in_full_is_folded_under_its_headline() -> None:
    page = html(sample.ONE)
    part = page[page.index('id="texts"') :]
    assert part.count('<article class="text"') == part.count("<details><summary><h3>") == 3
    assert not re.search(r"<details open", part)
