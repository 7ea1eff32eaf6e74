"""Where the bytes of kept files live: one interface over rows in the database and files beside it.

Up to `ROWS_MOST_BYTES` a file lies inside the database, in the transaction of whatever it belongs
to. A larger one is an encrypted file (`stream`) with its own random key in the database: erasing
the key erases the content. The same bytes are kept once. (Research: security.md 2.5, 3.5.)
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from logbook.domain.ids import BlobId, Sha256
from logbook.domain.progress import SILENT, Progress
from logbook.errors import (
    DiskFailed,
    NoSuchItem,
    OriginalDamaged,
    OriginalMissing,
    VaultError,
    VaultGone,
    VaultReadOnly,
)
from logbook.vault.detached import DetachedFile
from logbook.vault.files import failure_of, make_folder, refuse_full_disk
from logbook.vault.pieces import PieceReader
from logbook.vault.store import Store
from logbook.vault.stream import ID_BYTES, KEY_BYTES, StreamReader, StreamWriter, size_on_disk

ROWS_MOST_BYTES = 16 << 20
ROW_BYTES = 256 << 10
READ_BYTES = 1 << 20
ORPHAN_AGE_S = 24 * 3600
FOLDER = "att"


class Blob(NamedTuple):
    """The bytes of a kept file: what they are, and whether they were here before."""

    id: BlobId
    sha256: Sha256
    size_bytes: int
    is_new: bool


class BlobProblem(NamedTuple):
    """What `verify` found: the kind, the blob (None for a file that belongs to none), the place."""

    kind: str  # "original_damaged", and so on: "missing", "unreadable", "unknown"
    blob: BlobId | None
    where: str


class _Counted:
    """A stream from outside that counts, fingerprints and reports what is read from it."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        self._stream = stream
        self._progress = progress
        self.total = _size_of(stream)
        self._digest = hashlib.sha256()
        self.size_bytes = 0

    def read(self, most: int) -> bytes:
        data = self._stream.read(most)
        self._digest.update(data)
        self.size_bytes += len(data)
        self._progress(self.size_bytes, self.total)
        return data

    @property
    def sha256(self) -> Sha256:
        return Sha256(self._digest.digest())


class _RowReader(PieceReader):
    """Reads a file that lies in rows; the database has proven every page of them."""

    def __init__(self, store: Store, blob: BlobId, size_bytes: int) -> None:
        super().__init__(size_bytes, ROW_BYTES)
        self._store = store
        self._blob = blob

    def _fetch(self, number: int) -> bytes:
        row = self._store.con.execute(
            "SELECT bytes FROM blob_piece WHERE blob = ? AND number = ?", (self._blob, number)
        ).fetchone()
        where = f"blob {self._blob} byte {number * ROW_BYTES}"
        if row is None:
            raise OriginalMissing("a row is not there", where=where)
        piece: bytes = row[0]
        if len(piece) != min(ROW_BYTES, self.size_bytes - number * ROW_BYTES):
            raise OriginalDamaged("a row has a wrong length", where=where)
        return piece


