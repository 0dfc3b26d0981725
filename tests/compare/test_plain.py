"""Numbers of anything, in sentences that two reports share but for the number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model import Dossier, Finding

ENDS = ("The harbour of Tamberg was shut for a day.", "For a day Tamberg shut its harbour.")


def misprints(dossier: Dossier) -> list[Finding]:
    return [f for s in dossier.stories for f in s.findings if f.kind == "misprint"]


def reports(*lines: str) -> list[dict[str, str]]:
    start = "A storm tore the roof off the fish hall of Tamberg."
    return [{"text": f"{start} {line} {ENDS[at % 2]}", "published": "2031-05-03"} for at, line in enumerate(lines)]


@pytest.mark.parametrize(("one", "other"), [("30", "300"), ("47", "74"), ("1,500", "150"), ("1,362", "136")])
def test_a_copied_sentence_with_another_number(one: str, other: str, dossier: Callable[..., Dossier]) -> None:
    said = "The keeper of the hall said on Monday that {} baskets of herring had to be thrown back into the sea."
    (found,) = misprints(dossier(*reports(said.format(one), said.format(other))))
    assert one in found.why
    assert other in found.why
    assert "baskets of herring" in found.why
    assert sorted(w.span.text for w in found.readings) == sorted([one, other])


@pytest.mark.parametrize(("one", "other"), [("30", "31"), ("4", "14"), ("1,500", "1,900"), ("2024", "2042")])
def test_no_slip_of_the_pen(one: str, other: str, dossier: Callable[..., Dossier]) -> None:
    said = "The keeper of the hall said on Monday that {} baskets of herring had to be thrown back into the sea."
    assert not misprints(dossier(*reports(said.format(one), said.format(other))))


def test_other_words(dossier: Callable[..., Dossier]) -> None:
    assert not misprints(
        dossier(
            *reports("The keeper threw 30 baskets of herring back.", "Some 300 baskets of cod were sold in the hall.")
        )
    )


def test_a_list_counts_through_its_numbers(dossier: Callable[..., Dossier]) -> None:
    said = "The picture shows the hall of Tamberg with basket {} of herring in the net of the old keeper."
    assert not misprints(dossier(*reports(said.format(2), f"{said.format(20)} {said.format(19)}")))
