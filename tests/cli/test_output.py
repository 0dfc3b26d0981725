"""A result is written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from variorum.cli import output
from variorum.errors import OutputError


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
