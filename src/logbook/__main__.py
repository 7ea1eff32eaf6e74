"""The two doors: with a command the command line, without one the window."""

from __future__ import annotations

import gc
import sys

from logbook.guards import guard_process

# A frozen program has no other executable: its limited children are itself with these words.
DECODE, REPORT_HELP = "--decode-foreign-file", "--report-helper"


def main() -> int:
    """Guard the process before anything of a person can be in it, then open one of the doors."""
    arguments = sys.argv[1:]
    if arguments[:1] == [DECODE]:
        from logbook.media import child_main as decoder  # noqa: PLC0415 - it is its own process

        decoder.main()
        return 0
    if arguments[:1] == [REPORT_HELP]:
        from logbook.export import child_main as helper  # noqa: PLC0415 - the same

        return helper.main()
    guard_process()
    if arguments:
        try:
            from logbook.cli.run import run  # noqa: PLC0415 - the window must not pay for it

            return run(arguments)
        except KeyboardInterrupt:  # before a command has begun, or after it has ended
            return 130
    # The window collects by itself (ui/garbage.py); looking through fresh modules costs.
    gc.disable()
    from logbook.ui import plain_import  # noqa: PLC0415 - a script must not load Qt

    plain_import.take_back()
    from logbook.ui import app  # noqa: PLC0415 - after what makes its loading fast

    return app.run()


if __name__ == "__main__":
    sys.exit(main())
