"""Ages of one person, as two reports give them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model import Dossier, Finding

START, END = "A lorry ran into the bakery of Dornwald on Monday.", "The road to Dornwald was shut until the evening."


def ages(dossier: Callable[..., Dossier], *lines: str, last: str = "2031-05-04") -> list[Finding]:
    days = ["2031-05-03", *[last] * (len(lines) - 1)]
    made = dossier(*({"text": f"{START} {x} {END}", "published": d} for x, d in zip(lines, days, strict=True)))
    return [f for s in made.stories for f in s.findings if f.kind == "conflict" and "years old" in f.why]


@pytest.mark.parametrize(("one", "other"), [
    ("Martin Keller, 43, was killed.", "Martin Keller, 34, was killed."),
    ("The driver, Martin Keller (43), was killed.", "The 48-year-old Martin Keller was killed."),
    ("Martin Keller, aged 43, was killed.", "The crash killed 34-year-old baker Martin Keller."),
])  # fmt: skip
def test_two_ages_of_one_person(one: str, other: str, dossier: Callable[..., Dossier]) -> None:
    (found,) = ages(dossier, one, other)
    assert "Martin Keller" in found.why
    assert "43" in found.why
    assert len(found.readings) == 2
    assert {w.span.text for w in found.readings} <= {"43", "34", "48"}


@pytest.mark.parametrize(("one", "other"), [
    ("Martin Keller, 43, was killed.", "Martin Keller, 44, was killed."),
    ("Martin Keller, 43, was killed.", "Anna Keller, 34, was killed."),
    ("Martin Keller, 43, was killed.", "Martin Keller, 34 others and a dog were hurt."),
    ("Martin Keller, 43, was killed.", "Martin Keller, 1.34 metres tall, was killed."),
    ("Martin Keller, 43, was killed. Martin Keller, 12, was hurt.", "The road was wet."),
])  # fmt: skip
def test_no_two_ages(one: str, other: str, dossier: Callable[..., Dossier]) -> None:
    assert not ages(dossier, one, other)


def test_years_pass(dossier: Callable[..., Dossier]) -> None:
    one, other = "Martin Keller, 43, lost his bakery.", "Martin Keller, 46, lost his bakery in the crash."
    assert not ages(dossier, one, other, last="2034-05-04")
