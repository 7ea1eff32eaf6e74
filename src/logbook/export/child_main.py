"""The helper process itself: cleans foreign documents, validates a report, or makes one."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Callable
from typing import Any, Final

from logbook.export.child import receive, send
from logbook.guards import guard_process

_MEMORY_BYTES: Final = 3 << 30
_CPU_S: Final = 900

_Answer = tuple[dict[str, Any], bytes]


def main() -> int:
    """Answer questions until the pipe ends; or make the one report that is asked for."""
    guard_process()
    question = receive(sys.stdin.buffer)
    if question is not None and question[0]["job"] == "compose":
        _compose()
        return 0
    _limit(memory=_MEMORY_BYTES, cpu=_CPU_S)
    from logbook.export import foreign  # noqa: PLC0415 - each job loads what it needs

    jobs: dict[str, Callable[[dict[str, Any], bytes], _Answer]] = {
        "clean": foreign.clean_document,
        "validate": foreign.validate,
    }
    while question is not None:
        fields, body = question
        send(sys.stdout.buffer, *jobs[fields["job"]](fields, body))
        question = receive(sys.stdin.buffer)
    return 0


def _compose() -> None:
    """Load what makes pages while the dossier is still put together elsewhere."""
    gc.disable()  # pages hold no cycles to speak of, and the process ends with them
    _limit()
    from logbook.export.composing import compose  # noqa: PLC0415 - as above

    compose(sys.stdin.buffer, sys.stdout.buffer)


def _limit(**most: int) -> None:
    """Give up files, and what else honest documents do not need (POSIX only)."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - absent on Windows

        limits = {"memory": resource.RLIMIT_AS, "cpu": resource.RLIMIT_CPU}
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        for name, value in most.items():
            resource.setrlimit(limits[name], (value, value))


if __name__ == "__main__":
    sys.exit(main())