class Blobs:
    """Keeps, opens, erases and verifies the bytes of files."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._written: list[bytes] = []  # ids of files whose save may yet be undone
        store.on_undo(self._drop_undone)

    def keep(self, stream: BinaryIO, progress: Progress = SILENT) -> Blob:
        """Keep everything that `stream` still holds, in bounded memory, and fingerprint it.

        Joins an open transaction, else makes its own. Progress is in bytes. Whatever fails, no
        file is left behind; a file that cannot fit is refused before it is copied.
        """
        source = _Counted(stream, progress)
        if source.total > ROWS_MOST_BYTES:
            refuse_full_disk(self._store.folder, size_on_disk(source.total))
        pieces: list[bytes] = []
        while source.size_bytes <= ROWS_MOST_BYTES and (piece := source.read(ROW_BYTES)):
            pieces.append(piece)
        if source.size_bytes <= ROWS_MOST_BYTES:
            return self._keep_rows(source, b"".join(pieces))
        return self._keep_file(source, pieces)

    def read(self, blob: BlobId) -> bytes:
        """Return all bytes of a small file, such as a thumbnail."""
        with self.open(blob) as opened:
            return opened.read()

    def open(self, blob: BlobId) -> BinaryIO:
        """Open a file for reading by seeking; it decrypts on demand, on the vault's thread alone.

        Raises `NoSuchItem`, `OriginalMissing`, `OriginalDamaged`; the caller closes it.
        """
        return io.BufferedReader(self._reader(blob))

    def open_detached(self, blob: BlobId) -> DetachedFile:
        """Open a file for threads other than the vault's; the caller closes it.

        Rows are read whole, now: they are `ROWS_MOST_BYTES` at most. Raises as `open` does.
        """
        reader = self._reader(blob)
        if isinstance(reader, _RowReader):
            with reader:
                return DetachedFile(io.BytesIO(reader.readall()), reader.size_bytes)
        return DetachedFile(reader, reader.size_bytes)

    def release(self, blob: BlobId) -> None:
        """Erase the bytes unless something still uses them; within the caller's transaction.

        The key of a large file is gone with the transaction, the file itself with `unlink_erased`.
        """
        con = self._store.con
        with self._store.saving():
            if con.execute("SELECT 1 FROM blob_use WHERE blob = ? LIMIT 1", (blob,)).fetchone():
                return
            con.execute(
                "INSERT INTO blob_erased (file_id)"
                " SELECT file_id FROM blob WHERE id = ? AND file_id IS NOT NULL",
                (blob,),
            )
            con.execute("DELETE FROM blob_piece WHERE blob = ?", (blob,))
            con.execute("DELETE FROM blob WHERE id = ?", (blob,))

    def unlink_erased(self) -> None:
        """Unlink the files whose keys are erased for good; waits while a transaction is open."""
        con = self._store.con
        if con.in_transaction:
            return
        erased = [file_id for (file_id,) in con.execute("SELECT file_id FROM blob_erased")]
        if not erased:
            return
        for file_id in erased:
            _unlink(self._path(file_id))
        with self._store.saving():
            con.execute("DELETE FROM blob_erased")

    def sweep(self, now_s: float | None = None) -> int:
        """Remove what a crash left over, and return how many files that were.

        Only names of our own shape, unknown to the database and older than a day: the database may
        be an older copy than the files beside it.
        """
        self.unlink_erased()
        before = (time.time() if now_s is None else now_s) - ORPHAN_AGE_S
        swept = 0
        for path in self._unknown_files():
            status = path.lstat()
            if status.st_mtime < before and not stat.S_ISDIR(status.st_mode):
                _unlink(path)
                swept += 1
        return swept

    def verify(self, progress: Progress = SILENT) -> Iterator[BlobProblem]:
        """Read every kept byte again and name what is damaged, missing or not ours."""
        rows = self._store.con.execute("SELECT id, sha256, size_bytes FROM blob").fetchall()
        total = sum(size_bytes for _, _, size_bytes in rows)
        done = 0
        for blob, sha256, size_bytes in rows:
            yield from self._verify_one(BlobId(blob), sha256, progress, (done, total))
            done += size_bytes
            progress(done, total)
        for path in self._unknown_files():
            yield BlobProblem("original_unknown", None, path.name)

    def problem_of(self, blob: BlobId, progress: Progress = SILENT) -> BlobProblem | None:
        """Read one file again, bytes and padding, and name what is wrong with it, if anything.

        Progress is in bytes. A disk that cannot be read just now raises and says nothing of it.
        """
        row = self._store.con.execute(
            "SELECT sha256, size_bytes FROM blob WHERE id = ?", (blob,)
        ).fetchone()
        if row is None:
            return BlobProblem("original_missing", blob, f"blob {blob}")
        return self._read_again(blob, row[0], progress, (0, row[1]))

    def _verify_one(
        self, blob: BlobId, sha256: bytes, progress: Progress, place: tuple[int, int]
    ) -> Iterator[BlobProblem]:
        try:
            problem = self._read_again(blob, sha256, progress, place)
        except (DiskFailed, VaultGone, VaultReadOnly):
            problem = BlobProblem("original_unreadable", blob, f"blob {blob}")
        if problem is not None:
            yield problem

    def _read_again(
        self, blob: BlobId, sha256: bytes, progress: Progress, place: tuple[int, int]
    ) -> BlobProblem | None:
        done, total = place
        digest = hashlib.sha256()
        try:
            with self._reader(blob) as opened:
                while data := opened.read(READ_BYTES):
                    digest.update(data)
                    done += len(data)
                    progress(done, total)
                opened.check_padding()
        except OriginalMissing as failure:
            return BlobProblem("original_missing", blob, failure.where or "")
        except (DiskFailed, VaultGone, VaultReadOnly):
            raise
        except VaultError as failure:
            return BlobProblem("original_damaged", blob, failure.where or f"blob {blob}")
        if digest.digest() != sha256:
            return BlobProblem("original_damaged", blob, f"blob {blob}")
        return None

    def _reader(self, blob: BlobId) -> PieceReader:
        row = self._store.con.execute(
            "SELECT size_bytes, file_id, file_key FROM blob WHERE id = ?", (blob,)
        ).fetchone()
        if row is None:
            raise NoSuchItem("blob", where=str(blob))
        size_bytes, file_id, file_key = row
        if file_id is None:
            return _RowReader(self._store, blob, size_bytes)
        return StreamReader(self._path(file_id), file_key, file_id, size_bytes)

    def _keep_rows(self, source: _Counted, data: bytes) -> Blob:
        with self._store.saving():
            found = self._found(source)
            if found is not None:
                return found
            # Once in the write-ahead log and once in the database.
            refuse_full_disk(self._store.folder, 2 * len(data))
            blob = self._insert(source, None, None)
            self._store.con.executemany(
                "INSERT INTO blob_piece (blob, number, bytes) VALUES (?, ?, ?)",
                (
                    (blob.id, number, data[start : start + ROW_BYTES])
                    for number, start in enumerate(range(0, len(data), ROW_BYTES))
                ),
            )
            return blob

    def _keep_file(self, source: _Counted, pieces: list[bytes]) -> Blob:
        file_id, key = os.urandom(ID_BYTES), os.urandom(KEY_BYTES)
        path = self._path(file_id)
        self._make_folders(path)
        if not self._store.con.in_transaction:
            self._written.clear()
        self._written.append(file_id)
        try:
            with StreamWriter(path, key, file_id) as writer:
                for piece in pieces:
                    writer.write(piece)
                pieces.clear()
                while data := source.read(READ_BYTES):
                    writer.write(data)
                if (found := self._found(source)) is not None:
                    return found
                writer.finish()
            with self._store.saving():
                return self._insert(source, file_id, key)
        except BaseException:
            _unlink(path)
            raise

    def _drop_undone(self) -> None:
        """Unlink the large files whose save was undone, before they fill the disk for a day."""
        written, self._written = self._written, []
        try:
            for file_id in written:
                if not self._store.con.one("SELECT 1 FROM blob WHERE file_id = ?", (file_id,)):
                    _unlink(self._path(file_id))
        except VaultError:
            # The failure that undid the save is the one to tell; `sweep` comes again.
            self._written = written

    def _found(self, source: _Counted) -> Blob | None:
        row = self._store.con.execute(
            "SELECT id FROM blob WHERE sha256 = ?", (source.sha256,)
        ).fetchone()
        if row is None:
            return None
        return Blob(BlobId(row[0]), source.sha256, source.size_bytes, is_new=False)

    def _insert(self, source: _Counted, file_id: bytes | None, key: bytes | None) -> Blob:
        cursor = self._store.con.execute(
            "INSERT INTO blob (sha256, size_bytes, file_id, file_key) VALUES (?, ?, ?, ?)",
            (source.sha256, source.size_bytes, file_id, key),
        )
        return Blob(BlobId(cursor.lastrowid), source.sha256, source.size_bytes, is_new=True)

    def _path(self, file_id: bytes) -> Path:
        name = file_id.hex()
        return self._store.folder / FOLDER / name[:2] / f"{name}.enc"

    def _make_folders(self, path: Path) -> None:
        try:
            make_folder(path.parent.parent)
            make_folder(path.parent)
        except OSError as error:
            raise failure_of(error) from error

    def _unknown_files(self) -> Iterator[Path]:
        """Give the encrypted and unfinished files that the database does not know.

        Never through a link: what lies behind it may be the files of another vault.
        """
        known = {
            file_id.hex()
            for (file_id,) in self._store.con.execute(
                "SELECT file_id FROM blob WHERE file_id IS NOT NULL"
            )
        }
        folder = self._store.folder / FOLDER
        for path in [] if folder.is_symlink() else sorted(folder.glob("??/*")):
            if path.parent.is_symlink():
                continue
            name = path.name.removesuffix(".tmp")
            if name.endswith(".enc") and (name != path.name or path.stem not in known):
                yield path


def _size_of(stream: BinaryIO) -> int:
    """Return the size of an open file, 0 for what is not a file of the system."""
    try:
        return os.fstat(stream.fileno()).st_size
    except (OSError, AttributeError):
        return 0


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise failure_of(error) from error
