"""What a person should hear after a vault was opened or while it is used, as codes."""

from __future__ import annotations

from enum import StrEnum


class Notice(StrEnum):
    """Something that is no failure and must not be swallowed; the words stand elsewhere."""

    HEADER_COPY_USED = "header_copy_used"  # the first copy of the header was damaged, now mended
    HEADER_OLDER = "header_older"  # an earlier header was put back; an old passphrase may open
    STATE_MISSING = "state_missing"  # it cannot be told whether this is the newest copy
    STATE_DAMAGED = "state_damaged"  # the same
    STATE_BEHIND = "state_behind"  # the high-water mark is older than the book
    NOT_CLOSED = "not_closed"  # the last session ended without closing
    SAVE_DROPPED = "save_dropped"  # a save that was not acknowledged is not there
    OLDER_ACCEPTED = "older_accepted"  # opened though older; the journal says so
    RESERVE_USED = "reserve_used"  # the disk is full; the space set aside was used
    RESERVE_MISSING = "reserve_missing"  # too little space to set any aside
    MIGRATED = "migrated"  # brought to the format of this version; a copy of before is kept
