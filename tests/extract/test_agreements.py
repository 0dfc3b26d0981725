"""Agreements by the case files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import cases
from variorum.extract.agreements import agreements
from variorum.extract.agreements.words import Agreements, nouns, weak
from variorum.extract.lexicon import classes
from variorum.model import AgreementClaim
from variorum.model.page import Page
from variorum.rules.tables import table

Pages = Callable[..., Page]


def fits(claim: AgreementClaim, wanted: dict[str, Any]) -> bool:
    return (
        claim.kind == wanted["kind"]
        and claim.step == wanted.get("step")
        and claim.provision == wanted.get("provision")
        and claim.planned == wanted.get("planned", claim.planned)
        and wanted.get("text", claim.spans[0].text) == claim.spans[0].text
        and wanted.get("name", "") in claim.name.text
        and wanted.get("by", "") in (claim.by.text if claim.by else "")
        and wanted.get("accuser", "") in (claim.accuser.text if claim.accuser else "")
        and all(any(one in p.text for p in claim.parties) for one in wanted.get("parties", []))
        and all(any(one in p.text for p in claim.mediators) for one in wanted.get("mediators", []))
        and ("length" not in wanted or (claim.length is not None and claim.length.value == wanted["length"]))
        and ("when" not in wanted or any(t.value.startswith(wanted["when"]) for t in claim.times))
    )


@pytest.mark.parametrize("case", cases("agreements"))
def test_case(page: Pages, case: dict[str, Any]) -> None:
    found = list(agreements(page(case["text"])))
    for wanted in case.get("agreements", []):
        assert any(fits(claim, wanted) for claim in found), found
    assert not (case.get("none") and found), found
    assert len(found) == case.get("only", len(found)), found


def test_the_patterns_know_every_noun_of_the_kinds() -> None:
    assert {*nouns(), *weak()} == classes()["accord"]


def test_every_word_of_a_kind_is_of_one_kind_only() -> None:
    rows = table("agreements", Agreements).kind
    heads = [noun for row in rows for noun in (*row.nouns, *row.weak)]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize(
    "text", ["truce", "deal deal deal", "Under the deal", "It also allowed.", "🙂 truce 🙂 " * 200]
)
def test_odd_texts_never_raise(page: Pages, text: str) -> None:
    list(agreements(page(text)))
