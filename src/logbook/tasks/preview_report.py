"""The report as it would be saved, in memory: made again after every change of a choice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from logbook.domain.dossier import DossierFile
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import ReportRequest
from logbook.export.cleaned import Cleaned
from logbook.media import pdf_pages
from logbook.tasks.freeze_report import freeze
from logbook.tasks.garbage import garbage_left_alone
from logbook.tasks.make_report import about_the_choice

if TYPE_CHECKING:
    from logbook.export.report import Shown
    from logbook.vault.vault import Vault

_MOST_BYTES = 16 << 20


class ReportMemory:
    """What repeats from one preview to the next; lives as long as its builder, on one thread.

    Only bytes that a report prints are in it, and never more than a fixed amount of them.
    """

    def __init__(self) -> None:
        self.cleaned = Cleaned()
        self._parts: OrderedDict[tuple[bytes, int], Any] = OrderedDict()
        self._size_bytes = 0

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
    from logbook.export import report  # noqa: PLC0415 - a window that only writes need not load it

    dossier = freeze(vault, request, progress)
    files = tuple(memory.remember(file) for file in dossier.files)
    with garbage_left_alone():
        shown = report.show(
            replace(dossier, files=files),
            memory.cleaned,
            progress,
            without_hidden_names=request.leave_out_named,
        )
    return replace(shown, checks=(*shown.checks, *about_the_choice(dossier, request)))


def draw_page(report: bytes, index: int, width_px: int, progress: Progress = SILENT) -> bytes:
    """Return a page (from 0) of a report as PNG; in the pool, and drawn in the decoding process.

    Raises `PictureUnreadable`.
    """
    return pdf_pages.render(BytesIO(report), index, width_px, progress)
