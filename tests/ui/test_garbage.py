import gc

import pytest

from logbook.ui.garbage import GarbageCollector


def test_the_collector_switches_the_automatic_one_off_and_gives_it_back() -> None:
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    gc.disable()


def test_it_collects_what_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    collector = GarbageCollector()
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 3, 0))
    monkeypatch.setattr(gc, "collect", collected.append)
    collector.collect()
    monkeypatch.undo()
    collector.stop()
    gc.disable()
    assert collected == [0]


def test_the_oldest_is_looked_through_in_rest_only(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    collector = GarbageCollector()
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 11, 11))
    monkeypatch.setattr(gc, "collect", collected.append)
    for _ in range(30):
        collector.collect()
        collector.work_goes_on()
    at_work = set(collected)
    for _ in range(10):
        collector.collect()
    monkeypatch.undo()
    collector.stop()
    gc.disable()
    assert at_work == {1}
    assert collected[-1] == 2


def test_what_was_built_is_looked_through_no_more_until_it_stops() -> None:
    collector = GarbageCollector()
    kept = [[] for _ in range(10)]
    collector.keep_what_is_there()
    assert gc.get_freeze_count() > len(kept)
    collector.stop()
    gc.disable()
    assert gc.get_freeze_count() == 0
