"""Tests of the decoding child: its limits, its death, its reuse."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from logbook.domain.progress import Silent
from logbook.errors import Cancelled, DecoderMissing
from logbook.media import child, wire

Encode = Callable[..., bytes]


class FakeFile(io.BytesIO):
    """Counts what is read."""

    served = 0

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self.served += len(data)
        return data


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], child.Child]]:
    """Start a child whose decoder was taken over: it runs the given lines instead."""
    started: list[child.Child] = []

    def start(lines: str) -> child.Child:
        program = textwrap.dedent("""
            import os, sys, time
            from logbook.media import child_main, wire
            child_main._load_what_comes_late()
            child_main._give_up_rights()
            inward, outward = sys.stdin.buffer, sys.stdout.buffer
            wire.send(outward, {"ready": True})
            order = wire.receive(inward)
        """) + textwrap.dedent(lines)
        monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-I", "-c", program])
        found = child.Child()
        started.append(found)
        found.wait_until_ready()
        return found

    yield start
    for found in started:
        found.end()


def job(name: str = "picture", size: int = 10, limit_s: float = 60.0) -> child.Job:
    return child.Job(name, size, {"media_type": "image/png"}, limit_s)


def test_one_child_serves_several_files_in_sequence(photo: Image.Image, encoded: Encode) -> None:
    first, second = encoded(photo, "PNG"), encoded(photo, "JPEG")
    with child.CHILDREN.borrow() as worker:
        for data in (first, second):
            answer = worker.run(job(size=len(data)), io.BytesIO(data))
            assert answer.untrusted_fields["width"] == 96
        assert worker.usable
    with child.CHILDREN.borrow() as again:
        assert again is worker


def test_a_child_that_rested_for_long_is_ended_and_the_next_file_starts_another() -> None:
    now_s = 100.0
    children = child.Children(rest_s=30.0, clock=lambda: now_s)
    try:
        with children.borrow() as first, children.borrow() as second:
            pass  # the second is given back first
        now_s = 120.0
        with children.borrow() as again:
            assert again is first
        now_s = 131.0
        children.end_rested()
        assert (first.is_alive(), second.is_alive()) == (True, False)
        now_s = 150.0
        children.end_rested()
        assert not first.is_alive()
        with children.borrow() as new:
            assert new not in {first, second}
            assert new.is_alive()
    finally:
        children.end_all()


def test_somebody_comes_to_end_a_child_that_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = threading.Event()
    end = child.Child.end

    def ends(worker: child.Child) -> None:
        end(worker)
        gone.set()

    monkeypatch.setattr(child.Child, "end", ends)
    children = child.Children(rest_s=0.0)
    with children.borrow() as worker:
        assert not gone.is_set()
    assert gone.wait(60)
    assert not worker.is_alive()


def test_a_child_at_work_is_not_ended_however_long_it_takes() -> None:
    now_s = 0.0
    children = child.Children(rest_s=30.0, clock=lambda: now_s)
    try:
        with children.borrow() as worker:
            now_s = 1000.0
            children.end_rested()
            assert worker.is_alive()
        children.end_rested()
        assert worker.is_alive(), "its rest begins when it is given back"
    finally:
        children.end_all()


def test_a_child_that_died_while_idle_is_replaced(photo: Image.Image, encoded: Encode) -> None:
    with child.CHILDREN.borrow() as worker:
        pass
    worker._process.kill()
    worker._process.wait()
    data = encoded(photo, "PNG")
    assert not child.run(job(size=len(data)), io.BytesIO(data)).problem


def test_ending_all_leaves_no_process_behind() -> None:
    with child.CHILDREN.borrow() as worker:
        pass
    child.end_all()
    assert not worker.is_alive()


def test_ending_all_ends_one_that_works_too(hostile: Callable[[str], child.Child]) -> None:
    worker = hostile("time.sleep(600)")
    child.CHILDREN._idle.append(worker)
    answers: list[child.Answer] = []
    waiting = threading.Thread(
        target=lambda: answers.append(child.run(job("picture"), io.BytesIO(b"x")))
    )
    waiting.start()
    while not child.CHILDREN._working:
        waiting.join(0.01)
    child.end_all()
    waiting.join(240)
    assert [answer.problem for answer in answers] == ["broken"]
    assert not worker.is_alive()
    assert not child.CHILDREN._working


def test_an_order_the_child_does_not_know_ends_it_and_nothing_else() -> None:
    with child.CHILDREN.borrow() as worker:
        assert worker.run(job("no such job"), io.BytesIO(b"x")).problem == "broken"
        assert not worker.usable
        assert not worker.is_alive()


def test_stop_ends_the_child_at_once() -> None:
    class Stopping(Silent):
        def __call__(self, *_: object) -> None:
            raise Cancelled

    with child.CHILDREN.borrow() as worker:
        with pytest.raises(Cancelled):
            worker.run(job(), io.BytesIO(b"0123456789"), Stopping())
        assert not worker.is_alive()


def test_an_error_of_the_file_itself_passes_through() -> None:
    class Unplugged(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError("stick removed")

    with child.CHILDREN.borrow() as worker:
        with pytest.raises(OSError, match="stick removed"):
            worker.run(job(), Unplugged(b"0123456789"))
        assert not worker.is_alive()


def test_a_child_that_cannot_start_is_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", "pass"])
    started = child.Child()
    with pytest.raises(DecoderMissing):
        started.wait_until_ready()


def test_a_child_that_hangs_is_killed_when_its_time_is_over(
    hostile: Callable[[str], child.Child],
) -> None:
    worker = hostile("time.sleep(600)")
    assert worker.run(job(limit_s=0.3), io.BytesIO(b"x")).problem == "too_large"
    assert not worker.is_alive()


def test_a_child_that_stops_reading_does_not_block_us(
    hostile: Callable[[str], child.Child],
) -> None:
    worker = hostile("""
        while True:
            wire.send(outward, {"read": [0, wire.READ_BYTES]})
    """)
    size = 10 * wire.READ_BYTES
    answer = worker.run(job(size=size, limit_s=1.0), io.BytesIO(bytes(size)))
    assert answer.problem in {"broken", "too_large"}


@pytest.mark.parametrize(
    "wish",
    ["[-1, 5]", "[0, 1 << 40]", "[11, 1]", "['a', 1]", "[0]", "None", "[0, 1, 2]", "[0.5, 1]"],
)
def test_a_wish_outside_of_the_file_is_refused(
    wish: str, hostile: Callable[[str], child.Child]
) -> None:
    worker = hostile(f"wire.send(outward, {{'read': {wish}}}); time.sleep(600)")
    assert worker.run(job(), io.BytesIO(b"0123456789")).problem == "broken"


def test_a_flood_of_results_is_cut_off(
    hostile: Callable[[str], child.Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "MAX_BODY_BYTES", 1 << 20)
    worker = hostile("""
        while True:
            wire.send(outward, {"part": "print_copy"}, bytes(1 << 19))
    """)
    answer = worker.run(job(), io.BytesIO(b"x"))
    assert answer.problem == "broken"
    assert not answer.untrusted_parts


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")
@pytest.mark.parametrize(
    ("attempt", "fails_with"),
    [
        ("open('/etc/passwd')", "OSError"),
        ("open('left-behind', 'w')", "OSError"),
        ("__import__('socket').socket()", "OSError"),
        ("bytearray(1 << 30)", "MemoryError"),
        ("os.listdir('/')", "OSError"),
    ],
)
def test_a_child_can_neither_open_nor_write_nor_connect_nor_eat_memory(
    attempt: str, fails_with: str, hostile: Callable[[str], child.Child]
) -> None:
    worker = hostile(f"""
        try:
            {attempt}
            outcome = "worked"
        except Exception as error:
            outcome = next(
                name for name in ("MemoryError", "OSError", "Exception")
                if isinstance(error, getattr(__import__("builtins"), name))
            )
        wire.send(outward, {{"done": {{"outcome": outcome}}}})
        time.sleep(600)
    """)
    assert worker.run(job(), io.BytesIO(b"x")).untrusted_fields == {"outcome": fails_with}


@pytest.mark.skipif(sys.platform != "linux", reason="process numbers of Linux")
def test_what_a_child_started_ends_with_it(hostile: Callable[[str], child.Child]) -> None:
    worker = hostile("""
        try:
            started = os.fork()
        except OSError:  # without root's rights it cannot even do that
            started = 0
        else:
            if not started:
                time.sleep(600)
        wire.send(outward, {"done": {"started": started}})
        time.sleep(600)
    """)
    started = worker.run(job(), io.BytesIO(b"x")).untrusted_fields["started"]
    worker.end()
    assert not started or _is_gone_soon(started)


def test_a_child_knows_nothing_of_the_desk(
    hostile: Callable[[str], child.Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGBOOK_SECRET", "canary")
    worker = hostile("""
        wire.send(outward, {"done": {"env": sorted(os.environ), "cwd": os.getcwd()}})
        time.sleep(600)
    """)
    fields = worker.run(job(), io.BytesIO(b"x")).untrusted_fields
    assert "LOGBOOK_SECRET" not in fields["env"]
    assert "HOME" not in fields["env"]
    assert fields["cwd"] == Path(sys.executable).anchor


def test_a_child_ends_when_the_program_is_gone() -> None:
    program = (
        "import os; from logbook.media import child; c = child.Child(); c.wait_until_ready();"
        "print(c._process.pid, flush=True); os._exit(1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, check=False, timeout=120
    )
    orphan = int(done.stdout)
    assert _is_gone_soon(orphan)


def _is_gone_soon(pid: int) -> bool:
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        if _is_gone(pid):
            return True
        os.sched_yield()
    return False


def _is_gone(pid: int) -> bool:
    """Ended, also when nobody has waited for it (no init in a container)."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return True
    return status.rsplit(")", 1)[1].split()[0] == "Z"


def test_a_long_video_is_probed_and_not_read(movie: Callable[..., bytes]) -> None:
    data = FakeFile(movie(media=8 << 20))
    size = len(data.getvalue())
    answer = child.run(child.Job("iso_media", size), data)
    assert answer.untrusted_fields["duration_s"] == 61.5
    assert data.served < size // 4
