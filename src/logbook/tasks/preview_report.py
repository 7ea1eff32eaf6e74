"""The report as it would be saved, in memory: made again after every change of a choice."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from logbook.domain.dossier import Dossier, DossierFile
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import ReportRequest
from logbook.export.child import Child, ChildFailed
from logbook.export.cleaned import cleaning_in
from logbook.export.composer import Composer
from logbook.media import pdf_pages
from logbook.tasks.freeze_report import freeze
from logbook.tasks.garbage import garbage_left_alone
from logbook.tasks.make_report import about_the_choice

if TYPE_CHECKING:
    from logbook.export.results import Shown
    from logbook.vault.vault import Vault

_MOST_BYTES = 8 << 20


class ReportMemory:
    """What repeats from one preview to the next; lives as long as its builder, on one thread.

    Only bytes that a report prints are in it, and never more than a fixed amount of them.
    """

    def __init__(self) -> None:
        self.composer = Composer()
        self._parts: OrderedDict[tuple[bytes, int], Any] = OrderedDict()
        self._size_bytes = 0

    def make_ready(self) -> None:
        """Prepare for making a report soon; in the pool."""
        with contextlib.suppress(ChildFailed):  # it is told, and done without, when one is made
            self.composer.make_ready()

    def end(self) -> None:
        """Let go of what was prepared."""
        self.composer.end()

    def remember(self, file: DossierFile) -> DossierFile:
        """Return a file whose pictures are read and decrypted once."""
        page_picture = file.page_picture
        if page_picture is not None:
            page_picture = partial(self._page, file.sha256, page_picture)
        print_copy = partial(self._part, (file.sha256, -1), file.print_copy)
        return replace(file, print_copy=print_copy, page_picture=page_picture)

    def _page(self, sha256: bytes, load: Callable[[int], bytes], index: int) -> bytes:
        found: bytes = self._part((sha256, index), partial(load, index))
        return found

    def _part(self, key: tuple[bytes, int], load: Callable[[], Any]) -> Any:  # noqa: ANN401 - a copy or bytes
        if key in self._parts:
            self._parts.move_to_end(key)
            return self._parts[key]
        part = self._parts[key] = load()
        self._size_bytes += _size(part)
        while self._size_bytes > _MOST_BYTES and self._parts:
            self._size_bytes -= _size(self._parts.popitem(last=False)[1])
        return part


def _size(part: Any) -> int:  # noqa: ANN401 - as above
    data = getattr(part, "data", part)
    return len(data) if isinstance(data, bytes) else 0


def preview_report(
    vault: Vault, request: ReportRequest, memory: ReportMemory, progress: Progress = SILENT
) -> Shown:
    """Make the bundle in memory as it would be saved; only the outside validator is not asked.

    Raises what `make_report` raises of the selection and of the pages.
    """
    dossier = freeze(vault, request, progress)
    files = tuple(memory.remember(file) for file in dossier.files)
    frozen, leave_out = replace(dossier, files=files), request.leave_out_named
    try:
        shown = memory.composer.show(frozen, progress, without_hidden_names=leave_out)
    except ChildFailed:
        shown = _made_here(frozen, progress, leave_out=leave_out)
    return replace(shown, checks=(*shown.checks, *about_the_choice(dossier, request)))


def _made_here(dossier: Dossier, progress: Progress, *, leave_out: bool) -> Shown:
    """Make the bundle in this process, where no other one starts or what it makes is too large."""
    from logbook.export import report  # noqa: PLC0415 - a window hardly ever needs to load it

    with garbage_left_alone(), Child() as helper:
        clean = cleaning_in(helper)
        return report.show(dossier, clean, progress, without_hidden_names=leave_out)


def draw_page(report: bytes, index: int, width_px: int, progress: Progress = SILENT) -> bytes:
    """Return a page (from 0) of a report as PNG; in the pool, and drawn in the decoding process.

    Raises `PictureUnreadable`.
    """
    return pdf_pages.render(BytesIO(report), index, width_px, progress)
