from logbook.ui.idle import WARN_S, IdleLock, clock_with_sleep


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _lock(clock: Clock) -> tuple[IdleLock, list[int], list[bool]]:
    lock = IdleLock(2, clock)
    left: list[int] = []
    expired: list[bool] = []
    lock.left.connect(left.append)
    lock.expired.connect(lambda: expired.append(True))
    return lock, left, expired


def test_the_book_locks_after_two_minutes_without_activity() -> None:
    clock = Clock()
    lock, left, expired = _lock(clock)
    clock.now = 109.0
    lock.look()
    assert not left
    clock.now = 115.0
    lock.look()
    assert left == [6]
    clock.now = 120.0
    lock.look()
    assert expired == [True]
    assert left == [6, 0]


def test_any_key_ends_the_warning_and_starts_over() -> None:
    clock = Clock()
    lock, left, expired = _lock(clock)
    clock.now = 112.0
    lock.look()
    lock.activity()
    assert left[-1] > WARN_S
    clock.now = 200.0
    lock.look()
    assert not expired


def test_a_computer_that_slept_longer_locks_at_once() -> None:
    clock = Clock()
    lock, _, expired = _lock(clock)
    clock.now = 3_600.0
    lock.look()
    assert expired == [True]


def test_the_time_can_be_changed() -> None:
    clock = Clock()
    lock, _, expired = _lock(clock)
    lock.set_after(15)
    clock.now = 600.0
    lock.look()
    assert not expired


def test_the_clock_only_goes_forward() -> None:
    first = clock_with_sleep()
    assert clock_with_sleep() >= first
