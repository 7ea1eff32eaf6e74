"""Commands for message exports: import, imports, messages, formats."""

from __future__ import annotations

import argparse
from pathlib import Path

from logbook.cli import shape
from logbook.cli.options import Commands, add_book_command, whole_number
from logbook.cli.output import Output
from logbook.cli.secrets_in import opened
from logbook.domain.ids import ConversationId, ImportId
from logbook.domain.message import Answers, ImportSummary, Message, subject_of
from logbook.domain.progress import Progress
from logbook.i18n import figures, translate
from logbook.tasks import bring_in_messages, say_import
from logbook.vault.import_rows import KeptImport

PAGE = 5_000
_PLACES_SHOWN = 20


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add this group's commands."""
    bring = add_book_command(
        commands, common, "import", translate("CommandHelp", "bring a message export in"), _import
    )
    bring.add_argument("files", type=Path, nargs="+", metavar=translate("CommandHelp", "FILE"))
    bring.add_argument(
        "--format", default="", metavar="F", help=translate("CommandHelp", "see logbook formats")
    )
    bring.add_argument(
        "--zone",
        default="",
        metavar="Z",
        help=translate("CommandHelp", "zone of the phone, an IANA name"),
    )
    bring.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), default="")
    bring.add_argument(
        "--me",
        default="",
        metavar=translate("CommandHelp", "NAME"),
        help=translate("CommandHelp", "which sender is you"),
    )
    bring.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("CommandHelp", "read everything, keep nothing"),
    )
    listing = add_book_command(
        commands, common, "messages", translate("CommandHelp", "list imported messages"), _messages
    )
    listing.add_argument("--conversation", type=whole_number, metavar="ID")
    listing.add_argument("--match", default="", metavar="Q")
    listing.add_argument("--limit", type=whole_number)
    listing.add_argument("--offset", type=whole_number, default=0)
    imports = add_book_command(
        commands,
        common,
        "imports",
        translate("CommandHelp", "list what was brought in, or take one out again"),
        _imports,
    )
    imports.add_argument(
        "--undo",
        type=whole_number,
        metavar="ID",
        help=translate("CommandHelp", "take this import out of the book again"),
    )
    formats = commands.add_parser(
        "formats", parents=[common], help=translate("CommandHelp", "what can be brought in")
    )
    formats.set_defaults(run=_formats)


def _import(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    given = Answers(zone=options.zone, date_order=options.date_order, me=options.me)
    examined = [
        bring_in_messages.examine_messages(path, options.format, progress) for path in options.files
    ]
    done: list[ImportSummary] = []
    with opened(options, progress) as vault:
        while examined:
            one = examined.pop(0)  # what it holds of a large file is needed no more
            if options.dry_run:
                done.append(bring_in_messages.try_messages(one, given, progress))
            else:
                done.append(bring_in_messages.keep_messages(vault, one, given, progress))
    shapes = [shape.import_summary(one) for one in done]
    document: shape.Json = shapes[0] if len(shapes) == 1 else {"imports": shapes}
    output.result(document, [line for one in done for line in _lines(one)])
    return True


def _lines(done: ImportSummary) -> list[str]:
    return [
        done.name,
        translate(
            "CommandLine",
            "%n record in the file: {stored} stored, {here} already here, {missed} not understood.|"
            "%n records in the file: {stored} stored, {here} already here, {missed} not"
            " understood.",
            "",
            done.records_in_file,
            stored=figures(done.messages_stored),
            here=figures(done.already_here),
            missed=figures(len(done.not_understood)),
        ),
        *(f"  {say_import.say_place(one)}" for one in done.not_understood[:_PLACES_SHOWN]),
        *(" ".join(say_import.say_warning(code)) for code in done.warnings),
    ]


def _messages(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    chosen = None if options.conversation is None else ConversationId(options.conversation)
    with opened(options, progress) as vault:
        if chosen is not None:
            vault.messages.conversation(chosen)  # refuses one that is not there
        total = vault.messages.count(chosen, options.match)
        left = max(0, total - options.offset)
        wanted = left if options.limit is None else min(left, options.limit)
        shapes: list[shape.Json] = []
        lines: list[str] = []
        while len(shapes) < wanted:
            page = vault.messages.page(
                chosen,
                options.offset + len(shapes),
                min(PAGE, wanted - len(shapes)),
                options.match,
            )
            if not page:
                break
            near = vault.variants.of([one.id for one in page])
            shapes.extend(shape.message(one, near.get(one.id, ())) for one in page)
            lines.extend(map(_line_of, page))
            progress(len(shapes), wanted)
    output.result(
        {"total": total, "messages": shapes}, [part for line in lines for part in line.split("\n")]
    )
    return True


def _imports(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        if options.undo is None:
            kept = vault.imports.all()
            output.result(
                {"imports": [shape.kept_import(one) for one in kept]}, list(map(_import_line, kept))
            )
            return True
        undone = bring_in_messages.undo_import(vault, ImportId(options.undo), progress)
    lines = [
        translate("CommandLine", "%n message taken out|%n messages taken out", "", undone.gone)
    ]
    if undone.kept:
        needed = translate(
            "CommandLine",
            "%n message stays: an entry or another import has it too.|"
            "%n messages stay: entries or other imports have them too.",
            "",
            undone.kept,
        )
        lines.append(needed)
    output.result({"id": options.undo, "gone": undone.gone, "kept": undone.kept}, lines)
    return True


def _import_line(kept: KeptImport) -> str:
    count = translate("CommandLine", "%n message|%n messages", "", kept.stored)
    day = f"{kept.imported_at.astimezone():%Y-%m-%d}"
    return f"{kept.id:>5}  {day}  {count}  {kept.name}"


def _line_of(message: Message) -> str:
    record = message.record
    words = "\n".join(filter(None, (subject_of(record), record.text)))
    return f"{message.number:>7}  {record.time_raw}  {record.sender}: {words}"


def _formats(_options: argparse.Namespace, output: Output, _progress: Progress) -> bool:
    known = bring_in_messages.formats()
    output.result(
        {
            "formats": [
                {
                    "id": one.id,
                    "label": one.label,
                    "how_to_get": one.how_to_get,
                    "endings": list(one.endings),
                }
                for one in known
            ]
        },
        [f"{one.id}: {one.label}. {one.how_to_get}" for one in known],
    )
    return True
