"""Forks a process for every writer that is asked for: what they load takes longer than most live.

Usage: brood.py. A line of JSON on standard input is either a writer, with the `line` of its
program, what its environment has besides (`settings`) and the pipe that it writes (`out`), and is
answered with its number; or `ended`, the number of one, and is answered with how it ended, as
`subprocess` has it.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import traceback
from typing import Any, NoReturn

import dying  # noqa: F401 - it is loaded here, with the writer
import zxcvbn  # noqa: F401 - and what a new passphrase is judged by


def become_writer(wanted: dict[str, Any]) -> NoReturn:
    status = 1
    try:
        os.environ.update(wanted["settings"])
        out = os.open(wanted["out"], os.O_WRONLY)
        for number, opened in ((0, os.open(os.devnull, os.O_RDONLY)), (1, out)):
            os.dup2(opened, number)
            os.close(opened)
        sys.stdout = os.fdopen(1, "w")
        sys.argv = wanted["line"]
        runpy.run_path(sys.argv[0], run_name="__main__")
        sys.stdout.flush()
        status = 0
    except BaseException:  # noqa: BLE001 - nothing of the process it comes from may go on here
        traceback.print_exc()
    finally:
        os._exit(status)


def main() -> None:
    for line in sys.stdin.buffer:
        wanted = json.loads(line)
        if "ended" in wanted:
            _, status = os.waitpid(wanted["ended"], 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = os.fork()
            if answer == 0:
                become_writer(wanted)
        print(answer, flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
