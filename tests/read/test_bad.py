"""Bad input: each is one clear problem, and never stops the rest."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from reading import Read, reader

from variorum.errors import UsageError
from variorum.model import Article, Problem
from variorum.read import sources
from variorum.settings import Settings

GOOD = "Nine people died when a ferry sank off Port Sellin on Friday, and the search for the missing went on."


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


def error(found: list[Article | Problem]) -> str:
    assert len(found) == 1 and isinstance(found[0], Problem), found
    assert found[0].source
    return found[0].error


def test_nothing_given() -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        sources([], settings=Settings())


def test_missing_path() -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: nowhere\.txt"):
        sources(["nowhere.txt"], settings=Settings())


def test_pattern_without_match(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file matches the pattern"):
        sources([str(tmp_path / "*.txt")], settings=Settings())


def test_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no file to read"):
        sources([str(tmp_path)], settings=Settings())


def test_empty_folder_among_others_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(GOOD)
    found = list(sources([str(tmp_path / "empty"), str(tmp_path / "a.txt")], settings=Settings()))
    assert [type(one) for one in found] == [Problem, Article]


def test_standard_input_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="standard input"):
        sources(["-"], settings=Settings())


def test_published_that_is_no_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    with pytest.raises(UsageError, match="'soon' is not a date"):
        sources([str(tmp_path)], settings=Settings(published="soon"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t\n ", "nothing but blanks"),
        ("a.html", b"", "the file is empty"),
        ("a.json", b"", "the file is empty"),
        ("a.jsonl", b"", "the file is empty"),
        ("a.csv", b"", "the file is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "a PNG image, not text"),
        ("a.txt", b"%PDF-1.7\n" + bytes(range(256)), "a PDF document, not text"),
        ("a.txt", bytes(range(256)) * 20, "binary data, not text"),
        ("a.html", b"\xff\xd8\xff\xe0" + bytes(range(256)), "a JPEG image, not text"),
        (
            "a.html",
            b"<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav></body></html>",
            "no article text in this page",
        ),
        ("a.html", b"<html>", "no article text in this page"),
        ("a.json", b'{"name": "x", "size": 3}', "no article: no field text"),
        ("a.json", b"[1, 2, 3]", "this JSON holds no article"),
        ("a.json", b'{"text": ', "this is not JSON"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'{"text": "  "}', "text is empty"),
        ("a.csv", b"id;city\n1;Tarn\n", "the columns are id, city"),
        ("a.zip", b"PK\x05\x06" + bytes(18), "holds no records"),
        ("a.html", b"<html><body>" + b"<div>" * 50_000 + b"Fire</div>", "no article text"),
        ("a.zip", b"no archive at all", "zip archive cannot be opened"),
    ],
)
def test_a_bad_file_is_one_problem(read: Read, name: str, data: bytes, said: str) -> None:
    assert said in error(read(name, data))


def test_a_text_of_50_mb_in_one_line(read: Read) -> None:
    began = time.monotonic()
    said = error(read("a.txt", b"word " * (10 * 2**20)))
    assert "52,428,800 characters" in said or "52,428,799" in said
    assert time.monotonic() - began < 30


def test_a_file_beyond_the_bound(read: Read) -> None:
    assert "more than 1,000 bytes" in error(read("a.txt", b"x" * 1001, largest=1000))


def test_a_word_is_read(read: Read) -> None:
    found = read("a.txt", "Fire")
    assert found[0].text == "Fire" and found[0].language is None


def test_a_bad_line_does_not_stop_the_next(read: Read) -> None:
    lines = [
        json.dumps({"id": "a", "text": GOOD}),
        "{broken",
        "[]",
        "",
        json.dumps({"text": GOOD + " Again."}),
        '{"x": 1}',
    ]
    found = read("a.jsonl", "\n".join(lines))
    assert [(type(one).__name__, one.source.rpartition("/")[2]) for one in found] == [
        ("Article", "a.jsonl#a"),
        ("Problem", "a.jsonl:2"),
        ("Problem", "a.jsonl:3"),
        ("Article", "a.jsonl:5"),
        ("Problem", "a.jsonl:6"),
    ]


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_zip_members_that_climb_out_are_refused(read: Read) -> None:
    data = packed(
        {
            "../up.txt": b"x",
            "/root.txt": b"x",
            "a/../../b.txt": b"x",
            "C:/x.txt": b"x",
            "..\\up.txt": b"x",
            "fine.txt": GOOD.encode(),
        }
    )
    found = read("a.zip", data)
    assert [type(one).__name__ for one in found].count("Article") == 1
    assert sum("leads out of the archive" in one.error for one in found if isinstance(one, Problem)) == 5


def test_zip_bombs_are_refused(read: Read) -> None:
    data = packed({"bomb.txt": b"0" * (50 * 2**20), "inner.zip": packed({"a.txt": b"x"}), "fine.txt": GOOD.encode()})
    found = read("a.zip", data)
    said = " ".join(one.error for one in found if isinstance(one, Problem))
    assert "which no text does" in said and "archive within an archive" in said
    assert [one.text for one in found if isinstance(one, Article)] == [GOOD]


def test_zip_that_expands_without_end_is_cut(read: Read) -> None:
    data = packed({f"{i:03}.txt": (str(i) * 900).encode() for i in range(100)})
    found = read("a.zip", data, largest=3000)
    assert isinstance(found[-1], Problem) and "expands beyond 48,000 bytes" in found[-1].error
    assert sum(isinstance(one, Article) for one in found) < 60


def test_zip_member_that_lies_about_its_size(read: Read) -> None:
    data = bytearray(packed({"a.txt": GOOD.encode() * 50}))
    data[data.index(b"PK\x01\x02") + 24] = 5  # the size in the central directory
    found = read("a.zip", bytes(data))
    assert len(found) == 1 and isinstance(found[0], Problem)


def test_encrypted_zip(read: Read) -> None:
    data = bytearray(packed({"a.txt": GOOD.encode()}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in error(read("a.zip", bytes(data)))


def test_other_kinds_are_counted_in_one_line(tmp_path: Path) -> None:
    for name in ("a.png", "b.png", "c.css", ".hidden.txt", "2.txt", "10.txt"):
        (tmp_path / name).write_text(GOOD + name)
    found = list(sources([str(tmp_path)], settings=Settings()))
    assert [Path(one.source).name for one in found[:2]] == ["2.txt", "10.txt"]
    assert isinstance(found[2], Problem) and found[2].error == "3 files of other kinds skipped: .png, .css"
