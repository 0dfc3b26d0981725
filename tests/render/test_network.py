"""Who met whom: the graph and the table of people by people."""

import re
from itertools import pairwise

import msgspec
import sample

from variorum.model import Event, Participant
from variorum.render import html, terminal
from variorum.render.network import MOST, graph, matrix, network

NAMES = {"a": "Ana Brandt", "b": "Bo Lindh", "c": "Cai Moen", "x": "Oster"}


def meeting(name: str, *who: str, status: str = "held", place: str | None = None) -> Event:
    sides = tuple(Participant(actor=one, text=one, spans=(sample.at("b", "meet"),)) for one in who)
    return msgspec.structs.replace(
        sample.EVENTS[1], id=name, participants=sides, status=status, places=(place,) if place else ()
    )


def test_each_pair_has_its_meetings_and_a_place_meets_nobody() -> None:
    net = network([meeting("m1", "a", "b", "x", place="x"), meeting("m2", "a", "b", "c")], NAMES)
    pairs = {frozenset((net.names[n], net.names[m])): many for (n, m), many in net.pairs.items()}
    assert pairs[frozenset(("Ana Brandt", "Bo Lindh"))] == ("m1", "m2")
    assert pairs[frozenset(("Ana Brandt", "Cai Moen"))] == ("m2",)
    assert "Oster" not in net.names


def test_who_are_only_to_meet_are_told_apart() -> None:
    net = network([meeting("m1", "a", "b"), meeting("m2", "b", "c", status="planned")], NAMES)
    planned = {frozenset((net.names[n], net.names[m])) for n, m in net.planned}
    assert planned == {frozenset(("Bo Lindh", "Cai Moen"))}
    assert graph(net).count("stroke-dasharray") == 1


def test_the_drawing_does_not_depend_on_the_order_of_participants() -> None:
    one = network([meeting("m1", "a", "b", "c"), meeting("m2", "c", "b")], NAMES)
    two = network([meeting("m1", "c", "b", "a"), meeting("m2", "b", "c")], NAMES)
    assert graph(one) == graph(two)
    assert matrix(one, str) == matrix(two, str)


def test_a_cell_says_how_often_and_leads_to_the_most_reported_meeting() -> None:
    cells = re.findall(
        r'<a href="([^"]+)"[^>]*>(\d+)</a>', matrix(network([meeting("m1", "a", "b")], NAMES), str.upper)
    )
    assert cells == [("M1", "1"), ("M1", "1")]


def test_of_many_people_those_who_meet_most_are_drawn_and_labels_keep_apart() -> None:
    names = {f"p{n:02}": f"Person {n:02}" for n in range(40)}
    many = [meeting(f"m{n}", f"p{n:02}", f"p{n + 1:02}") for n in range(39)] + [meeting("m99", "p38", "p39")]
    net = network(many, names)
    assert len(net.names) == MOST
    assert net.left_out == 40 - MOST
    assert "Person 38" in net.names
    spots = re.findall(r'class="said" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)"', graph(net))
    for side in ("start", "end"):
        heights = sorted(float(y) for _, y, anchor in spots if anchor == side)
        assert all(b - a > 14 for a, b in pairwise(heights))


def test_nobody_or_two_need_no_drawing() -> None:
    assert graph(network([], NAMES)) == ""
    assert graph(network([meeting("m1", "a", "b")], NAMES)) == ""


def test_the_page_links_cells_to_the_list_and_the_terminal_has_the_list_alone() -> None:
    other = msgspec.structs.replace(sample.ACTORS[0], id="p9", name="Theo Brand")
    events = (*sample.EVENTS, meeting("m1", "p1", "p2", "p9"))
    story = msgspec.structs.replace(sample.FERRIES, actors=(*sample.ACTORS, other), events=events)
    dossier = msgspec.structs.replace(sample.ONE, stories=(story,))
    page = html(dossier)
    links = re.findall(r'<a href="#(s1-meetings-met\d+|s1-met\d+)"', page)
    assert links
    assert all(f'id="{link}"' in page for link in links)
    assert "Theo Brand" in terminal(dossier)
