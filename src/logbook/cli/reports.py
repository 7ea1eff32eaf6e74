"""Commands for the evidence bundle: report, profiles."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import replace
from pathlib import Path

from logbook.cli.options import Commands, add_book_command, day, numbers, one_of
from logbook.cli.output import Output
from logbook.cli.secrets_in import opened
from logbook.domain.ids import EntryId, MessageId
from logbook.domain.progress import Progress
from logbook.domain.selection import NameForm, ReportRequest
from logbook.errors import FileUnreadable, UsageError
from logbook.i18n import language_wanted, translate
from logbook.i18n.speech import parts_of
from logbook.tasks import make_report

OPTIONS_BYTES_MOST = 1 << 20
BATES_MOST = 1_000_000_000
TEXT_OPTIONS = frozenset(
    {
        "court",
        "case_number",
        "respondent",
        "title",
        "zone",
        "page",
        "bates_prefix",
        "made_at",
        "language",
    }
)


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add this group's commands."""
    report = add_book_command(
        commands, common, "report", translate("CommandHelp", "write the evidence bundle"), _report
    )
    report.add_argument("out", type=Path, metavar=translate("CommandHelp", "OUT"))
    report.add_argument(
        "--profile", default="", metavar="P", help=translate("CommandHelp", "see logbook profiles")
    )
    report.add_argument("--from", dest="first_day", type=day, metavar="D")
    report.add_argument("--to", dest="last_day", type=day, metavar="D")
    report.add_argument(
        "--entries", type=numbers, metavar="IDS", help=translate("CommandHelp", "such as 3,5,8-12")
    )
    report.add_argument("--messages", default="", metavar="IDS|all|none")
    report.add_argument(
        "--name-as",
        type=one_of(NameForm),
        metavar=translate("CommandHelp", "FORM"),
        default=NameForm.INITIALS,
    )
    report.add_argument(
        "--leave-out-named",
        action="store_true",
        help=translate(
            "CommandHelp",
            "leave out what holds a name that must not be shown, and say what that was",
        ),
    )
    report.add_argument(
        "--options",
        type=Path,
        metavar=translate("CommandHelp", "FILE"),
        help=translate("CommandHelp", "more options as JSON"),
    )
    profiles = commands.add_parser(
        "profiles", parents=[common], help=translate("CommandHelp", "which courts are known")
    )
    profiles.set_defaults(run=_profiles)


def _report(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    request = _request(options)
    with opened(options, progress) as vault:
        made = make_report.make_report(vault, request, options.out, progress)
    document = {
        "files": [
            {
                "path": str(one.path),
                "pages": one.pages,
                "bytes": one.bytes,
                "sha256": one.sha256.hex(),
            }
            for one in made.files
        ],
        "entries": made.entries,
        "exhibits": made.exhibits,
        "profile": made.profile,
        "sections": [
            {"id": one.id, "title": one.title, "page": one.first, "pages": one.pages}
            for one in made.sections
        ],
        "checks": [_check(one.id, one.level, one.page, one.message) for one in made.checks],
    }
    lines = [
        translate(
            "CommandLine",
            "{path}  %n page  {digest}|{path}  %n pages  {digest}",
            "",
            one.pages,
            path=one.path,
            digest=one.sha256.hex(),
        )
        for one in made.files
    ]
    lines += [one.message for one in made.checks if one.level != "ok"]
    output.result(document, lines)
    return True


def _check(name: str, level: str, page: int | None, message: str) -> dict[str, object]:
    shape: dict[str, object] = {"id": name, "level": level, "message": message}
    if page is not None:
        shape["page"] = page
    return shape


def _request(options: argparse.Namespace) -> ReportRequest:
    request = ReportRequest(
        first_day=options.first_day,
        last_day=options.last_day,
        entries=None if options.entries is None else tuple(map(EntryId, options.entries)),
        name_as=options.name_as,
        leave_out_named=options.leave_out_named,
        language=parts_of(language_wanted(os.environ))[0],  # also with --json, which is English
    )
    if options.profile:
        request = replace(request, profile=options.profile)
    if options.messages == "all":
        request = replace(request, messages=None)
    elif options.messages not in {"", "none"}:
        try:
            chosen = numbers(options.messages)
        except argparse.ArgumentTypeError as error:
            raise UsageError(str(error), where="--messages") from error
        request = replace(request, messages=tuple(map(MessageId, chosen)))
    return _with_options(request, options.options) if options.options else request


def _with_options(request: ReportRequest, path: Path) -> ReportRequest:
    """Fill in the options of a JSON file; an unknown or misfit one is refused by name."""
    try:
        with path.open("rb") as stream:
            data = stream.read(OPTIONS_BYTES_MOST + 1)
    except OSError as error:
        raise FileUnreadable(error.strerror or "cannot be read", where=path.name) from error
    try:
        given = json.loads(data[:OPTIONS_BYTES_MOST])
    except (ValueError, RecursionError) as error:
        raise UsageError("not JSON", where=path.name) from error
    if not isinstance(given, dict):
        raise UsageError("not a JSON object", where=path.name)
    changes: dict[str, object] = {}
    for name, value in given.items():
        is_text = name in TEXT_OPTIONS and isinstance(value, str)
        is_number = name == "bates_start" and type(value) is int and 0 <= value < BATES_MOST
        if is_text or is_number:
            changes[name] = value
        elif name == "sections" and isinstance(value, list) and all(map(_is_text, value)):
            changes[name] = tuple(value)
        else:
            raise UsageError("unknown option or wrong type", where=str(name))
    return replace(request, **changes)  # type: ignore[arg-type] # checked one by one above


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _profiles(_options: argparse.Namespace, output: Output, _progress: Progress) -> bool:
    known = make_report.known_profiles()
    output.result(
        {"profiles": [{"id": one.id, "label": one.label, "page": one.page} for one in known]},
        [f"{one.id}: {one.label}" for one in known],
    )
    return True
