"""Events by the case files, and what must hold of every event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import cases
from variorum.extract import claims, lexicon
from variorum.extract.events import events
from variorum.model import EventClaim
from variorum.model.page import Page

Pages = Callable[..., Page]


def fits(claim: EventClaim, wanted: dict[str, Any]) -> bool:
    """Whether the claim is the wanted one; parties, places and times are looked up as parts of what was found."""
    if claim.type != wanted["type"] or any(getattr(claim, k) != wanted[k] for k in ("mode", "status") if k in wanted):
        return False
    found = {
        "parties": [p.span.text for p in claim.parties],
        "places": [s.text for s in claim.places],
        "times": [e.span.text for e in claim.times],
    }
    if set(found["parties"]) & set(wanted.get("without", ())):
        return False
    return all(any(text in other for other in found[k]) for k in found for text in wanted.get(k, ()))


@pytest.mark.parametrize("case", cases("events"))
def test_case(page: Pages, case: dict[str, Any]) -> None:
    title = {"title": case["title"]} if "title" in case else {}
    found = list(events(page("\n\n".join([*title.values(), case["text"]]), **title)))
    for wanted in case.get("events", []):
        assert any(fits(claim, wanted) for claim in found), found
    assert not {claim.type for claim in found} & set(case.get("none", [])), found


def test_spans_are_the_texts_own(page: Pages) -> None:
    made = page(
        "Rival fleets clashed off Cape Verde on Monday.\nMayor Ilse Brandt met the captains, and she thanked them."
    )
    for claim in events(made):
        for span in (*claim.spans, claim.sentence, *(p.span for p in claim.parties), *claim.places):
            assert made.article.text[span.start : span.end] == span.text


def test_pronoun_of_the_speaker_is_the_speaker(page: Pages) -> None:
    (claim,) = (c for c in events(page("The dockers' union said it would boycott the port.")) if c.type == "THREATEN")
    assert "union" in claim.parties[0].span.text


def test_goes_on_about_a_meeting(page: Pages) -> None:
    found = list(events(page("Envoys met in Accra on Monday. The meeting will also include Judge Paul Werner.")))
    assert [c.again for c in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Talks",
        "🙂 🙂",
        "\x00\x01 met \x02",
        "met met met met",
        "attack " * 2000,
        "A met B, and " * 400,
        "- - -\n\n- talks\n",
        "Strike!\nStrike?\n",
    ],
)
def test_odd_texts_never_raise(page: Pages, text: str) -> None:
    list(events(page(text or " x")))


def test_every_pattern_of_the_tables_compiles() -> None:
    for name in ("events", "conflict", "civil", "positions"):
        compiled = lexicon.compile_rows(lexicon.table(name, lexicon.Events).event)
        assert compiled.verbs and compiled.nouns


def test_militiamen_are_militiamen() -> None:
    assert "militiamen" in lexicon.people()


def test_opinion_tells_of_no_event_but_of_dated_or_cited_ones(page: Pages) -> None:
    text = (
        "The minister has abandoned the harbour. Rebels shelled the port on 3 May. "
        "The union says that the owners met the mayor."
    )
    plain = {c.spans[0].text for c in events(page(text))}
    column = {
        c.spans[0].text for c in events(page(f"Opinion: A harbour lost\n\n{text}", title="Opinion: A harbour lost"))
    }
    assert plain >= column >= {"shelled", "met"}
    assert all(c.times or c.attribution for c in events(page(f"Opinion: A harbour lost\n\n{text}", section="Opinion")))


def test_an_opinion_piece_is_read_for_quotes_and_figures(page: Pages) -> None:
    text = (
        "So the mayor has murdered the bus service. Bravo! In the rush 12 people were injured.\n\n"
        '"We have saved 4 million crowns," Mayor Olaf Berg said.'
    )
    made = page(f"Opinion: Our generous mayor\n\n{text}", title="Opinion: Our generous mayor")
    kinds = {type(claim).__name__ for claim in claims(made)}
    assert "EventClaim" not in kinds
    assert {"QuoteClaim", "FigureClaim"} <= kinds


def test_the_day_of_what_is_looked_into_is_not_that_of_the_inquiry(page: Pages) -> None:
    (claim,) = (c for c in events(page("Police are investigating a shooting in Brenn on Friday.")) if c.type == "LEGAL")
    assert not claim.times


def test_the_day_of_an_arrest_is_not_that_of_the_crime(page: Pages) -> None:
    found = list(events(page("The suspect in the shooting of the boy in Brenn was arrested on Wednesday.")))
    assert [c.type for c in found if c.times] == ["COERCE"]


def test_whoever_dies_is_hit(page: Pages) -> None:
    (claim,) = events(page("Two sailors died in a collision off Brenn."))
    assert [p.part for p in claim.parties] == ["target"]
