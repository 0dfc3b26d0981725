"""A result is written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum.cli import output
from variorum.errors import OutputError
from variorum.model import Dossier

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "examples").glob("*/*.txt"))]


def test_the_old_file_stays_whole_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"a\.json cannot be written: no space left on device; the old file"):
        output.put(str(path), b"new")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A disk of 64 kB."""
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", tmp_path], check=False).returncode
    ):
        pytest.skip("mounting a small disk needs root")
    return tmp_path


def test_a_disk_that_is_really_full(small: Path) -> None:
    path = small / "a.json"
    path.write_bytes(b"old")
    try:
        with pytest.raises(OutputError, match="no space left"):
            output.put(str(path), b"x" * 200_000)
        assert path.read_bytes() == b"old" and list(small.iterdir()) == [path]
    finally:
        subprocess.run(["umount", small], check=True)


def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    output.put(str(link), b"new")
    assert link.is_symlink() and real.read_bytes() == b"new" and real.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    output.put("/dev/null", b"gone")
    assert not Path("/dev/null").is_file()
    with pytest.raises(OutputError, match="no space left"):
        output.put("/dev/full", b"x" * 100_000)


def test_a_folder_gets_a_page_for_each_story(tmp_path: Path, dossier: Callable[..., Dossier]) -> None:
    made = dossier(*TEXTS)
    assert len(made.stories) == 2
    (tmp_path / "story-3.html").write_text('<meta name="generator" content="Variorum 0">', encoding="utf-8")
    (tmp_path / "story-of-mine.html").write_text("kept", encoding="utf-8")
    given = output.Outputs(html=f"{tmp_path}/")
    given.check()
    given.write(made)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "index.html",
        "story-1.html",
        "story-2.html",
        "story-of-mine.html",
    ]
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    for number, story in enumerate(made.stories, 1):
        assert f'href="story-{number}.html">{story.title}</a>' in index
        page = (tmp_path / f"story-{number}.html").read_text(encoding="utf-8")
        assert page.count('id="s1"') == 1 and 'href="index.html"' in page


def test_a_folder_that_is_not_there_is_made(tmp_path: Path, dossier: Callable[..., Dossier]) -> None:
    given = output.Outputs(html=f"{tmp_path}/new/")
    given.check()
    given.write(dossier(TEXTS[0]))
    assert {p.name for p in (tmp_path / "new").iterdir()} == {"index.html", "story-1.html"}
    with pytest.raises(OutputError, match="there is no folder"):
        output.Outputs(html=f"{tmp_path}/no/such/").check()
