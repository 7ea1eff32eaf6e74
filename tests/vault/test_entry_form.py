"""What a person says comes back exactly as it was said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.entry import AuthorityReport, EntryText, Kind
from logbook.domain.ids import EvidenceId, MessageId, PersonId
from logbook.domain.moment import Moment, Precision
from logbook.errors import DatabaseDamaged
from logbook.vault.entry_form import cleaned, from_fields, to_fields

ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "UTC"]

# Every character there is, half surrogate pairs, right-to-left marks and NUL included.
anything = st.text(st.characters(), max_size=40)
numbers = st.lists(st.integers(1, 2**47), max_size=4, unique=True)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    zone = draw(st.sampled_from(ZONES))
    latest = datetime(9990, 1, 1)
    start = draw(st.datetimes(max_value=latest, timezones=st.just(ZoneInfo(zone))))
    precision = draw(st.sampled_from(Precision))
    raw = draw(anything)
    if precision is Precision.UNKNOWN:
        return Moment(precision, start if draw(st.booleans()) else None, zone=zone, raw=raw)
    end = None
    if precision is Precision.BETWEEN:
        end = start + timedelta(days=draw(st.integers(2, 400)))
    about = draw(st.integers(0, 600)) if precision is Precision.ABOUT else None
    return Moment(precision, start, end, zone, raw, draw(st.booleans()), about)


entries = st.builds(
    EntryText,
    text=anything,
    happened=moments(),
    title=anything,
    kind=st.sampled_from(Kind),
    place=anything,
    exact_words=anything,
    effect=anything,
    response=anything,
    report=st.builds(AuthorityReport, anything, anything, anything, anything, anything, anything),
    people=numbers.map(lambda found: tuple(map(PersonId, found))),
    witnesses=numbers.map(lambda found: tuple(map(PersonId, found))),
    evidence=numbers.map(lambda found: tuple(map(EvidenceId, found))),
    messages=numbers.map(lambda found: tuple(map(MessageId, found))),
    private_note=anything,
)


@given(entries)
def test_every_entry_is_read_as_it_was_written(what: EntryText) -> None:
    what = cleaned(what)
    assert from_fields(to_fields(what), "entry:1") == what


@given(moments())
def test_wall_clock_and_offset_of_a_moment_survive(moment: Moment) -> None:
    what = cleaned(EntryText("x", moment))
    again = from_fields(to_fields(what), "entry:1").happened
    assert (again.start is None) == (moment.start is None)
    if again.start is not None and moment.start is not None:
        assert again.start.replace(tzinfo=None) == moment.start.replace(tzinfo=None)
        assert again.start.utcoffset() == moment.start.utcoffset()


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_is_not_mixed_up(fold: int) -> None:
    start = datetime(2024, 11, 3, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=fold)
    what = EntryText("x", Moment(Precision.EXACT, start, zone="America/New_York"))
    again = from_fields(to_fields(what), "entry:1").happened.start
    assert again is not None
    assert again.astimezone(UTC) == start.astimezone(UTC)


@pytest.mark.parametrize("zone", ["", "Atlantis/Capital", "../../etc/passwd", "Europe"])
def test_a_zone_that_is_not_known_here_keeps_its_offset(zone: str) -> None:
    start = datetime(2024, 5, 1, 9, 0, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    what = EntryText("x", Moment(Precision.EXACT, start, zone=zone))
    again = from_fields(to_fields(what), "entry:1").happened
    assert again.start == start
    assert again.zone == zone


def test_half_a_surrogate_pair_is_replaced_and_a_split_pair_is_joined() -> None:
    what = cleaned(EntryText("a\ud83d b\ud83d\ude00", title="\udc00", private_note="\ud800"))
    assert (what.text, what.title, what.private_note) == ("a\ufffd b😀", "\ufffd", "\ufffd")
    to_fields(what)


def test_empty_fields_are_committed_to_like_full_ones() -> None:
    full = EntryText("x", private_note="do not tell", place="home")
    assert to_fields(EntryText("x")).keys() == to_fields(full).keys()


@pytest.mark.parametrize("name", to_fields(EntryText("x")))
@pytest.mark.parametrize("value", [b"", b"{", b"null", b"[1,", b"\xff"])
def test_content_that_was_not_written_like_this_is_damage(name: str, value: bytes) -> None:
    fields = to_fields(EntryText("x")) | {name: value}
    with pytest.raises(DatabaseDamaged) as failure:
        from_fields(fields, "entry:9")
    assert failure.value.where == "entry:9"


def test_changing_one_word_changes_one_field() -> None:
    before = EntryText("x", place="home")
    after = to_fields(replace(before, place="work"))
    assert {name for name, value in to_fields(before).items() if after[name] != value} == {"place"}
