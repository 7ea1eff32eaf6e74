"""A file from outside, plain or zip: read by stream, bounded, never unpacked to disk.

A plain file is a source with one member, itself. A zip that holds nothing but zips (a download
made of several exports) shows the members of those instead.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from logbook import errors
from logbook.domain.message import AttachmentRef
from logbook.domain.progress import SILENT, Progress
from logbook.importers.base64_stretch import Base64Stream
from logbook.importers.container import Contents, Place, beside, contents, stamp
from logbook.importers.limits import LIMITS, Limits
from logbook.importers.source_kind import HEAD_BYTES
from logbook.importers.zip_member import MemberStream, Watch

_BUFFER = 1 << 18


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside the source.

    `name` is untrusted: a label, never a path to write to; `duplicate`: an earlier member has the
    same one. `size_bytes` and `compressed_bytes` are claims of the container. `problem` is a code
    of `zip_member.Entry`, or empty; `link`, `special`, `partial` and `damaged` can still be read.
    """

    index: int
    name: str
    size_bytes: int
    compressed_bytes: int
    problem: str = ""
    raw_name: bytes = b""
    duplicate: bool = False


class Source:
    """An open file from outside. Use it with `with`: leaving it checks that it did not change.

    `damage` holds a code for every member that was read to where it is damaged. Not for several
    threads at once.
    """

    def __init__(
        self, path: Path, limits: Limits, found: Contents, first_stamp: tuple[int, int]
    ) -> None:
        self.path = path
        self.name = path.name
        self.limits = limits
        self.size_bytes = first_stamp[0]
        self.is_zip = found.is_zip
        self.was_cut = found.was_cut
        self.members = _members(found.places, self.size_bytes)
        self.damage: dict[int, str] = {}
        self._stamp = first_stamp
        self._places = found.places
        self._reached: dict[int, int] = {}
        self._expanded_bytes = 0
        self._forward: tuple[int, int, BinaryIO] | None = None

    @classmethod
    def open(cls, path: Path, limits: Limits = LIMITS, progress: Progress = SILENT) -> Self:
        """Open `path` and list what it holds; `progress` counts bytes of a damaged zip.

        Raises FileUnreadable, DamagedContainer (a zip of which nothing can be read),
        LimitExceeded.
        """
        first_stamp = stamp(path)
        return cls(path, limits, contents(path, limits, progress), first_stamp)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if kind is None:
            self.confirm_unchanged()

    def close(self) -> None:
        """Close what is still open."""
        if self._forward is not None:
            self._forward[2].close()
            self._forward = None

    def confirm_unchanged(self) -> None:
        """Raise FileChanged when size or time of the file differ from when it was opened."""
        try:
            same = stamp(self.path) == self._stamp
        except errors.FileUnreadable:
            same = False
        if not same:
            raise errors.FileChanged(self.name)

    def members_beside(self) -> list[Member]:
        """Return the files that lie in the folder of a plain file, as further members.

        An export that was unpacked lies there with its pictures. They are no part of the file
        itself: only what names them says that they belong to it. Their sizes are not known.
        """
        if not self.is_zip and len(self._places) == 1:
            self._places += beside(self.path, self.limits)
        near = self._places[1:] if not self.is_zip else []
        return [Member(at, one.untrusted_name, 0, 0) for at, one in enumerate(near, 1)]

    def head(self, index: int = 0, size: int = HEAD_BYTES) -> bytes:
        """Return a member's first bytes; empty when it cannot be read at all."""
        try:
            with self.open_member(index, tolerant=True) as stream:
                return stream.read(size)
        except errors.ImportFailed:
            return b""

    def open_main(self) -> BinaryIO:
        """Open the file itself, or the only member of a zip. Raises UnknownFormat for several."""
        if len(self.members) != 1:
            raise errors.UnknownFormat(f"{len(self.members)} members")
        return self.open_member(0)

    def open_member(self, index: int, *, tolerant: bool = False) -> BinaryIO:
        """Open one member as a stream of its real bytes.

        A damaged one ends where the damage begins: `damage[index]` then holds the code, and
        without `tolerant` DamagedContainer is raised there. Raises PasswordProtected,
        DamagedContainer, LimitExceeded, FileUnreadable.
        """
        if index >= len(self._places):
            self.members_beside()
        place = self._places[index]
        if place.entry is None:
            return place.open_container()
        problem = self.members[index].problem
        if problem == "encrypted":
            raise errors.PasswordProtected(where=str(index))
        if problem in {"method", "overlapping"}:
            raise errors.DamagedContainer(problem, where=str(index))
        watch = Watch(
            self.limits,
            reached=partial(self._note_reached, index),
            damaged=partial(self._note_damage, index, tolerant=tolerant),
        )
        container = place.open_container()
        try:
            return io.BufferedReader(MemberStream(container, place.entry, watch), _BUFFER)
        except errors.ImportFailed:
            container.close()
            raise

    def open_attachment(self, ref: AttachmentRef) -> BinaryIO:
        """Open the bytes that `ref.member` addresses.

        An address is `3` (a member), `120+400` (base64 in the file itself) or `3:120+400` (base64
        in a member). What is no base64 in a stretch is passed over; a damaged member ends where
        the damage begins, with its code in `damage`. Raises as a tolerant `open_member`.
        """
        index, _, stretch = ref.member.rpartition(":")
        if "+" not in stretch:
            return self.open_member(int(stretch), tolerant=True)
        offset, _, length = stretch.partition("+")
        reader = partial(self._bytes_at, int(index or 0))
        return io.BufferedReader(Base64Stream(reader, int(offset), int(length)), _BUFFER)

    def _bytes_at(self, index: int, offset: int, size: int) -> bytes:
        """Read `size` bytes at `offset` of a member, going forward in one stream where possible."""
        if self._forward is None or self._forward[0] != index or self._forward[1] > offset:
            self.close()
            self._forward = (index, 0, self.open_member(index, tolerant=True))
        _, at, stream = self._forward
        if stream.seekable():
            at = stream.seek(offset)
        while at < offset and (skipped := len(stream.read(min(_BUFFER, offset - at)))):
            at += skipped
        data = stream.read(size)
        self._forward = (index, at + len(data), stream)
        return data

    def _note_reached(self, index: int, position: int) -> None:
        """Count what came out of all members; stops a container that expands without end."""
        more = position - self._reached.get(index, 0)
        if more > 0:
            self._reached[index] = position
            self._expanded_bytes += more
        if self._expanded_bytes > self.limits.expanded_bytes:
            raise errors.LimitExceeded("expanded", where=str(self._expanded_bytes))

    def _note_damage(self, index: int, code: str, *, tolerant: bool) -> None:
        self.damage[index] = code
        if not tolerant:
            raise errors.DamagedContainer(code, where=str(index))


def _members(places: list[Place], size_bytes: int) -> list[Member]:
    """Say what a person and an importer may know of each place."""
    names: set[str] = set()
    members: list[Member] = []
    for index, place in enumerate(places):
        name, entry = place.untrusted_name, place.entry
        if entry is None:
            members.append(Member(index, name, size_bytes, size_bytes))
            continue
        members.append(
            Member(
                index,
                name,
                entry.size_bytes,
                entry.packed_bytes,
                entry.problem,
                entry.raw_name,
                duplicate=name in names,
            )
        )
        names.add(name)
    return members
