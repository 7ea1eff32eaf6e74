"""The vault: what the tasks of the program see of this room."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from logbook.domain.progress import SILENT, Progress
from logbook.errors import VaultError
from logbook.i18n import translate
from logbook.vault import backup, header, opening, passphrase, recovery_code
from logbook.vault.backup import BackupInfo
from logbook.vault.check import CheckReport, check
from logbook.vault.contents import Contents
from logbook.vault.keys import STANDARD_COST, KdfCost
from logbook.vault.notices import Notice
from logbook.vault.opening import Opened
from logbook.vault.secret import Secret, wipe
from logbook.vault.slots import PassphraseWay, RecoveryWay, Seat, Slot


class Vault:
    """An open vault. Every call belongs on the one thread that made or opened it."""

    def __init__(self, opened: Opened, key_file: Path | None = None) -> None:
        self._store = opened.store
        self._header = opened.header
        self._lock = opened.lock
        self._key_file = key_file if opened.header.needs_key_file else None
        contents = Contents(self._store)
        self._contents = contents
        self.journal = contents.journal
        self.search = contents.search
        self.people = contents.people
        self.entries = contents.entries
        self.evidence = contents.evidence
        self.evidence_lists = contents.evidence_lists
        self.evidence_uses = contents.evidence_uses
        self.waves = contents.waves
        self.file_checks = contents.file_checks
        self.messages = contents.messages
        self.threads = contents.threads
        self.message_hits = contents.message_hits
        self.message_kinds = contents.message_kinds
        self.variants = contents.variants
        self.imports = contents.imports
        self.marks = contents.marks
        self.drafts = contents.drafts
        self.settings = contents.settings

    @classmethod
    def create(
        cls,
        folder: Path,
        secret: Secret,
        *,
        cost: KdfCost | None = None,
        progress: Progress = SILENT,
    ) -> tuple[Self, str]:
        """Make a vault and return it open, with the recovery code to print.

        The secret is wiped. Without `cost` a guess at the passphrase costs about a second here.
        See `opening.create` for the failures.
        """
        key_file = secret.key_file
        opened, code = opening.create(folder, secret, cost, progress)
        return cls(opened, key_file), code

    @classmethod
    def open(
        cls,
        folder: Path,
        secret: Secret,
        *,
        accept_older: bool = False,
        progress: Progress = SILENT,
    ) -> Self:
        """Open a vault; the secret is wiped. See `opening.open_existing` for the failures."""
        key_file = secret.key_file
        opened = opening.open_existing(folder, secret, accept_older=accept_older, progress=progress)
        try:
            vault = cls(opened, key_file)
            vault._begin(accepted_older=opened.accepted_older, progress=progress)
        except BaseException:
            opened.store.abandon()
            opened.lock.release()
            raise
        return vault

    @property
    def folder(self) -> Path:
        """Where the vault lies, links resolved."""
        return self._store.folder

    @property
    def id(self) -> bytes:
        """The 16 bytes that tell this vault from every other, in its backups too."""
        return self._store.vault_id

    @property
    def notices(self) -> list[Notice]:
        """What a person should hear, in the order it was found; grows while the vault is used."""
        return self._store.notices

    @property
    def needs_key_file(self) -> bool:
        """Whether the passphrase opens this vault only together with a key file."""
        return self._header.needs_key_file

    def changes(self, *, drafts: bool = False) -> int:
        """Return a number that is another one after every change: what was read before may stay.

        Drafts and settings change it only with `drafts`.
        """
        return self._store.changes(aside=drafts)

    def saving(self) -> AbstractContextManager[None]:
        """Join the calls inside into one acknowledged save; see `Store.saving`."""
        return self._store.saving()

    def close(self) -> None:
        """Close the vault, forget its keys and give its lock back; may be called twice.

        Raises the `VaultError` that kept it from ending clean; it is closed all the same.
        """
        try:
            self._store.close()
        finally:
            self._lock.release()

    def change_passphrase(
        self,
        new: bytearray,
        *,
        key_file: Path | None = None,
        without_key_file: bool = False,
        cost: KdfCost | None = None,
        progress: Progress = SILENT,
    ) -> None:
        """Set another passphrase, wiped here, in place of every earlier one.

        The key file that this book was opened with stays its second factor, unless another one is
        given or it is taken away; opened with the recovery code and no key file, it has none then.
        Only the header is rewritten. Earlier copies of the vault keep their passphrase. Without
        `cost` a guess costs what it did before. Raises `PassphraseTooWeak`, and `FileUnreadable`
        where the key file is gone.
        """
        second = None if without_key_file else key_file or self._key_file
        try:
            passphrase.refuse_weak(new)
            progress(0, 0, translate("Vault", "Making the key"))
            wanted = cost or self._present_cost()
            self._rewrite(PassphraseWay, lambda seat: seat.for_passphrase(new, wanted, second))
            self._key_file = second
        finally:
            wipe(new)

    def new_recovery_code(self) -> str:
        """Return a new printed code, in place of every earlier one."""
        code = recovery_code.generate()
        bare = recovery_code.read(code)
        self._rewrite(RecoveryWay, lambda seat: seat.for_recovery_code(bare))
        return code

    def back_up(self, out: Path, progress: Progress = SILENT) -> BackupInfo:
        """Write a locked copy of everything into one file; see `backup.back_up`."""
        return backup.back_up(self._store, self._header, out, progress)

    def check(self, progress: Progress = SILENT) -> CheckReport:
        """Verify everything and name what is wrong and where; damage is an answer, not raised."""
        return check(self._store, self._contents, progress)

    def _begin(self, *, accepted_older: bool, progress: Progress) -> None:
        """Do what waits for the tables: record, sweep, and rebuild an index that is in doubt."""
        if accepted_older:
            # The record goes on from an older copy: this must not look seamless later.
            notices = ",".join(self.notices)
            self.journal.append("vault.older_accepted", "vault", {"notices": notices.encode()})
        else:
            # Not beside an older database: files that it does not know may be the newer one's.
            self._contents.blobs.sweep()
        self.imports.sweep()
        if self.search.needs_rebuild:
            self.search.rebuild(progress)

    def _rewrite(self, kind: type, make: Callable[[Seat], Slot]) -> None:
        new = self._header.with_way(self._store.keys, kind, make)
        header.write(self._store.place, new)
        self._header = new
        self._store.header_seq = new.seq
        try:
            self._store.settle()
        except VaultError:
            # The new way in holds and has to be told. What waits for the next save, and shows in
            # the notices until then, is the mark by which an earlier header would be known.
            self._store.tell(Notice.STATE_BEHIND)

    def _present_cost(self) -> KdfCost:
        costs = [s.way.cost for s in self._header.slots if isinstance(s.way, PassphraseWay)]
        return max(costs, key=lambda cost: cost.memory_kib * cost.passes, default=STANDARD_COST)
