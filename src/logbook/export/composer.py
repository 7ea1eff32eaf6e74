"""Has reports made by a process of its own, which ends with each: a window stays small and free.

Making pages takes a second of computing and 80 MB. Here it would hold Python's lock while the
window wants it, and memory that a process has taken once it hardly ever gives back. This side
answers what the other asks for: bytes of files one at a time, and what cleaning gave.
"""

from __future__ import annotations

import json
import subprocess
import threading
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, BinaryIO, Final, cast

from logbook import errors
from logbook.domain.dossier import Dossier, DossierFile
from logbook.domain.progress import SILENT, Progress
from logbook.errors import OutputNotWritable
from logbook.export import validating
from logbook.export.child import Child, ChildFailed, end_process, receive, send, start_process
from logbook.export.cleaned import Clean, Cleaned, cleaning_in
from logbook.export.phases import SAVED_FROM, WHOLE, Phase
from logbook.export.results import ReportResult, Shown
from logbook.export.saving import refuse_no_place, written_beside
from logbook.export.wire import packed, unpacked
from logbook.i18n import manner, translate

_LOOK_UP_S: Final = 0.02  # how long other work of the same thread waits at most

_Process = subprocess.Popen[bytes]
_Message = tuple[dict[str, Any], bytes]


class Composer:
    """Makes one report after the other; what was cleaned for one is kept for the next."""

    def __init__(self) -> None:
        self._cleaned = Cleaned()
        self._ready: _Process | None = None
        self._over = False
        self._lock = threading.Lock()  # a process is made ready beside the thread that asks

    def make_ready(self) -> None:
        """Start the process of the next report now: it takes half a second to load."""
        with self._lock:
            if self._ready is None and not self._over:
                self._ready = _start()

    def end(self) -> None:
        """End a process that was made ready for nothing, and make none ready any more."""
        with self._lock:
            process, self._ready, self._over = self._ready, None, True
        if process is not None:
            process.kill()  # now; cleaning up after it may take longer than a window waits
            threading.Thread(target=end_process, args=(process,), daemon=True).start()

    def show(
        self,
        dossier: Dossier,
        progress: Progress = SILENT,
        *,
        without_hidden_names: bool = False,
    ) -> Shown:
        """Return the bundle of a dossier in memory, as `report.show` makes it, and raise as it.

        Raises `ChildFailed` when the process does not start, or dies.
        """
        return self._made(dossier, progress, leave_out=without_hidden_names, is_saved=False)

    def compose(
        self,
        dossier: Dossier,
        target: Path,
        progress: Progress = SILENT,
        *,
        without_hidden_names: bool = False,
    ) -> ReportResult:
        """Write the bundle of a dossier to `target`, as `report.compose` does, and raise as it.

        Raises `ChildFailed` as `show` does; there is nothing at `target` then.
        """
        refuse_no_place(target)
        made = self._made(dossier, progress, leave_out=without_hidden_names, is_saved=True)
        checking = Phase(progress, SAVED_FROM, 990, translate("Report", "Checking the file"))
        with written_beside(target) as draft:
            draft.path.write_bytes(made.data)
            validating.must_pass(draft, checking)
            written = validating.file_of(draft, target, made.pages)
            if written.sha256 != sha256(made.data).digest():
                raise OutputNotWritable("it reads otherwise than it was written", where=str(target))
            progress(WHOLE, WHOLE)  # the last chance to stop: then the file takes its name
        return ReportResult(
            files=(written,),
            entries=made.entries,
            exhibits=made.exhibits + made.conversations,
            profile=dossier.profile,
            checks=made.checks,
            sections=made.sections,
        )

    def _made(
        self, dossier: Dossier, progress: Progress, *, leave_out: bool, is_saved: bool
    ) -> Shown:
        with self._lock:
            process, self._ready = self._ready or _start(), None
        try:
            with Child() as helper:
                clean = self._cleaned.before(cleaning_in(helper))
                talk = _Talk(process, dossier, clean, progress)
                return talk.show(leave_out=leave_out, is_saved=is_saved)
        finally:
            end_process(process)


