from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.dossier import Dossier
from logbook.domain.message import AttachmentRef
from logbook.domain.moment import Moment, Precision
from logbook.export.wire import packed, unpacked

TEXTS = st.text(st.characters())  # lone surrogates too: a file name may hold them
TIMES = st.datetimes(timezones=st.timezones())


def test_a_dossier_comes_over_whole_but_for_its_loaders(make):
    dossier = make.full()
    come: Dossier = unpacked(Dossier, packed(dossier))

    assert come.threads == dossier.threads
    assert come.entries == dossier.entries
    assert packed(come) == packed(dossier)
    assert [bool(file.pdf_bytes) for file in come.files] == [
        bool(file.pdf_bytes) for file in dossier.files
    ]


@given(TIMES, TEXTS, st.booleans(), st.none() | st.integers())
def test_a_moment_comes_over(start, raw, has_time, about_min):
    moment = Moment(Precision.ABOUT, start, None, "", raw, has_time, about_min)
    come: Moment = unpacked(Moment, packed(moment))

    # The same clock and offset; the zone that they come from is kept beside them, by its name.
    assert come.start is not None
    assert come.start.isoformat() == start.isoformat()
    assert replace(come, start=start) == moment


@given(st.builds(AttachmentRef, TEXTS, st.booleans(), TEXTS, TEXTS))
def test_a_record_comes_over(record):
    assert unpacked(AttachmentRef, packed(record)) == record


@dataclass(frozen=True)
class Parts:
    data: bytes
    pair: tuple[int, str]
    size: float | None
    at: datetime


@given(
    st.builds(
        Parts,
        st.binary(),
        st.tuples(st.integers(), TEXTS),
        st.none() | st.floats(allow_nan=False),
        st.just(datetime(2026, 1, 2, tzinfo=UTC)),
    )
)
def test_every_kind_of_part_comes_over(parts):
    assert unpacked(Parts, packed(parts)) == parts


@pytest.mark.parametrize("data", [b"[]", b"[1]", b"{", b'["x"]'])
def test_nonsense_is_refused(data):
    with pytest.raises((ValueError, TypeError)):
        unpacked(Parts, data)


def test_what_has_no_form_is_refused():
    with pytest.raises(TypeError):
        packed({1, 2})
