from pathlib import Path

from logbook.ui.wrong_tries import WrongTries, wait_after_s


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now_s = 5.0

    def __call__(self) -> float:
        return self.now_s


def _book(folder: Path) -> Path:
    folder.mkdir()
    (folder / "vault.hdr").write_bytes(b"a book")
    return folder


def _wrong(tries: WrongTries, folder: Path, times: int = 1) -> None:
    for _ in range(times):
        tries.begin(folder)
        tries.was_wrong(folder)


def test_waiting_grows_and_stops_at_thirty_seconds() -> None:
    assert [wait_after_s(tries) for tries in range(1, 11)] == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert wait_after_s(10_000) == 30


def test_each_book_has_a_wait_of_its_own_that_runs_on(tmp_path: Path) -> None:
    clock = Clock()
    tries = WrongTries(clock)
    first, second = _book(tmp_path / "first"), _book(tmp_path / "second")
    _wrong(tries, first, 5)
    assert (tries.left_s(first), tries.left_s(second)) == (4, 0)
    clock.now_s += 1.5
    assert tries.left_s(first) == 3
    clock.now_s += 60
    assert tries.left_s(first) == 0
    _wrong(tries, first)
    assert tries.left_s(first) == 8, "time alone takes no wrong try back"


def test_another_name_of_the_folder_is_the_same_book(tmp_path: Path) -> None:
    tries = WrongTries(Clock())
    book = _book(tmp_path / "book")
    (tmp_path / "link").symlink_to(book)
    _wrong(tries, book, 3)
    assert tries.left_s(tmp_path / "link") == 1


def test_a_try_that_still_runs_counts_as_wrong(tmp_path: Path) -> None:
    tries = WrongTries(Clock())
    book = _book(tmp_path / "book")
    for _ in range(3):
        tries.begin(book)
    assert tries.left_s(book) == 1


def test_what_failed_for_another_reason_does_not_count(tmp_path: Path) -> None:
    tries = WrongTries(Clock())
    book = _book(tmp_path / "book")
    for _ in range(5):
        tries.begin(book)
        tries.was_not(book)
    assert tries.left_s(book) == 0
