"""Start a program on the screen of DISPLAY and say when its first window is mapped: first_window.py PROGRAM ...

The screen has to be empty. The X server is asked again and again, some 5 ms apart.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

LONGEST_S = 30


def main(line: list[str]) -> None:
    asked = ["xdotool", "search", "--onlyvisible", "--name", ".+"]
    started = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        while not subprocess.run(asked, capture_output=True, check=False).stdout:
            if time.perf_counter() - started > LONGEST_S:
                raise SystemExit("no window")
        seconds = time.perf_counter() - started
        program.kill()
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main(sys.argv[1:])
