"""Commands for entries: add, list, show, edit, remove, erase."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from logbook.cli import shape
from logbook.cli.options import Commands, a_name, day, one_of, set_up_book, whole_number
from logbook.cli.output import Output
from logbook.cli.secrets_in import opened
from logbook.domain.entry import Entry, EntryText, Kind
from logbook.domain.ids import EntryId, EvidenceId, PersonId
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import Role
from logbook.domain.progress import Progress
from logbook.domain.selection import EntryFilter
from logbook.errors import UsageError
from logbook.i18n import translate
from logbook.tasks import keep_file, say_date, write_entry
from logbook.tasks.read_date import Reading
from logbook.tasks.read_span import read_span
from logbook.tasks.this_computer import known_zone, now_here, zone_here
from logbook.vault.vault import Vault

TEXT_OPTIONS = ("title", "place", "exact_words", "effect", "response", "private_note")
REPORT_OPTIONS = ("agency", "officer", "badge", "report_number", "report_outcome")
OUTCOMES = ("", "reported", "refused")
PAGE = 1_000


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add this group's commands."""
    entry = commands.add_parser(
        "entry", help=translate("CommandHelp", "write, list, show, change, remove entries")
    )
    verbs = entry.add_subparsers(
        dest="verb", metavar=translate("CommandHelp", "VERB"), required=True
    )
    add = verbs.add_parser("add", parents=[common], help=translate("CommandHelp", "write an entry"))
    set_up_book(add, _add)
    _add_content(add, text_required=True)
    listing = verbs.add_parser(
        "list", parents=[common], help=translate("CommandHelp", "list entries in order of time")
    )
    set_up_book(listing, _list)
    listing.add_argument("--from", dest="first_day", type=day, metavar="D")
    listing.add_argument("--to", dest="last_day", type=day, metavar="D")
    listing.add_argument("--person", metavar=translate("CommandHelp", "NAME"))
    listing.add_argument("--kind", type=one_of(Kind), metavar="K")
    listing.add_argument("--match", default="", metavar="Q")
    listing.add_argument("--limit", type=whole_number)
    listing.add_argument(
        "--removed", action="store_true", help=translate("CommandHelp", "list the bin instead")
    )
    show = verbs.add_parser(
        "show", parents=[common], help=translate("CommandHelp", "show an entry")
    )
    set_up_book(show, _show)
    show.add_argument("id", type=whole_number, metavar="ID")
    show.add_argument(
        "--history",
        action="store_true",
        help=translate("CommandHelp", "with every earlier version"),
    )
    edit = verbs.add_parser(
        "edit", parents=[common], help=translate("CommandHelp", "save a new version")
    )
    set_up_book(edit, _edit)
    edit.add_argument("id", type=whole_number, metavar="ID")
    _add_content(edit, text_required=False)
    remove = verbs.add_parser(
        "remove", parents=[common], help=translate("CommandHelp", "move an entry to the bin")
    )
    set_up_book(remove, _remove)
    remove.add_argument("id", type=whole_number, metavar="ID")
    restore = verbs.add_parser(
        "restore", parents=[common], help=translate("CommandHelp", "take it back out of the bin")
    )
    set_up_book(restore, _restore)
    restore.add_argument("id", type=whole_number, metavar="ID")
    erase = verbs.add_parser(
        "erase", parents=[common], help=translate("CommandHelp", "take every version away for good")
    )
    set_up_book(erase, _erase)
    erase.add_argument("id", type=whole_number, metavar="ID")


def _add_content(parser: argparse.ArgumentParser, *, text_required: bool) -> None:
    parser.add_argument("--text", required=text_required, metavar="T")
    parser.add_argument(
        "--when",
        metavar="T",
        help=translate("CommandHelp", "a date and time, or words such as yesterday"),
    )
    parser.add_argument(
        "--until", metavar="T", help=translate("CommandHelp", "the latest it can have been")
    )
    parser.add_argument(
        "--precision", type=one_of(Precision), metavar="exact|about|between|unknown"
    )
    parser.add_argument(
        "--zone", metavar="Z", help=translate("CommandHelp", "an IANA name, such as Europe/London")
    )
    parser.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), default="")
    parser.add_argument("--kind", type=one_of(Kind), metavar="K")
    parser.add_argument(
        "--person", action="append", type=a_name, metavar=translate("CommandHelp", "NAME")
    )
    parser.add_argument(
        "--witness", action="append", type=a_name, metavar=translate("CommandHelp", "NAME")
    )
    parser.add_argument(
        "--file", action="append", type=Path, metavar=translate("CommandHelp", "PATH")
    )
    for name in TEXT_OPTIONS + REPORT_OPTIONS:
        choices = OUTCOMES if name == "report_outcome" else None
        metavar = "reported|refused" if choices else "T"
        parser.add_argument(f"--{name.replace('_', '-')}", metavar=metavar, choices=choices)


