from __future__ import annotations

import io
import signal
import subprocess

import pytest

from logbook.domain.progress import SILENT
from logbook.errors import Cancelled
from logbook.export import child
from logbook.export.child import Child, ChildFailed, receive, send


class Stop:
    def __call__(self, *_: object) -> None:
        raise Cancelled

    def give_way(self) -> None:
        """Nothing waits."""


def test_one_child_answers_several_questions(conforming, plain):
    with Child() as helper:
        first, data = helper.ask({"job": "clean"}, conforming, SILENT, 60)
        second, none = helper.ask({"job": "clean"}, plain("x"), SILENT, 60)

    assert first["pages"] == [[400.0, 300.0]]
    assert data.startswith(b"%PDF")
    assert second["problem"] == "differs"
    assert none == b""


def test_a_question_that_ends_the_child_fails_and_the_next_one_has_a_new_child(conforming):
    with Child() as helper:
        with pytest.raises(ChildFailed):
            helper.ask({"job": "no such job"}, b"", SILENT, 60)
        answer, _ = helper.ask({"job": "clean"}, conforming, SILENT, 60)

    assert answer["problem"] == ""


def test_a_child_that_takes_too_long_is_given_up(conforming):
    with Child() as helper:
        helper.ask({"job": "clean"}, conforming, SILENT, 60)
        process = helper._process
        with pytest.raises(ChildFailed):
            helper.ask({"job": "validate", "path": "/dev/zero"}, b"", SILENT, 0)

    assert process is not None
    assert process.poll() == -signal.SIGKILL


def test_stop_kills_the_child_at_once(conforming):
    with Child() as helper:
        helper.ask({"job": "clean"}, conforming, SILENT, 60)
        process = helper._process
        with pytest.raises(Cancelled):
            helper.ask({"job": "validate", "path": "/dev/zero"}, b"", Stop(), 60)

    assert process is not None
    assert process.poll() is not None


def test_leaving_ends_the_child(conforming):
    with Child() as helper:
        helper.ask({"job": "clean"}, conforming, SILENT, 60)
        process = helper._process

    assert process is not None
    assert process.poll() is not None


def test_the_command_line_of_the_child_tells_nothing(monkeypatch):
    seen: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: seen.extend([a, k]))
    monkeypatch.setenv("SECRET_OF_A_PERSON", "x")
    child.start_process()

    assert "SECRET_OF_A_PERSON" not in seen[1]["env"]
    assert seen[0][0][1:] == ["-I", "-B", "-m", "logbook.export.child_main"]


def test_a_frozen_program_is_its_own_child(monkeypatch):
    seen: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **_: seen.extend(a))
    monkeypatch.setattr("sys.frozen", True, raising=False)
    child.start_process()

    assert seen[0][1:] == [child.HIDDEN_ARGUMENT]


def test_a_message_is_read_as_it_was_sent():
    pipe = io.BytesIO()
    send(pipe, {"job": "x"}, b"body")
    pipe.seek(0)

    assert receive(pipe) == ({"job": "x"}, b"body")
    assert receive(pipe) is None


@pytest.mark.parametrize(
    "data", [b"\xff" * 12, b"\0\0\0\2" + bytes(8) + b"[]", b"\0\0\0\2" + bytes(7) + b"\5{}ab"]
)
def test_nonsense_from_a_pipe_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one too
        receive(io.BytesIO(data))
