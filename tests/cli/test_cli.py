"""The command as a user runs it: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from floods import folder

COMMAND = [sys.executable, "-m", "variorum"]


def _run(
    *arguments: object, cwd: Path | None = None, stdin: bytes | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        input=stdin,
        env={**os.environ, **env},
    )


def _failed(done: subprocess.CompletedProcess[bytes], code: int, words: str) -> None:
    said = done.stderr.decode()
    assert done.returncode == code, said
    assert words in said
    assert "Traceback" not in said
    assert done.stdout == b""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("reports"), range(4))


@pytest.fixture(scope="module")
def database(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "floods.sqlite"
    done = _run("read", reports, "--db", path)
    assert done.returncode == 0 and done.stdout == b"", done.stderr
    return path


def test_help_is_quick_and_names_the_commands() -> None:
    """Under 0.2 s; of the processor, since a busy machine must not fail the test."""
    taken = []
    for _ in range(4):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = _run("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(taken) < 0.2
    assert all(name in done.stdout.decode() for name in ("read", "show", "schema", "demo", "model"))
    assert _run("read", "-h").returncode == 0


def test_version() -> None:
    assert _run("--version").stdout.startswith(b"variorum ")


def test_the_digest_is_printed_without_other_outputs(reports: Path) -> None:
    done = _run("read", reports)
    assert done.returncode == 0 and b"[1]" in done.stdout
    assert b"4 articles" in done.stderr


def test_quiet_says_nothing_but_the_digest(reports: Path) -> None:
    done = _run("read", reports, "-q")
    assert done.stderr == b"" and done.stdout


def test_json_to_standard_output_is_all_there_is(reports: Path) -> None:
    made = json.loads(_run("read", reports, "--json", "-").stdout)
    assert made["format"] == "variorum/1" and len(made["articles"]) == 4


def test_standard_input_is_read() -> None:
    done = _run("read", "-", "--json", "-", stdin=b"Three people died in a fire in Alderby on Monday, police said.\n")
    assert len(json.loads(done.stdout)["articles"]) == 1


def test_files_are_written_together(reports: Path, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.json", "a.html", "a.md")]
    done = _run("read", reports, "--json", files[0], "--html", files[1], "--markdown", files[2])
    assert done.returncode == 0 and done.stdout == b""
    assert all(file.stat().st_size > 100 for file in files) and len(list(tmp_path.iterdir())) == 3
    assert files[0].stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_two_runs_give_the_same_bytes(reports: Path) -> None:
    one, two = (_run("read", reports, "--json", "-", PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert one == two and one


def test_the_database_has_a_default_name(reports: Path, tmp_path: Path) -> None:
    assert _run("read", reports, "--db", cwd=tmp_path).returncode == 0
    assert (tmp_path / "variorum.sqlite").exists()
    (tmp_path / "variorum.sqlite").unlink()
    assert _run("read", "--db", reports, cwd=tmp_path).returncode == 0  # a folder of reports is no database
    assert (tmp_path / "variorum.sqlite").exists()


def test_show_needs_no_model(database: Path) -> None:
    done = _run("show", database)
    assert done.returncode == 0 and b"[1]" in done.stdout, done.stderr


def test_show_one_story(database: Path) -> None:
    whole = json.loads(_run("show", database, "--json", "-").stdout)
    story = whole["stories"][0]
    for wanted in ("1", story["id"]):
        made = json.loads(_run("show", database, wanted, "--json", "-").stdout)
        assert [one["id"] for one in made["stories"]] == [story["id"]]
        assert [one["id"] for one in made["articles"]] == story["articles"]
    _failed(_run("show", database, "no such words"), 2, "no story 'no such words'")


def test_schema_describes_the_dossier() -> None:
    made = json.loads(_run("schema").stdout)
    assert {"articles", "stories", "problems"} <= set(made["$defs"]["Dossier"]["properties"])


def test_demo_reads_the_reports_that_come_along() -> None:
    done = _run("demo")
    assert done.returncode == 0 and b"[1]" in done.stdout, done.stderr
    assert b"README" not in done.stdout


def test_wrong_calls(reports: Path, tmp_path: Path) -> None:
    _failed(_run("read"), 2, "nothing to read")
    _failed(_run("read", tmp_path / "none.txt"), 2, "none.txt")
    _failed(_run("read", reports, "--colour"), 2, "--colour")
    _failed(_run("raed"), 2, "raed")
    _failed(_run("read", reports, "--published", "Monday"), 2, "'Monday' is not a date")
    _failed(_run("read", reports, "--json", "-", "--html", "-"), 2, "same place")
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_can_be_read_fails_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    _failed(_run("read", tmp_path / "empty.txt"), 1, "empty.txt")


def test_problems_are_listed_and_the_rest_is_read(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = _run("read", reports, tmp_path / "empty.txt", "--json", "-")
    assert done.returncode == 0 and b"1 problem" in done.stderr and b"empty.txt" in done.stderr
    assert len(json.loads(done.stdout)["problems"]) == 1


def test_a_missing_model_names_the_command(reports: Path) -> None:
    _failed(_run("read", reports, "--model", "nothing_like_it"), 1, "nothing_like_it")
    hidden = "import sys, importlib.util as u; f = u.find_spec\n" + (
        "u.find_spec = lambda name, *a: None if 'spacy_en' in name or 'core_web' in name else f(name, *a)\n"
        "from variorum.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", hidden, "read", str(reports)], capture_output=True, check=False)
    _failed(done, 1, "run `variorum model` to fetch it")


@pytest.mark.parametrize("option", ["--json", "--html", "--markdown"])
def test_an_output_that_cannot_be_written_is_told_before_the_run(reports: Path, tmp_path: Path, option: str) -> None:
    wrong = [(tmp_path / "no" / "such", "there is no folder")]
    if option != "--html":  # pages can go to a folder
        wrong.append((tmp_path, "is a folder"))
    for target, why in wrong:
        _failed(_run("read", reports, option, target, "--model", "nothing_like_it"), 1, why)


def test_a_database_that_is_not_ours(reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "birds.sqlite"
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE birds (name TEXT)")
    _failed(_run("read", reports, "--db", path), 1, "of another program")
    _failed(_run("show", path), 1, "of another program")
    _failed(_run("show", tmp_path / "none"), 1, "there is no database")
    _failed(_run("show", sys.executable), 1, "not a database")


def test_a_closed_pipe_ends_quietly(database: Path) -> None:
    shown = subprocess.Popen(
        [*COMMAND, "show", str(database), "--json", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert shown.stdout and shown.stderr
    shown.stdout.close()
    assert shown.stderr.read() == b""
    assert shown.wait() == 0
    shown.stderr.close()


def test_progress_on_a_terminal_only(reports: Path, tmp_path: Path) -> None:
    main, side = pty.openpty()
    run = subprocess.Popen(
        [*COMMAND, "read", str(reports), "--json", str(tmp_path / "o.json")], stderr=side, stdout=side
    )
    os.close(side)
    said = b""
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
    assert run.wait() == 0
    os.close(main)
    assert b"comparing reports" in said and b"4 articles" in said


def test_model_says_that_it_is_there() -> None:
    done = _run("model")
    assert done.returncode == 0 and b"is installed already" in done.stdout
    assert _run("model", "--quiet").stdout == b""


def _kept(path: Path) -> int:
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as link:
            return int(link.execute("SELECT count(*) FROM records").fetchone()[0])
    except sqlite3.Error:
        return 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_stopped_run_is_finished_by_running_again(tmp_path: Path, number: int, code: int) -> None:
    reports = folder(tmp_path / "reports", range(64))
    whole = tmp_path / "whole.json"
    path = tmp_path / "stopped.sqlite"
    arguments = [*COMMAND, "read", str(reports), "--workers", "2", "--db", str(path)]
    run = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while _kept(path) == 0 and run.poll() is None:
        time.sleep(0.02)
    os.kill(run.pid, number)
    _, said = run.communicate()
    assert run.returncode == code and b"Traceback" not in said, said
    if number == signal.SIGINT:
        assert b"the same command goes on from there" in said
        _failed(_run("show", path), 1, "no finished dossier")
    kept = _kept(path)
    assert 0 < kept < 64
    again = _run("read", reports, "--workers", "1", "--db", path, "--json", tmp_path / "again.json")
    assert again.returncode == 0, again.stderr
    assert _run("read", reports, "--workers", "1", "--json", whole).returncode == 0
    assert (tmp_path / "again.json").read_bytes() == whole.read_bytes()