def _add(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    happened = _happened(options) or Reading(Moment(Precision.UNKNOWN, raw=""))
    files = [keep_file.look_at_file(path, progress) for path in options.file or ()]
    with opened(options, progress) as vault, vault.saving():
        what = _filled(
            EntryText(text=_text(options.text), happened=happened.moment), options, vault
        )
        added = tuple(keep_file.keep_file(vault, one, progress).id for one in files)
        kept = write_entry.write_entry(vault, replace(what, evidence=added))
    _say_saved(kept, happened, output)
    return True


def _edit(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    happened = _happened(options)
    files = [keep_file.look_at_file(path, progress) for path in options.file or ()]
    with opened(options, progress) as vault, vault.saving():
        what = vault.entries.get(EntryId(options.id)).what
        if options.text is not None:
            what = replace(what, text=_text(options.text))
        if happened is not None:
            what = replace(what, happened=happened.moment)
        what = _filled(what, options, vault)
        added: tuple[EvidenceId, ...] = tuple(
            keep_file.keep_file(vault, one, progress).id for one in files
        )
        what = replace(what, evidence=tuple(dict.fromkeys((*what.evidence, *added))))
        kept = write_entry.edit_entry(vault, EntryId(options.id), what)
    said: shape.Json = {"id": kept.id, "version": kept.version}
    lines = [translate("CommandLine", "Saved as version {number}.", number=kept.version)]
    if happened is not None:
        said |= {"happened": shape.moment(happened.moment), "clock_went": happened.clock_went}
        words = say_date.say_reading(happened)
        lines.append(translate("CommandLine", "When: {when}.", when=words))
    output.result(said, lines)
    return True


def _say_saved(kept: Entry, happened: Reading, output: Output) -> None:
    output.result(
        {
            "id": kept.id,
            "number": kept.number,
            "happened": shape.moment(kept.what.happened),
            "clock_went": happened.clock_went,
            "recorded_at": kept.recorded_at.isoformat(),
        },
        [
            translate(
                "CommandLine",
                "Saved entry {number}: {when}.",
                number=kept.number,
                when=say_date.say_reading(happened),
            )
        ],
    )


def _text(text: str) -> str:
    if not text.strip():
        raise UsageError("an entry needs a few words", where="--text")
    return text


def _happened(options: argparse.Namespace) -> Reading | None:
    """Read the time options; None where none is given."""
    if options.zone:
        known_zone(options.zone)
    if options.when is None:
        if options.until is not None:
            raise UsageError("--until needs --when", where="--until")
        if options.precision in {None, Precision.UNKNOWN}:
            return None if options.precision is None else Reading(Moment(Precision.UNKNOWN))
        raise UsageError("--precision needs --when", where="--precision")
    return read_span(
        options.when,
        options.until,
        now=now_here(),
        zone=options.zone or zone_here(),
        order=options.date_order,
        precision=options.precision,
    )


def _filled(what: EntryText, options: argparse.Namespace, vault: Vault) -> EntryText:
    """Return the entry with the options that were given."""
    changes: dict[str, object] = {
        name: getattr(options, name) for name in TEXT_OPTIONS if getattr(options, name) is not None
    }
    report = {
        name.removeprefix("report_"): getattr(options, name)
        for name in REPORT_OPTIONS
        if getattr(options, name) is not None
    }
    if report:
        changes["report"] = replace(what.report, **report)
    if options.kind is not None:
        changes["kind"] = options.kind
    if options.person is not None:
        changes["people"] = write_entry.people_named(vault, options.person)
    if options.witness is not None:
        changes["witnesses"] = write_entry.people_named(vault, options.witness, Role.WITNESS)
    return replace(what, **changes)  # type: ignore[arg-type] # names are EntryText's own


def _list(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        chosen = EntryFilter(
            first_day=options.first_day,
            last_day=options.last_day,
            people=_person(vault, options.person),
            kinds=() if options.kind is None else (options.kind,),
            match=options.match,
            removed=options.removed,
        )
        total = vault.entries.count(chosen)
        wanted = total if options.limit is None else min(total, options.limit)
        found: list[Entry] = []
        while len(found) < wanted:
            page = vault.entries.full(chosen, len(found), min(PAGE, wanted - len(found)))
            if not page:
                break
            found.extend(page)
            progress(len(found), wanted)
        document: shape.Json = {
            "total": total,
            "entries": [shape.entry(vault, one) for one in found],
        }
    output.result(document, _lines(found))
    return True


def _person(vault: Vault, name: str | None) -> tuple[PersonId, ...]:
    if name is None:
        return ()
    person = vault.people.named(name)
    if person is None:
        raise UsageError("no person has this name", where=name)
    return (person.id,)


def _lines(entries: Iterable[Entry]) -> Iterable[str]:
    for kept in entries:
        words = " ".join(kept.what.text.split())
        yield f"{kept.number:>5}  {say_date.say_when(kept.what.happened)}  {words[:100]}"


def _show(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        kept, versions = write_entry.show_entry(vault, EntryId(options.id))
        document = shape.entry(vault, kept)
        if options.history:
            document["versions"] = [shape.version(vault, one) for one in versions]
    lines = [*_lines([kept]), "", kept.what.text]
    if options.history:
        for one in versions:
            words = one.what.text if one.what else translate("CommandLine", "(erased)")
            lines += ["", f"{one.version}  {one.saved_at.isoformat()}", words]
    output.result(document, [line for text in lines for line in text.split("\n")])
    return True


def _remove(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        write_entry.remove_entry(vault, EntryId(options.id))
        kept = vault.entries.get(EntryId(options.id))
    output.result(
        {"id": kept.id, "version": kept.version},
        [translate("CommandLine", "Moved to the bin. The record keeps that it was removed.")],
    )
    return True


def _restore(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        write_entry.restore_entry(vault, EntryId(options.id))
        kept = vault.entries.get(EntryId(options.id))
    output.result(
        {"id": kept.id, "version": kept.version},
        [translate("CommandLine", "Back on the timeline.")],
    )
    return True


def _erase(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        write_entry.erase_entry(vault, EntryId(options.id))
    output.result(
        {"id": options.id},
        [
            translate(
                "CommandLine",
                "Erased. The record keeps only that something was. Earlier backups still hold it.",
            )
        ],
    )
    return True
