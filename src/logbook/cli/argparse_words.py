"""The sentences of Python's own argparse, which know no language but English, in the one in use."""

from __future__ import annotations

import argparse

from logbook.i18n import translate


def speak() -> None:
    """Have argparse ask here for its texts.

    It looks them up in gettext by two names of its module, which are the only way in. A text that
    is not listed, such as one of a later Python, stays in English.
    """
    argparse._ = _said  # type: ignore[attr-defined] # the name by which it calls gettext
    argparse.ngettext = _counted  # type: ignore[attr-defined] # the same


def _said(text: str) -> str:
    return _texts().get(text, text)


def _counted(one: str, many: str, n: int) -> str:
    if one != "expected %s argument":
        return one if n == 1 else many
    return translate("CommandLine", "%n value is needed here|%n values are needed here", "", n)


def _texts() -> dict[str, str]:
    """Return what argparse says, by its English; places as `%(value)r` are filled by argparse."""
    return {
        "usage: ": translate("CommandHelp", "usage: "),
        "options": translate("CommandHelp", "options"),
        "positional arguments": translate("CommandHelp", "arguments"),
        "show this help message and exit": translate("CommandHelp", "show this help and end"),
        "the following arguments are required: %s": translate("CommandLine", "missing: %s"),
        "unrecognized arguments: %s": translate("CommandLine", "not known here: %s"),
        "expected one argument": translate("CommandLine", "a value is needed here"),
        "expected at least one argument": translate(
            "CommandLine", "at least one value is needed here"
        ),
        "ignored explicit argument %r": translate("CommandLine", "no value belongs here: %r"),
        "not allowed with argument %s": translate("CommandLine", "cannot be given with %s"),
        "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
        "invalid choice: %(value)r (choose from %(choices)s)": translate(
            "CommandLine", "%(value)r is none of %(choices)s"
        ),
        "invalid %(type)s value: %(value)r": translate(
            "CommandLine", "%(value)r cannot be used here"
        ),
    }
