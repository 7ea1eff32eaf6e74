"""A real second process takes the place of a first one; nothing of it is on a disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from logbook.ui import relaunch
from logbook.ui.relaunch import Handover

NEXT = (
    "import os,sys; from logbook.ui.relaunch import take_handover as t; h=t();"
    "print(os.getpid(), h.folder, h.locked_at, h.page, h.place, h.geometry, h.scale);"
    "print('LOGBOOK_HANDOVER' in os.environ, repr(sys.stdin.read()), t() == type(h)())"
)
FIRST = f"""
import os, sys
from logbook.ui.relaunch import Handover, replace_process
print(os.getpid(), flush=True)
handover = Handover(folder={{folder!r}}, locked_at="14:06", page="timeline",
                    place={{{{"entry": 7}}}}, geometry=(1, 2, 1280, 800), scale=1.5)
replace_process(handover, [sys.executable, "-c", {NEXT!r}])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts a second process instead")
def test_the_next_process_has_the_same_number_and_knows_where_the_person_was(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "ключ 鍵"
    run = subprocess.run(
        [sys.executable, "-c", FIRST.format(folder=str(folder))],
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
    )
    first, second, third = run.stdout.splitlines()
    assert second == f"{first} {folder} 14:06 timeline {{'entry': 7}} (1, 2, 1280, 800) 1.5"
    assert third == "False '' True"
    assert list(tmp_path.iterdir()) == [], "the handover never touches the disk"


def test_without_a_process_before_there_is_nothing_to_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOGBOOK_HANDOVER", raising=False)
    assert relaunch.take_handover() == Handover()


@pytest.mark.parametrize(
    "untrusted", ["", "nonsense", "[]", '{"unknown": 1}', '{"geometry": 5}', "x" * 40_000]
)
def test_a_forged_handover_is_an_empty_one(untrusted: str) -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from logbook.ui.relaunch import *; print(take_handover() == Handover())",
        ],
        input=untrusted,
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
        env={**os.environ, "LOGBOOK_HANDOVER": "1"},
    )
    assert run.stdout.strip() == "True", run.stderr


def test_a_place_too_long_for_a_pipe_is_left_out_rather_than_blocking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(
        relaunch, "_become_next", lambda _line, _environment, data: sent.append(data)
    )
    monkeypatch.setattr(
        relaunch, "_start_next", lambda _line, _environment, data: sent.append(data)
    )
    relaunch.replace_process(Handover(folder="/book", place={"words": "x" * 100_000}))
    assert len(sent[0]) < 1000
    assert b"/book" in sent[0]
