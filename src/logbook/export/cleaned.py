"""What cleaning foreign documents gave, kept while one report is made again and again.

Apart from the documents themselves, because a window holds it that has not loaded the export.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Final, Protocol

from logbook.domain.dossier import DossierFile
from logbook.domain.progress import Progress
from logbook.export.child import Child

Answer = tuple[dict[str, Any], bytes]
"""What the child says of a document and its cleaned pages, both untrusted."""


class Clean(Protocol):
    """Cleans foreign documents somewhere."""

    def __call__(self, file: DossierFile, progress: Progress, *, beside: bool) -> Answer:
        """Clean a file, with the words `beside` its pages too; raises `ChildFailed`."""


_CLEANING_LIMIT_S: Final = 120.0
_MOST_KEPT_BYTES: Final = 16 << 20
_CAN_BE_SHOWN: Final = ("", "differs")  # as pages, or as pictures of them


def cleaning_in(helper: Child) -> Clean:
    """Return what has a file cleaned in a child process."""

    def clean(file: DossierFile, progress: Progress, *, beside: bool) -> Answer:
        data = file.pdf_bytes() if file.pdf_bytes is not None else b""
        return helper.ask({"job": "clean", "beside": beside}, data, progress, _CLEANING_LIMIT_S)

    return clean


class Cleaned:
    """What was cleaned for an earlier report, the newest `_MOST_KEPT_BYTES` of it.

    By the digest of the files' bytes; one that could not be cleaned is tried again.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[bytes, bool], Answer] = OrderedDict()
        self._size_bytes = 0

    def before(self, clean: Clean) -> Clean:
        """Return what looks here first."""

        def once(file: DossierFile, progress: Progress, *, beside: bool) -> Answer:
            key = (file.sha256, beside)
            found = self._kept.get(key)
            if found is None:
                found = clean(file, progress, beside=beside)
                if found[0].get("problem") in _CAN_BE_SHOWN:
                    self._keep(key, found)
            return found

        return once

    def _keep(self, key: tuple[bytes, bool], answer: Answer) -> None:
        self._kept[key] = answer
        self._size_bytes += len(answer[1])
        while self._size_bytes > _MOST_KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._size_bytes -= len(oldest[1])
