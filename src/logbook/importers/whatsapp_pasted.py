"""Finds headers that a person may have pasted into a message: `1/2/24, 10:00 - Bob: I did it`.

Every reader of exports makes a message of such a line, and so does this one: nothing is hidden.
The record, and the one before it in which it may stand, get the flag `possible_pasted_header`.
"""

from __future__ import annotations

from calendar import SUNDAY
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from logbook.domain.message import MessageKind, MessageRecord, NotUnderstood
from logbook.domain.message_columns import MessageColumns
from logbook.importers.whatsapp_body import APP_MARK

PASTED = "possible_pasted_header"
OTHER_FORM = "other_header_form"
_LONGEST_PASTE = 16  # records; a phone whose clock was wrong for longer is no paste
# WhatsApp lets nobody write more than 65,536 characters: what is far longer holds no paste, and is
# not held back, for it may be one of many that fill the memory.
_LONGEST_MESSAGE_CHARS = 1 << 20
_MOST_LONE_NAMES = 3
_MONTHS_OF_CHANGE = {"03", "04", "10", "11"}
_HOUR, _MORNING = timedelta(hours=1), 4


def lone_names(senders: Counter[str]) -> frozenset[str]:
    """Return the names that speak once in a chat that has its people without them.

    In a large group many speak once: then a single such name is needed to be a sign.
    """
    lone = [name for name, count in senders.items() if count == 1]
    others = len(senders) - len(lone)
    pair = len(("the owner", "the other"))
    few = len(lone) == 1 if others > pair else len(lone) <= _MOST_LONE_NAMES
    return frozenset(lone) if others >= pair and few else frozenset()


def mark_pasted(
    batches: Iterable[MessageColumns | NotUnderstood], lone: frozenset[str]
) -> Iterator[MessageColumns | NotUnderstood]:
    """Pass records on in order, at most a batch late, with pasted headers marked.

    Signs: time goes back at a record and is forward again behind it; a name that is nowhere else;
    a kind of header that is nowhere else.
    """
    calm = MessageColumns.of(())  # no sign in these; of the last, what follows will tell
    held: list[MessageRecord] = []  # one at which time went back, the one before, those behind
    for batch in batches:
        if isinstance(batch, NotUnderstood):
            yield calm or MessageColumns.of(_with_signs(held, lone))
            calm, held = MessageColumns.of(()), []
            yield batch
        elif not batch:
            continue
        elif not held and _is_calm(calm.local[-1:], batch, lone):
            yield calm
            calm = batch
            if not _may_hold_paste(batch.text[-1:]):
                calm = MessageColumns.of(())
                yield batch
        else:
            if calm:
                held = [calm.pop()]
                yield calm
                calm = MessageColumns.of(())
            done: list[MessageRecord] = []
            for record in batch:
                held = _step(held, record, lone, done)
            yield MessageColumns.of(done)
            if len(held) == 1:
                calm, held = MessageColumns.of(held), []
    yield calm or MessageColumns.of(_with_signs(held, lone))


def _is_calm(before: list[str], batch: MessageColumns, lone: frozenset[str]) -> bool:
    """Tell quickly that no record has a sign; so it is with most.

    `before`: the time of the record before them, if there is one.
    """
    return (
        before <= batch.local[:1]
        and batch.local == sorted(batch.local)
        and lone.isdisjoint(batch.sender)
        and not any(OTHER_FORM in flags for flags in set(batch.flags))
    )


def _step(
    held: list[MessageRecord],
    record: MessageRecord,
    lone: frozenset[str],
    done: list[MessageRecord],
) -> list[MessageRecord]:
    """Take in one record; put those that are decided into `done`, return those that are not."""
    if not held:
        return _held_back([record], done)
    before = held[0]
    if len(held) == 1 and not _goes_back(before, record):
        signed = _is_sign(before, record, lone)
        done.append(_marked(before) if signed else before)
        return _held_back([_marked(record) if signed else record], done)
    if len(held) > 1 and record.local >= before.local:
        done.extend(map(_marked, held))
        return _held_back([record], done)
    texts = [one.text for one in (*held, record)]
    if len(held) > _LONGEST_PASTE or not _may_hold_paste(texts):
        done.extend(_with_signs(held, lone))
        return _held_back([record], done)
    return [*held, record]


def _may_hold_paste(texts: list[str]) -> bool:
    return sum(map(len, texts)) <= _LONGEST_MESSAGE_CHARS


def _held_back(records: list[MessageRecord], done: list[MessageRecord]) -> list[MessageRecord]:
    """Return records to be judged by what follows; those too long for that are done."""
    if _may_hold_paste([record.text for record in records]):
        return records
    done.extend(records)
    return []


def _goes_back(before: MessageRecord, record: MessageRecord) -> bool:
    """Tell whether time goes back at a record that could stand inside the one before it."""
    earlier = "" < record.local < before.local and record.fold != "1"
    return earlier and _could_stand_in(before, record) and not _is_clock_change(before, record)


def _is_clock_change(before: MessageRecord, record: MessageRecord) -> bool:
    """Tell whether the clocks may have been set back here, where no zone tells: a Sunday night.

    So it is in nearly all zones, in March, April, October or November (tz database). What is
    pasted there has to show itself by its name or its form.
    """
    if record.instant_ms is not None or record.local[5:7] not in _MONTHS_OF_CHANGE:
        return False
    earlier, later = map(datetime.fromisoformat, (record.local, before.local))
    is_night = earlier.hour < _MORNING and earlier.weekday() == SUNDAY
    return is_night and later - earlier <= _HOUR


def _is_sign(before: MessageRecord, record: MessageRecord, lone: frozenset[str]) -> bool:
    """Tell whether a record is like no other of the file and could stand inside another."""
    odd = record.sender in lone or OTHER_FORM in record.flags
    return odd and _could_stand_in(before, record)


def _could_stand_in(before: MessageRecord, record: MessageRecord) -> bool:
    """Tell whether the record before is a person's, and this one not marked by the app.

    A keyboard does not have the mark.
    """
    is_typed = bool(before.sender) and before.kind is not MessageKind.SYSTEM
    return is_typed and not record.text.startswith(APP_MARK)


def _marked(record: MessageRecord) -> MessageRecord:
    if PASTED in record.flags:
        return record
    return record._replace(flags=(*record.flags, PASTED))


def _with_signs(held: list[MessageRecord], lone: frozenset[str]) -> list[MessageRecord]:
    """Mark those of `held` that are like no other; the time alone is no sign here."""
    marked = {
        place + more
        for place, (before, record) in enumerate(pairwise(held))
        if _is_sign(before, record, lone)
        for more in (0, 1)
    }
    return [_marked(r) if place in marked else r for place, r in enumerate(held)]
