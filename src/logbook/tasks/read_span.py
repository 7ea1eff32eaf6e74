"""Read what a person typed for the earliest and the latest time of one thing that happened."""

from __future__ import annotations

from datetime import datetime, timedelta

from logbook.domain.moment import Moment, Precision
from logbook.errors import DateNotUnderstood
from logbook.tasks.read_date import read_when


def read_span(
    when: str,
    until: str | None,
    *,
    now: datetime,
    zone: str,
    order: str = "",
    precision: Precision | None = None,
) -> Moment:
    """Return the moment; raises `DateNotUnderstood` and `DateAmbiguous` as `read_when` does."""
    if not until:
        return read_when(when, now=now, zone=zone, order=order, precision=precision).moment
    first = read_when(when, now=now, zone=zone, order=order).moment
    last = read_when(until, now=now, zone=zone, order=order).moment
    return _between(first, last, raw=f"{when.strip()} – {until.strip()}")


def _between(first: Moment, last: Moment, *, raw: str) -> Moment:
    """Return the span from the start of one moment to the end of another."""
    if first.start is None or last.start is None:
        raise DateNotUnderstood("two dates are needed", where=raw)
    end = last.end or last.start
    if not last.has_time:
        end = end + timedelta(days=1) - timedelta(minutes=1)
    if end < first.start:
        raise DateNotUnderstood("the latest lies before the earliest", where=raw)
    return Moment(
        precision=Precision.BETWEEN,
        start=first.start,
        end=end,
        zone=first.zone,
        raw=raw,
        has_time=first.has_time or last.has_time,
    )
