"""The names of events: what a headline would say, or the sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.extract.events import events
from variorum.model.page import Page

Pages = Callable[..., Page]

TITLES = [
    (
        "A gunman opened fire in a cafe in Brenn, killing two people and wounding three.",
        "gunman opened fire in a cafe in Brenn, killing two people",
    ),
    (
        "Otto Brand, who lives in Brenn, was accused of accidentally shooting his neighbour.",
        "Otto Brand was accused of accidentally shooting his neighbour",
    ),
    (
        "Norland and Sudland signed a treaty on fishing rights in the northern strait on Monday after three years of talks.",
        "Norland and Sudland signed a treaty on fishing rights in the northern strait on Monday",
    ),
    ("The suit, which was filed in May, was settled by the bank in Brenn.", "suit was settled by the bank in Brenn"),
    ('Mayor Ida Lund condemned the ban as "a farce."', 'Mayor Ida Lund condemned the ban as "a farce"'),
    (
        "The minister, when asked, met Ida Lund (the mayor of Brenn) on Monday.",
        "minister met Ida Lund (the mayor of Brenn) on Monday",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_reads_as_a_headline(page: Pages, text: str, title: str) -> None:
    assert title in [claim.title for claim in events(page(text))]


def test_no_title_begins_with_a_verb_or_ends_in_the_air(page: Pages) -> None:
    text = (
        "Union leaders left the hall, calling on the mayor to resign. Two men were arrested after fleeing in a van, and are "
        "being questioned by the police. Norland has been warned by its neighbours, who said they would close the border."
    )
    found = [claim.title for claim in events(page(text))]
    assert found
    assert not [
        t for t in found if t.split()[0].endswith("ing") or t.split()[0] in ("was", "were", "is", "are", "has", "to")
    ]
    assert not [t for t in found if t.split()[-1] in ("and", "of", "the", "by", "in", "to")]
