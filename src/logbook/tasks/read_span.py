"""Read what a person typed for when something happened: one time, or an earliest and a latest."""

from __future__ import annotations

from datetime import datetime

from logbook.domain.moment import Precision
from logbook.tasks.read_date import Reading, read_between, read_when


def read_span(
    when: str,
    until: str | None,
    *,
    now: datetime,
    zone: str,
    order: str = "",
    precision: Precision | None = None,
) -> Reading:
    """Return the one reading; raises as `read_when` does."""
    if until:
        return read_between(when, until, now=now, zone=zone, order=order)
    return read_when(when, now=now, zone=zone, order=order, precision=precision)
