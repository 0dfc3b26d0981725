"""JSON: the contract, byte for byte the same each time."""

import json as plain

import msgspec
import sample

from variorum.model import Dossier
from variorum.render import json


def test_it_reads_back_as_the_same_dossier() -> None:
    assert msgspec.json.decode(json(sample.SAMPLE), type=Dossier) == sample.SAMPLE


def test_it_is_stable_indented_and_not_escaped() -> None:
    data = json(sample.SAMPLE)
    assert data == json(sample.SAMPLE)
    assert data.startswith(b'{\n "format": "variorum/1"')
    assert data.endswith(b"}\n")
    assert "“We had no time" in data.decode()


def test_every_list_is_written_even_when_empty() -> None:
    assert plain.loads(json(sample.EMPTY)) == {
        "format": "variorum/1",
        "generator": {"version": "0.1.0", "rules": "en-00000000", "model": "none"},
        "articles": [], "stories": [], "problems": [],
    }  # fmt: skip
