"""What is ticked, counted and printed, on small chats and on any that hypothesis thinks of."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from logbook.tasks.message_choice import Choice, arranged
from logbook.tasks.message_lines import Line

START = datetime(2026, 11, 4, 21, 10)


def _line(at: int, minutes: int, chat: int = 0) -> Line:
    local = (START + timedelta(minutes=minutes)).isoformat(timespec="seconds")
    return Line(at * 2, chat, f"sender {chat}", False, local, f"words {at}", ())


def _choice(*lines: Line) -> Choice:
    return Choice(arranged(lines))


def test_each_day_makes_one_entry_and_a_silence_parts_exchanges() -> None:
    day = 24 * 60
    choice = _choice(_line(0, 0), _line(1, 5), _line(2, 8 * 60), _line(3, day), _line(4, day + 1))
    choice.tick(range(5), on=True)
    assert [group.messages for group in choice.groups(9)] == [2, 3]  # 21:10, then past midnight
    choice.divide(by_day=False)
    assert [group.messages for group in choice.groups(9)] == [2, 1, 2]
    assert choice.groups(1)[0].local == "2026-11-04T21:10:00"


def test_an_exchange_without_a_silence_ends_after_a_day() -> None:
    choice = _choice(*(_line(at, at * 300) for at in range(12)))  # every five hours
    choice.divide(by_day=False)
    choice.tick(range(12), on=True)
    assert [group.messages for group in choice.groups(9)] == [5, 5, 2]


def test_conversations_that_alternate_in_the_file_stay_apart() -> None:
    choice = _choice(*(_line(at, at, chat=at % 2) for at in range(6)))
    choice.tick(range(6), on=True)
    assert choice.group_count == 2
    assert choice.printed() == [[0, 4, 8], [2, 6, 10]]


def test_context_stands_beside_a_ticked_message_in_its_own_conversation() -> None:
    choice = _choice(*(_line(at, at, chat=at % 2) for at in range(6)))
    choice.tick([2], on=True)
    assert [choice.is_context(place) for place in range(6)] == [
        True,
        False,
        False,
        False,
        True,
        False,
    ]
    assert choice.printed() == [[0, 4, 8]]
    choice.around = 0
    assert choice.printed() == [[4]]
    assert not choice.is_context(0)


def test_messages_without_a_date_make_entries_too() -> None:
    lines = [_line(at, at)._replace(local="") for at in range(3)]
    choice = _choice(*lines)
    choice.tick([0, 2], on=True)
    assert [group.local for group in choice.groups(9)] == [""]
    choice.divide(by_day=False)
    assert choice.count == 2


def test_a_copy_does_not_follow_later_ticks() -> None:
    choice = _choice(*(_line(at, at) for at in range(4)))
    choice.tick([1], on=True)
    copy = choice.copy()
    choice.tick([3], on=True)
    assert copy.count == 1
    assert copy.printed() == [[0, 2, 4]]


def test_nothing_can_be_chosen_of_nothing() -> None:
    choice = _choice()
    choice.divide(by_day=False)
    assert (choice.count, choice.group_count, choice.groups(3), choice.printed()) == (0, 0, [], [])


@given(
    gaps=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 2)), min_size=1, max_size=40),
    ticks=st.lists(st.tuples(st.sets(st.integers(0, 39)), st.booleans()), max_size=8),
    by_day=st.booleans(),
    around=st.integers(0, 3),
)
def test_counts_that_are_kept_are_those_that_would_be_counted(
    *,
    gaps: list[tuple[int, int]],
    ticks: list[tuple[set[int], bool]],
    by_day: bool,
    around: int,
) -> None:
    minutes = 0
    lines = []
    for at, (gap, chat) in enumerate(gaps):
        minutes += gap
        lines.append(_line(at, minutes, chat))
    choice = _choice(*lines)
    choice.around = around
    choice.divide(by_day=by_day)
    wanted: set[int] = set()
    for places, on in ticks:
        inside = {place for place in places if place < len(lines)}
        choice.tick(inside, on=on)
        wanted = wanted | inside if on else wanted - inside
    groups = choice.groups(100)
    assert choice.count == len(wanted) == sum(group.messages for group in groups)
    assert choice.group_count == len(groups) == len(choice.printed())
    printed = {order for group in choice.printed() for order in group}
    shown = wanted | {place for place in range(len(lines)) if choice.is_context(place)}
    assert printed == {lines[place].order_index for place in shown}
    for group in choice.printed():
        assert len({lines[order // 2].conversation for order in group}) == 1
