"""Where the members of a file from outside lie: the file itself, a zip, or a zip of zips."""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from logbook import errors
from logbook.domain.progress import Progress
from logbook.importers.limits import Limits
from logbook.importers.zip_listing import Broken, listed
from logbook.importers.zip_member import LOCAL_SIGNATURE, Entry, MemberStream, Opener, Watch
from logbook.importers.zip_salvage import salvaged

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_EMPTY_ZIP = b"PK\x05\x06"
_SPANNED_ZIP = b"PK\x07\x08"
_NOT_CONTENT = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")  # left by Macs and Windows


@dataclass(frozen=True, slots=True)
class Place:
    """How the bytes of one member are reached; `entry` is None for the file itself."""

    untrusted_name: str
    open_container: Opener
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds; `was_cut`: a zip whose directory is gone, so members may be missing."""

    places: list[Place]
    is_zip: bool = False
    was_cut: bool = False


def contents(path: Path, limits: Limits, progress: Progress) -> Contents:
    """List the members of the file at `path`.

    Raises FileUnreadable, LimitExceeded, and DamagedContainer for a zip without one readable
    header.
    """
    return contents_of(partial(open_plain, path), path.name, limits, progress)


def contents_of(open_file: Opener, name: str, limits: Limits, progress: Progress) -> Contents:
    """Do the same for a file that is opened another way, such as one that is kept in a book."""
    with open_file() as stream:
        signature = stream.read(4)
    if signature not in {LOCAL_SIGNATURE, _EMPTY_ZIP, _SPANNED_ZIP}:
        return Contents([Place(name, open_file)])
    found, was_cut = _members(open_file, limits, progress)
    return Contents(_unwrapped(found, limits, progress, nesting=1), is_zip=True, was_cut=was_cut)


def beside(path: Path, limits: Limits) -> list[Place]:
    """List the files in the folder of a plain file that can be read, without following links.

    A folder that cannot be listed has none; more than a container may hold are not looked at.
    """
    try:
        with os.scandir(path.parent) as found:
            near = [
                Path(one.path)
                for one in islice(found, limits.members)
                if one.name != path.name
                and one.is_file(follow_symlinks=False)
                and os.access(one.path, os.R_OK)
            ]
    except OSError:
        return []
    return [Place(one.name, partial(open_plain, one)) for one in sorted(near)]


def stamp(path: Path) -> tuple[int, int]:
    """Return size in bytes and time of change of a regular file. Raises FileUnreadable."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise errors.FileUnreadable(path.name, where=str(error)) from error
    if not stat.S_ISREG(found.st_mode):
        raise errors.FileUnreadable(path.name, where="not a regular file")
    return found.st_size, found.st_mtime_ns


def open_plain(path: Path) -> BinaryIO:
    """Open a file whose read errors are FileUnreadable."""
    try:
        return io.BufferedReader(_Plain(path))
    except OSError as error:
        raise errors.FileUnreadable(path.name, where=error.strerror) from error


def _members(
    open_container: Opener, limits: Limits, progress: Progress
) -> tuple[list[Place], bool]:
    """Return a zip's members and whether its directory was missing."""
    was_cut = False
    with open_container() as container:
        try:
            entries = listed(container, limits)
        except Broken:
            was_cut = True
    if was_cut:
        entries = salvaged(open_container, limits, progress)
        if not entries:
            raise errors.DamagedContainer("no member found")
    return [Place(e.untrusted_name, open_container, e) for e in entries], was_cut


def _unwrapped(
    places: list[Place], limits: Limits, progress: Progress, nesting: int
) -> list[Place]:
    """Replace zips by their members where a zip holds nothing else.

    A zip beside other files is left closed: it is something that somebody sent.
    """
    real = [place for place in places if not _is_junk(place)]
    if not real or nesting >= limits.nesting:
        return places
    if not all(p.untrusted_name.lower().endswith(".zip") and _is_whole(p) for p in real):
        return places
    inner: list[Place] = []
    for outer in real:
        opener = partial(_open_nested, outer, limits)
        try:
            found, _ = _members(opener, limits, progress)
        except errors.DamagedContainer:
            inner.append(outer)
            continue
        named = [
            Place(f"{outer.untrusted_name}/{p.untrusted_name}", p.open_container, p.entry)
            for p in found
        ]
        inner.extend(_unwrapped(named, limits, progress, nesting + 1))
        if len(inner) > limits.members:
            raise errors.LimitExceeded("members", where=str(limits.members))
    return inner


def _is_junk(place: Place) -> bool:
    name = place.entry.untrusted_name if place.entry else place.untrusted_name
    return name.startswith(_NOT_CONTENT) or name.endswith(_NOT_CONTENT)


def _is_whole(place: Place) -> bool:
    return place.entry is not None and not place.entry.problem


class _Plain(io.FileIO):
    """A file on disk; what the disk cannot read is said as FileUnreadable."""

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        try:
            return super().readinto(buffer)
        except OSError as error:
            raise errors.FileUnreadable(str(self.name), where=error.strerror) from error


def _open_nested(outer: Place, limits: Limits) -> BinaryIO:
    return io.BufferedReader(_Rewindable(outer, limits), 1 << 18)


class _Rewindable(io.RawIOBase):
    """A packed member as a seekable stream: going back means unpacking from its start again.

    Nothing is unpacked to disk, so a zip within a zip costs time instead.
    """

    def __init__(self, outer: Place, limits: Limits) -> None:
        super().__init__()
        if outer.entry is None:
            raise ValueError("not a member")
        self._outer, self._entry, self._limits = outer, outer.entry, limits
        self._size_bytes = outer.entry.size_bytes
        self._wanted = 0
        self._stream = self._restarted()

    def _restarted(self) -> MemberStream:
        watch = Watch(self._limits, reached=lambda _: None, damaged=_refuse)
        return MemberStream(self._outer.open_container(), self._entry, watch)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._wanted

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._wanted, io.SEEK_END: self._size_bytes}[whence]
        self._wanted = max(0, start + offset)
        return self._wanted

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        if self._stream.produced > self._wanted:
            self._stream.close()
            self._stream = self._restarted()
        while (missing := self._wanted - self._stream.produced) > 0:
            if not self._stream.read(min(missing, 1 << 18)):
                return 0
        count = self._stream.readinto(buffer)
        self._wanted += count
        return count

    def close(self) -> None:
        self._stream.close()
        super().close()


def _refuse(code: str) -> None:
    raise errors.DamagedContainer(code)
