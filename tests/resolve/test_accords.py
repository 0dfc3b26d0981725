"""One agreement through several reports: joined, its steps in order, its terms once; where the reports differ."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model import Dossier

Dossiers = Callable[..., Dossier]

FIRST = {
    "text": "HARVEN - The four-day Talora-brokered truce between Odrin and Mirava took effect on Friday and was extended "
    "for two more days on Monday. Over the four-day truce, 12 sailors were freed in return for 36 prisoners. "
    "Officials spoke of minor breaches of the truce.",
    "published": "2031-05-13",
}
SECOND = {
    "text": "Talora has hosted both sides since it helped in the talks after agreeing a seven-day ceasefire between Odrin "
    "and Mirava in May. Odrin accused Mirava of violating the ceasefire.",
    "published": "2031-06-20",
}


def test_reports_of_one_truce_are_joined(dossier: Dossiers) -> None:
    (one,) = dossier(FIRST, SECOND).stories[0].agreements
    assert one.kind == "truce"
    assert one.status == "extended"
    assert {s.article for s in one.spans} == {a for s in one.spans for a in [s.article]}
    assert len({s.article for s in one.spans}) == 2
    assert one.starts is not None and one.starts.earliest == "2031-05-09"
    assert [p.terms[0].value for p in one.provisions if p.kind == "length"] == ["P4D", "P7D"]
    assert [p.text for p in one.provisions if p.kind == "exchange"] == [
        "12 sailors were freed in return for 36 prisoners"
    ]
    assert "breached" in [s.what for s in one.steps]
    assert {side.text for side in one.parties} >= {"Odrin", "Mirava"}


def test_another_length_is_an_update_where_an_extension_is_told(dossier: Dossiers) -> None:
    story = dossier(FIRST, SECOND).stories[0]
    (one,) = story.agreements
    found = [f for f in story.findings if any(r.id == one.id for r in f.readings)]
    assert [f.kind for f in found] == ["update"]
    assert found[0].about == story.id
    assert "extension" in found[0].why


def test_another_length_without_an_extension_is_a_conflict(dossier: Dossiers) -> None:
    left = {"text": "The five-day truce between Odrin and Mirava took effect on Friday.", "published": "2031-05-13"}
    right = {"text": "The three-day truce between Odrin and Mirava took effect on Friday.", "published": "2031-05-13"}
    story = dossier(left, right).stories[0]
    (one,) = story.agreements
    assert [f.kind for f in story.findings if any(r.id == one.id for r in f.readings)] == ["conflict"]


def test_two_agreements_of_other_parties_stay_two(dossier: Dossiers) -> None:
    text = "Odrin and Mirava signed a treaty on Monday. Talora and Brevia signed a treaty on Tuesday."
    assert len(dossier({"text": text, "published": "2031-05-13"}).stories[0].agreements) == 2


def test_truces_of_two_years_stay_two(dossier: Dossiers) -> None:
    left = {"text": "The truce between Odrin and Mirava took effect on 3 May 2031.", "published": "2031-05-13"}
    right = {"text": "The truce between Odrin and Mirava took effect on 8 June 2033.", "published": "2033-06-13"}
    stories = dossier(left, right).stories
    assert sum(len(s.agreements) for s in stories) == 2


def test_the_same_in_any_order(dossier: Dossiers) -> None:
    one, other = (dossier(*rows).stories[0].agreements for rows in ((FIRST, SECOND), (SECOND, FIRST)))
    assert [(a.kind, a.status, len(a.steps)) for a in one] == [(a.kind, a.status, len(a.steps)) for a in other]


def test_what_is_only_hoped_for_is_none(dossier: Dossiers) -> None:
    assert (
        dossier("Negotiators hope to reach a deal by Friday. A possible truce was discussed.").stories[0].agreements
        == ()
    )