def _start() -> _Process:
    """Start a process and have it load what makes pages; raises `ChildFailed`."""
    try:
        process = start_process()
        send(cast("BinaryIO", process.stdin), {"job": "compose"}, b"")
    except OSError as error:
        raise ChildFailed("compose") from error
    return process


class _Talk:
    """One report: its dossier goes over, questions come back and are answered, then the pages."""

    def __init__(
        self, process: _Process, dossier: Dossier, clean: Clean, progress: Progress
    ) -> None:
        self._to_child = cast("BinaryIO", process.stdin)
        self._from_child = cast("BinaryIO", process.stdout)
        self._dossier = dossier
        self._clean = clean
        self._progress = progress
        self._said = (0, 0, "")
        self._come: SimpleQueue[_Message | None] = SimpleQueue()

    def show(self, *, leave_out: bool, is_saved: bool) -> Shown:
        threading.Thread(target=self._listen, daemon=True).start()
        wanted = {"manner": manner(), "leave_out": leave_out, "is_saved": is_saved}
        self._send(wanted, packed(self._dossier))
        while True:
            fields, body = self._next()
            match fields["say"]:
                case "progress":
                    self._said = (fields["done"], fields["total"], fields["doing"])
                case "shown":
                    told: Shown = unpacked(Shown, json.dumps(fields["shown"]).encode())
                    return replace(told, data=body)
                case "failed":
                    raise _failure(fields)
                case _:
                    self._send(*self._answer(fields))

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Say how far the whole report is, whatever its part says; raises `Cancelled`."""
        del done, total, doing
        self._progress(*self._said)
        self.give_way()

    def give_way(self) -> None:
        """Let short work that waits run: the dossier is frozen."""
        self._progress.give_way()

    def _next(self) -> _Message:
        """Wait for the next message; other work of this thread runs meanwhile, and it may stop."""
        while True:
            self(0, 0)
            try:
                message = self._come.get(timeout=_LOOK_UP_S)
            except Empty:
                continue
            if message is None:
                raise ChildFailed("compose")
            return message

    def _listen(self) -> None:
        """Read what the process says until it ends; the body of a thread."""
        try:
            while (message := receive(self._from_child)) is not None:
                self._come.put(message)
        except (OSError, ValueError):
            pass  # killed in the middle of a word, or nonsense: nothing more comes either way
        self._come.put(None)

    def _send(self, fields: dict[str, Any], body: bytes) -> None:
        try:
            send(self._to_child, fields, body)
        except OSError as error:
            raise ChildFailed("compose") from error

    def _answer(self, asked: dict[str, Any]) -> _Message:
        """Return the bytes that are asked for; what the loaders raise passes through."""
        file: DossierFile = self._dossier.files[asked["file"]]
        match asked["say"]:
            case "clean":
                return self._cleaned(file, beside=asked["beside"])
            case "pdf" if file.pdf_bytes is not None:
                return {}, file.pdf_bytes()
            case "page" if file.page_picture is not None:
                return {}, file.page_picture(asked["page"])
            case "print":
                copy = file.print_copy()
                if copy is None:
                    return {"copy": None}, b""
                return {"copy": [copy.media_type, copy.width_px, copy.height_px]}, copy.data
        raise ChildFailed(asked["say"])

    def _cleaned(self, file: DossierFile, *, beside: bool) -> _Message:
        try:
            answer, pages = self._clean(file, self, beside=beside)
        except ChildFailed:
            return {"answer": None}, b""
        return {"answer": answer}, pages


def _failure(fields: dict[str, Any]) -> BaseException:
    """Return what the other process raised; a bug tells where it stands in the program."""
    kind = getattr(errors, fields["kind"], None)
    if isinstance(kind, type) and issubclass(kind, errors.LogbookError):
        error = kind(fields["detail"], where=fields["where"])
        if isinstance(error, errors.HiddenNameInReport):
            error.can_be_left_out = bool(fields["can_be_left_out"])
        return error
    if fields["kind"] == "MemoryError":
        return MemoryError()
    return RuntimeError(f"{fields['kind']} in {fields['detail']}")
