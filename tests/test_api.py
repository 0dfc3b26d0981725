"""The public interface: all names are there, and importing it costs next to nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from floods import folder

import variorum

HEAVY = ("spacy", "sqlalchemy", "rich", "click", "msgspec", "trafilatura", "numpy")


def test_every_public_name_is_there_and_documented() -> None:
    assert len(set(variorum.__all__)) == len(variorum.__all__)
    for name in variorum.__all__:
        value = getattr(variorum, name)
        if name != "__version__":
            assert value.__doc__, name
    assert set(variorum.__all__) <= set(dir(variorum))


def test_the_three_lines_of_the_readme(tmp_path: Path) -> None:
    paths = sorted(folder(tmp_path, range(2)).iterdir())
    dossier = variorum.read(paths)
    assert dossier.stories[0].figures is not None
    assert isinstance(dossier, variorum.Dossier)


def test_read_stays_the_function_when_the_stage_is_imported() -> None:
    import variorum.read
    from variorum.read import sources

    assert callable(variorum.read) and callable(sources)
    assert variorum.read.__module__ == "variorum.run"


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(variorum, "nothing_like_it")


def _python(code: str, *, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=cwd)


def test_importing_loads_nothing_heavy() -> None:
    done = _python(f"import sys, variorum; print([m for m in {HEAVY} if m in sys.modules])")
    assert done.stdout.strip() == "[]", done.stderr


def test_the_command_line_loads_only_click() -> None:
    done = _python(f"import sys, variorum.cli; print([m for m in {HEAVY} if m in sys.modules])")
    assert done.stdout.strip() == "['click']", done.stderr


def test_a_script_without_a_guard_can_read_with_workers(tmp_path: Path) -> None:
    folder(tmp_path / "in", range(3))
    script = tmp_path / "script.py"
    script.write_text(
        "import variorum\n"
        f"d = variorum.read([{str(tmp_path / 'in')!r}], settings=variorum.Settings(workers=2, batch=1))\n"
        "print(len(d.articles))\n"
    )
    (tmp_path / "random.py").write_text("raise SystemExit('a file of the user was imported')\n")
    done = subprocess.run(
        [sys.executable, "-P", str(script)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.stdout, done.returncode) == ("3\n", 0), done.stderr
