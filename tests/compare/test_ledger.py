"""The ledger: what a party says of one matter at several times, and what reports of one day give otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model import Dossier, Stand, Story

Read = Callable[..., Dossier]

PAUSE = (
    {
        "published": "2024-03-01",
        "text": "Talks on the war in Karvonia went on in Oslen on Friday. "
        "The Sereni Front proposed a 60-day pause in the fighting. "
        "Karvonia rejected the pause in the fighting.",
    },
    {
        "published": "2024-03-09",
        "text": "Talks on the war in Karvonia went on in Oslen on Saturday. The Sereni Front demanded a permanent ceasefire. "
        "Karvonia accepted a pause in the fighting, its foreign minister said.",
    },
)
TRAMS = (
    {
        "published": "2024-05-01",
        "text": "Tram drivers in Valdora walked out on Wednesday. "
        "The drivers' union demands a raise of 8 percent, and it rejected the "
        "city's offer of 3 percent.",
    },
    {
        "published": "2024-05-04",
        "text": "Tram drivers in Valdora were still out on Saturday. The drivers' union now demands a raise of 6 percent.",
    },
)
RANSOM = (
    {
        "published": "2024-06-01",
        "text": "Gunmen hold the crew of the ferry Tern off Odrin. "
        "The Reef Brothers demanded a ransom of 2 million crowns for the crew, "
        "the coast guard said.",
    },
    {
        "published": "2024-06-01",
        "text": "The crew of the ferry Tern is held off Odrin. "
        "The Reef Brothers said they had never asked for a ransom for the crew.",
    },
)


def stands(story: Story, party: str, term: str | None) -> list[Stand]:
    names = {a.id: a.name for a in story.actors}
    return [s for s in story.ledger if party in names.get(s.party or "", s.party_text) and s.term == term]


def told(story: Story) -> list[tuple[str, str]]:
    ids = {p.id for p in story.positions}
    return [(f.kind, f.why) for f in story.findings if any(w.id in ids for w in f.readings)]


def test_rejected_then_accepted(dossier: Read) -> None:
    (stand,) = stands(dossier(*PAUSE).stories[0], "Karvonia", None)
    assert [(s.stance, s.change) for s in stand.stages] == [("rejects", ""), ("accepts", "turned")]
    assert [s.when.earliest for s in stand.stages if s.when] == ["2024-03-01", "2024-03-09"]
    assert all(s.spans for s in stand.stages)


def test_first_so_long_then_for_good(dossier: Read) -> None:
    (stand,) = stands(dossier(*PAUSE).stories[0], "Sereni Front", "duration")
    assert [(s.value, s.change) for s in stand.stages] == [("P60D", ""), ("permanent", "other")]


def test_another_count_of_the_same(dossier: Read) -> None:
    (stand,) = stands(dossier(*TRAMS).stories[0], "union", "count")
    assert [(s.text, s.change) for s in stand.stages] == [("8 percent", ""), ("6 percent", "other")]


def test_what_is_said_once_has_no_stand(dossier: Read) -> None:
    assert not dossier(TRAMS[0]).stories[0].ledger


def test_without_dates_no_order_is_told(dossier: Read) -> None:
    texts = [{"text": row["text"].replace("on Friday", "").replace("on Saturday", "")} for row in PAUSE]
    (stand,) = stands(dossier(*texts).stories[0], "Karvonia", None)
    assert [s.change for s in stand.stages] == ["", "open"]


def test_never_asked_for_it(dossier: Read) -> None:
    ((kind, why),) = told(dossier(*RANSOM).stories[0])
    assert kind == "conflict"
    assert "a ransom of 2 million crowns" in why
    assert "asked for a ransom" in why


def test_one_report_that_tells_both_is_no_conflict(dossier: Read) -> None:
    both = (
        "The drivers' union, which had rejected the city's offer of 3 percent, accepted the city's offer of 3 percent."
    )
    rows = [
        {"published": "2024-05-01", "text": f"Tram drivers in Valdora walked out on Wednesday. {t}"}
        for t in (both, both[:-1] + " today.")
    ]
    assert "conflict" not in [kind for kind, _ in told(dossier(*rows).stories[0])]


def test_a_day_later_it_has_changed(dossier: Read) -> None:
    assert [kind for kind, _ in told(dossier(*PAUSE).stories[0])] == ["update"]


def test_other_matters_are_apart(dossier: Read) -> None:
    first = {
        "published": "2024-05-01",
        "text": "Tram drivers walked out on Wednesday. The drivers' union rejected the sale of the depot.",
    }
    other = {
        "published": "2024-05-01",
        "text": "Tram drivers walked out on Wednesday. The drivers' union demanded a sale of old trams.",
    }
    assert told(dossier(first, other).stories[0]) == []


def pair(first: str, second: str) -> list[dict[str, str]]:
    opening = "Talks on the harbour in Valdora went on. "
    return [{"published": "2024-05-01", "text": opening + said} for said in (first, second)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norland called for an early election in the valley.", "Norland ruled out an early election in the valley."),
        ("The rebels agreed to withdraw from the hills.", "The rebels refused to withdraw from the hills."),
        ("The Reef Party demanded a seat in the cabinet.", "The Reef Party denied demanding a seat in the cabinet."),
        ("Mayor Rosa Tull supports the harbour tunnel.", "Mayor Rosa Tull opposes the harbour tunnel."),
    ],
)
def test_reports_of_one_day_that_differ(dossier: Read, first: str, second: str) -> None:
    assert [kind for kind, _ in told(dossier(*pair(first, second)).stories[0])] == ["conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The union rejected a ban on strikes.", "The union demanded a ban on night work."),
        ("Odrin rejects the blockade of the port.", "Odrin demands an end to the blockade of the port."),
        ("The rebels rejected talks in Oslen.", "The rebels demanded talks in Talora with the mayor."),
        ("Norland will sign the treaty only if Odrin leaves the hills.", "Norland refused to sign the treaty."),
        (
            "Lawmakers of the Reef Party rejected the bill on fishing.",
            "Lawmakers of the Tide Party back the bill on fishing.",
        ),
        ("Odrin urged Norland not to scuttle the fishing deal.", "Odrin rejected the fishing deal with Estoria."),
        ("Residents support the new tunnel.", "Residents reject the new toll for the tunnel."),
    ],
)
def test_what_looks_like_a_difference_and_is_none(dossier: Read, first: str, second: str) -> None:
    assert told(dossier(*pair(first, second)).stories[0]) == []
