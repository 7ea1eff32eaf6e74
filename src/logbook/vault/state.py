"""The high-water mark: how far the vault had come when it was last used here, authenticated.

SQLCipher proves pages, not that they are the newest ones: an older copy of the whole database, or
one with a log of another day, passes every check of its own (research, security.md 2.8).
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime

from logbook.errors import OlderCopy, SavesMissing
from logbook.vault import canonical
from logbook.vault.canonical import NotCanonical
from logbook.vault.notices import Notice
from logbook.vault.place import Place, read_file, replace_file

MAX_BYTES = 4096
_VERSION = 1
_ROOT_BYTES = 32
_MOST = 2**53


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a database has come: saves, and the journal's size and root."""

    save_seq: int
    journal_size: int
    journal_root: bytes  # 32 bytes


@dataclass(frozen=True, slots=True)
class State:
    """What `vault.state` says."""

    mark: Mark
    header_seq: int
    saved_at: str  # ISO 8601 UTC
    clean: bool  # the vault was closed after this


@dataclass(frozen=True, slots=True)
class StateFile:
    """The file of one vault; `key` authenticates it."""

    place: Place
    vault_id: bytes
    key: bytearray

    def write(self, mark: Mark, header_seq: int, *, clean: bool) -> None:
        """Replace the file; raises the `VaultError` that fits."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        fields = self._fields(State(mark, header_seq, now, clean))
        sealed = fields | {"mac": canonical.to_text(self._mac(fields))}
        replace_file(self.place.state, canonical.encode(sealed))

    def read(self) -> State | Notice:
        """Return what the file says, or why it says nothing."""
        raw = read_file(self.place.state, MAX_BYTES)
        if raw is None:
            return Notice.STATE_MISSING
        try:
            return self._decode(raw)
        except NotCanonical:
            return Notice.STATE_DAMAGED

    def _decode(self, untrusted: bytes) -> State:
        fields = canonical.decode(untrusted)
        mac = canonical.to_bytes(fields.pop("mac", None), _ROOT_BYTES)
        if not hmac.compare_digest(mac, self._mac(fields)):
            raise NotCanonical("the mac does not fit")
        mark = Mark(
            canonical.to_int(fields.get("save_seq"), 0, _MOST),
            canonical.to_int(fields.get("journal_size"), 0, _MOST),
            canonical.to_bytes(fields.get("journal_root"), _ROOT_BYTES),
        )
        header_seq = canonical.to_int(fields.get("header_seq"), 1, _MOST)
        state = State(mark, header_seq, str(fields.get("saved_at")), fields.get("clean") is True)
        if self._fields(state) != fields:
            raise NotCanonical("a state of another vault or version")
        return state

    def _fields(self, state: State) -> dict[str, object]:
        return {
            "clean": state.clean,
            "header_seq": state.header_seq,
            "journal_root": canonical.to_text(state.mark.journal_root),
            "journal_size": state.mark.journal_size,
            "save_seq": state.mark.save_seq,
            "saved_at": state.saved_at,
            "vault": canonical.to_text(self.vault_id),
            "version": _VERSION,
        }

    def _mac(self, fields: dict[str, object]) -> bytes:
        return hmac.digest(self.key, canonical.encode(fields), "sha256")


def judge(here: Mark, said: State | Notice, *, log_was_there: bool) -> list[Notice]:
    """Compare the database with the high-water mark and return what is worth telling.

    Every acknowledged save stands in the database file itself before the mark moves. So a mark
    that is ahead means an older database (`OlderCopy`), unless a write-ahead log took part: then
    it is damaged or of another day and hides newer saves (`SavesMissing`). One save ahead of the
    mark is normal: the program ended between the two. More is told.
    """
    if isinstance(said, Notice):
        return [said]
    lacking = said.mark.save_seq - here.save_seq
    if lacking > 0 and log_was_there:
        raise SavesMissing(f"{lacking} saves, the last at {said.saved_at}")
    if lacking > 0:
        raise OlderCopy(f"{lacking} saves, the last at {said.saved_at}")
    if lacking == 0 and here != said.mark:
        raise OlderCopy(f"another history than the one saved at {said.saved_at}")
    found = [] if said.clean else [Notice.NOT_CLOSED]
    return found if lacking >= -1 else [*found, Notice.STATE_BEHIND]
