"""The two doors: with a command the command line, without one the window."""

from __future__ import annotations

import sys

from logbook.guards import guard_process


def main() -> int:
    """Guard the process before anything of a person can be in it, then open one of the doors."""
    guard_process()
    arguments = sys.argv[1:]
    if arguments:
        from logbook.cli.run import run  # noqa: PLC0415 - the window must not pay for it

        return run(arguments)
    from logbook.ui import app  # noqa: PLC0415 - a script must not load Qt

    return app.run()


if __name__ == "__main__":
    sys.exit(main())
