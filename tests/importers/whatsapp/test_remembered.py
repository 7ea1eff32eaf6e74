"""What is kept of the words of a file is bounded, however many and long they are."""

from __future__ import annotations

from logbook.importers.whatsapp_remembered import NameCounts, Remembered


def test_names_are_counted_while_there_is_room() -> None:
    counts = NameCounts(3)
    for name in ("Ann", "Bob", "Ann", "Cy", "Dan", "Dan", "Bob"):
        counts.note(name, 2)
    assert counts == {"Ann": 4, "Bob": 4, "Cy": 2}
    assert counts["Dan"] == 0


def test_long_names_use_up_the_room_of_many() -> None:
    counts = NameCounts(100)
    for at in range(100):
        counts.note(f"{at:0999}", 1)
    counts.note(f"{0:0999}", 1)
    counts.note("Ann", 5)
    assert sum(map(len, counts)) < 100 * 40
    assert counts[f"{0:0999}"] == 2
    assert counts["Ann"] == 5, "there is room for a short one"


def test_answers_are_forgotten_when_there_are_too_many() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    remembered = Remembered(double, most=3)
    assert [remembered[number] for number in (1, 2, 1, 3, 4, 1)] == [2, 4, 2, 6, 8, 2]
    assert asked == [1, 2, 3, 4, 1]
    assert len(remembered) <= 3
