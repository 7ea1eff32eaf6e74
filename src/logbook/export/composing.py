"""The process that makes one report: it asks for the bytes of files and answers with the pages."""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

from logbook.domain.dossier import Dossier, DossierFile
from logbook.domain.evidence import PrintCopy
from logbook.domain.ids import EvidenceId
from logbook.domain.progress import Progress
from logbook.errors import HiddenNameInReport, LogbookError
from logbook.export import report
from logbook.export.child import ChildFailed, receive, send
from logbook.export.cleaned import Answer
from logbook.export.results import Shown
from logbook.export.wire import packed, unpacked
from logbook.i18n import Manner, use_manner

_TELL_EVERY_S: Final = 0.05


def compose(source: BinaryIO, sink: BinaryIO) -> None:
    """Make the report that the pipe asks for, if it asks for any."""
    message = receive(source)
    if message is None:
        return  # it is not wanted any more
    wanted, body = message
    use_manner(Manner(*wanted["manner"]))
    parent = _Parent(source, sink)
    try:
        dossier: Dossier = unpacked(Dossier, body)
        files = tuple(parent.with_loaders(at, file) for at, file in enumerate(dossier.files))
        shown = report.show(
            replace(dossier, files=files),
            parent.clean,
            parent,
            without_hidden_names=wanted["leave_out"],
            is_saved=wanted["is_saved"],
        )
    except LogbookError as error:
        parent.say_failed(error, error.detail)
    except Exception as error:  # noqa: BLE001 - a bug is told by the process that has a window
        frames = traceback.extract_tb(error.__traceback__)[-8:]
        stack = " > ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)
        parent.say_failed(error, stack)  # not its words: they may quote what a person wrote
    else:
        parent.say_shown(shown)


class _Parent:
    """The other end of the pipes: a progress, and where bytes come from."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source = source
        self._sink = sink
        self._places: dict[EvidenceId, int] = {}
        self._told_at = 0.0
        self._doing = ""

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Tell how far it is; the other end kills this process when it shall stop."""
        now = time.monotonic()
        if doing != self._doing or now - self._told_at >= _TELL_EVERY_S:
            self._told_at, self._doing = now, doing
            self._tell({"say": "progress", "done": done, "total": total, "doing": doing})

    def give_way(self) -> None:
        """Do nothing: nobody else waits for this process."""

    def with_loaders(self, at: int, file: DossierFile) -> DossierFile:
        """Return a file whose bytes are asked for."""
        self._places[file.evidence] = at
        loads_page: Callable[[int], bytes] = partial(self._page, at)
        return replace(
            file,
            print_copy=partial(self._print_copy, at),
            pdf_bytes=partial(self._pdf, at) if file.pdf_bytes else None,
            page_picture=loads_page if file.page_picture else None,
        )

    def clean(self, file: DossierFile, progress: Progress, *, beside: bool) -> Answer:
        """Have a foreign document cleaned, in yet another process that the parent watches."""
        del progress
        found, pages = self._ask(
            {"say": "clean", "file": self._places[file.evidence], "beside": beside}
        )
        if found["answer"] is None:
            raise ChildFailed("clean")
        return found["answer"], pages

    def say_shown(self, shown: Shown) -> None:
        """Hand the finished pages over."""
        self._tell({"say": "shown", "shown": _told(replace(shown, data=b""))}, shown.data)

    def say_failed(self, error: Exception, detail: str) -> None:
        """Tell what went wrong, as facts."""
        self._tell(
            {
                "say": "failed",
                "kind": type(error).__name__,
                "detail": detail,
                "where": getattr(error, "where", None),
                "can_be_left_out": isinstance(error, HiddenNameInReport) and error.can_be_left_out,
            }
        )

    def _pdf(self, at: int) -> bytes:
        return self._ask({"say": "pdf", "file": at})[1]

    def _page(self, at: int, index: int) -> bytes:
        return self._ask({"say": "page", "file": at, "page": index})[1]

    def _print_copy(self, at: int) -> PrintCopy | None:
        found, data = self._ask({"say": "print", "file": at})
        return PrintCopy(data, *found["copy"]) if found["copy"] else None

    def _ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        self._tell(question)
        answer = receive(self._source)
        if answer is None:
            raise SystemExit  # nobody is there to show it to
        return answer

    def _tell(self, fields: dict[str, Any], body: bytes = b"") -> None:
        try:
            send(self._sink, fields, body)
        except OSError:
            raise SystemExit from None  # as above


def _told(shown: Shown) -> Any:  # noqa: ANN401 - what `wire` reads again
    return json.loads(packed(shown))
