import gc
import threading
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from logbook.domain.progress import Progress
from logbook.errors import Cancelled, DiskFull
from logbook.ui.jobs import Job, Jobs, State

HANGS_S = 240  # ends a test that hangs, and nothing else


class Many(QObject):
    said = Signal(bool)


def test_a_signal_can_be_emitted_two_thousand_times() -> None:
    heard: list[bool] = []
    many = Many()
    many.said.connect(heard.append)
    for _ in range(2000):
        many.said.emit(True)
    assert heard == [True] * 2000


def test_no_collection_runs_by_itself_while_the_window_lives() -> None:
    assert not gc.isenabled()


def test_a_job_brings_its_result_to_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[object, bool]] = []

    def note(result: object) -> None:
        seen.append((result, QThread.isMainThread()))

    job = jobs.on_vault(lambda: threading.current_thread().name)
    job.done.connect(note)
    with qtbot.waitSignal(job.ended):
        pass
    assert seen == [("vault", True)]


def test_the_vaults_thread_works_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    last = [jobs.on_vault(order.append, number) for number in range(200)][-1]
    with qtbot.waitSignal(last.ended):
        pass
    assert order == list(range(200))


def test_a_failure_comes_back_as_it_was_raised(jobs: Jobs, outcome: Callable[[Job], Any]) -> None:
    def fail() -> None:
        raise DiskFull("no room")

    with pytest.raises(DiskFull, match="no room"):
        outcome(jobs.on_vault(fail))


def test_cancel_raises_in_the_task_and_is_no_failure(jobs: Jobs, qtbot: QtBot) -> None:
    started, cleaned = threading.Event(), threading.Event()

    def long_task(progress: Progress) -> None:
        try:
            while True:
                started.set()
                progress(1, 2)
        finally:
            cleaned.set()

    job = jobs.in_pool(long_task)
    failures: list[object] = []
    job.failed.connect(failures.append)
    assert started.wait(HANGS_S)
    with qtbot.waitSignal(job.stopped):
        job.cancel()
    assert cleaned.is_set()
    assert not failures


def test_work_that_was_cancelled_while_it_waited_never_starts(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    ran: list[int] = []
    jobs.on_vault(gate.wait, HANGS_S)
    waiting = jobs.on_vault(ran.append, 1)
    waiting.cancel()
    with qtbot.waitSignal(waiting.stopped):
        gate.set()
    assert ran == []


def test_the_last_report_of_progress_is_always_told(jobs: Jobs, qtbot: QtBot) -> None:
    counted = threading.Event()

    def busy(progress: Progress) -> None:
        for done in range(10_001):
            progress(done, 10_000, "counting")
        counted.set()

    reports: list[tuple[object, object, str]] = []
    job = jobs.in_pool(busy)
    job.progressed.connect(lambda done, total, doing: reports.append((done, total, doing)))
    assert counted.wait(HANGS_S)  # all of it between two looks, as on a fast machine
    with qtbot.waitSignal(job.ended):
        pass
    assert reports == [(10_000, 10_000, "counting")]


def test_each_look_tells_the_newest_report_once(jobs: Jobs, qtbot: QtBot) -> None:
    steps = [threading.Event() for _ in range(3)]
    told = [threading.Event() for _ in range(3)]

    def busy(progress: Progress) -> None:
        for number, (step, done) in enumerate(zip(steps, told, strict=True)):
            assert step.wait(HANGS_S)
            for part in range(100):
                progress(100 * number + part, 300)
            done.set()

    reports: list[object] = []
    job = jobs.in_pool(busy)
    job.progressed.connect(lambda done, _total, _doing: reports.append(done))
    for step, done in zip(steps, told, strict=True):
        step.set()
        assert done.wait(HANGS_S)
        jobs._timer.timeout.emit()
        jobs._timer.timeout.emit()
    with qtbot.waitSignal(job.ended):
        pass
    assert reports == [99, 199, 299]


def test_long_work_gives_way_to_short_work_on_the_same_thread(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []
    queued = threading.Event()

    def long_task(progress: Progress) -> None:
        order.append("first half")
        assert queued.wait(HANGS_S)
        progress.give_way()
        order.append("second half")

    jobs.on_vault(long_task, long=True)
    jobs.on_vault(order.append, "other long", long=True)
    short = jobs.on_vault(order.append, "short")
    queued.set()
    with qtbot.waitSignal(jobs.idle):
        pass
    assert short.state is State.DONE
    assert order == ["first half", "short", "second half", "other long"]


def test_short_work_never_gives_way(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []
    queued = threading.Event()

    def short_task(progress: Progress) -> None:
        assert queued.wait(HANGS_S)
        progress.give_way()
        order.append("first")

    jobs.on_vault(short_task)
    jobs.on_vault(order.append, "second")
    queued.set()
    with qtbot.waitSignal(jobs.idle):
        pass
    assert order == ["first", "second"]


def test_cancelling_everything_spares_what_must_be_kept(jobs: Jobs, qtbot: QtBot) -> None:
    gate, ran = threading.Event(), []

    def hold(progress: Progress) -> None:
        assert gate.wait(HANGS_S)
        progress(0, 0)

    jobs.on_vault(hold, long=True)
    jobs.on_vault(ran.append, "may go")
    jobs.on_vault(ran.append, "draft", keep=True)
    jobs.cancel_all()
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert ran == ["draft"]


def test_a_receiver_that_dies_does_not_stop_later_news(jobs: Jobs, qtbot: QtBot) -> None:
    class Receiver(QObject):
        def __init__(self, heard: list[object]) -> None:
            super().__init__()
            self.heard = heard

        def hear(self, result: object) -> None:
            self.heard.append(result)

    heard: list[object] = []
    for number in range(50):
        receiver = Receiver(heard)
        job = jobs.in_pool(lambda number=number: number)
        job.done.connect(receiver.hear)
        receiver.deleteLater()
        del receiver
        with qtbot.waitSignal(job.ended):
            pass
    survivor = Receiver(heard)
    job = jobs.in_pool(lambda: "still")
    job.done.connect(survivor.hear)
    with qtbot.waitSignal(job.ended):
        pass
    assert heard[-1] == "still"


def test_cancelled_is_told_even_from_deep_inside(jobs: Jobs, qtbot: QtBot) -> None:
    def deep() -> None:
        try:
            raise Cancelled
        except Exception:  # noqa: BLE001 - what a careless task might write
            return

    job = jobs.in_pool(deep)
    with qtbot.waitSignal(job.stopped):
        pass


def test_an_ended_job_holds_nothing_of_its_work(jobs: Jobs, qtbot: QtBot) -> None:
    class Large:
        """Something that takes room."""

    given = Large()
    made: list[weakref.ref[Large]] = []

    def work(one: Large, progress: Progress) -> Large:
        progress(1, 1)
        made.append(weakref.ref(one))
        return Large()

    job = jobs.in_pool(work, given)
    job.done.connect(lambda result: made.append(weakref.ref(result)))
    with qtbot.waitSignal(job.ended):
        pass
    del given
    qtbot.waitUntil(lambda: [one() for one in made] == [None, None])
    assert job.state is State.DONE
