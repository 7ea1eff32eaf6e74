"""Commands for evidence: add, list, save, erase."""

from __future__ import annotations

import argparse
from pathlib import Path

from logbook import wording
from logbook.cli import shape
from logbook.cli.options import Commands, set_up_book, whole_number
from logbook.cli.output import Output
from logbook.cli.secrets_in import opened
from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId, EvidenceId
from logbook.domain.progress import Progress
from logbook.i18n import figures, translate
from logbook.tasks import keep_file, save_copies, write_entry


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add this group's commands."""
    evidence = commands.add_parser(
        "evidence", help=translate("CommandHelp", "keep files, list them, give them back")
    )
    verbs = evidence.add_subparsers(
        dest="verb", metavar=translate("CommandHelp", "VERB"), required=True
    )
    add = verbs.add_parser(
        "add", parents=[common], help=translate("CommandHelp", "keep files untouched")
    )
    set_up_book(add, _add)
    add.add_argument("files", type=Path, nargs="+", metavar=translate("CommandHelp", "FILE"))
    add.add_argument("--entry", type=whole_number, metavar="ID")
    listing = verbs.add_parser(
        "list", parents=[common], help=translate("CommandHelp", "list the files")
    )
    set_up_book(listing, _list)
    save = verbs.add_parser(
        "save", parents=[common], help=translate("CommandHelp", "save files outside the book")
    )
    set_up_book(save, _save)
    save.add_argument("ids", type=whole_number, nargs="+", metavar="ID")
    save.add_argument("out", type=Path, metavar=translate("CommandHelp", "OUT"))
    save.add_argument(
        "--clean", action="store_true", help=translate("CommandHelp", "a copy without hidden data")
    )
    erase = verbs.add_parser(
        "erase", parents=[common], help=translate("CommandHelp", "take a file away for good")
    )
    set_up_book(erase, _erase)
    erase.add_argument("id", type=whole_number, metavar="ID")


def _add(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    looked = [keep_file.look_at_file(path, progress) for path in options.files]
    with opened(options, progress) as vault, vault.saving():
        if options.entry is not None:
            vault.entries.get(EntryId(options.entry))
        kept = [keep_file.keep_file(vault, one, progress) for one in looked]
        if options.entry is not None:
            write_entry.link_evidence(vault, EntryId(options.entry), [one.id for one in kept])
    _result(kept, output)
    return True


def _list(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        kept = vault.evidence.all()
    _result(kept, output)
    return True


def _result(kept: list[Evidence], output: Output) -> None:
    output.result(
        {"evidence": [shape.evidence(one) for one in kept]},
        [
            f"{one.id:>5}  {figures(one.size_bytes):>12}  {one.media_type}  {one.name}"
            for one in kept
        ],
    )


def _save(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    if len(options.ids) > 1:
        return _save_several(options, output, progress)
    with opened(options, progress) as vault:
        kept = vault.evidence.get(EvidenceId(options.ids[0]))
        path = save_copies.save_file(
            vault, kept.id, options.out, progress, without_hidden_data=options.clean
        )
    output.result(
        {"evidence": [shape.evidence(kept)], "path": str(path), "clean": options.clean},
        [translate("CommandLine", "Saved {path}. Anyone can read this copy.", path=path)],
    )
    return True


def _save_several(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    """Save into a folder; files that could not be saved are named, and make the command fail."""
    ids = list(dict.fromkeys(EvidenceId(one) for one in options.ids))
    with opened(options, progress) as vault:
        kept = [vault.evidence.get(one) for one in ids]
        copies = save_copies.save_files(
            vault, ids, options.out, progress, without_hidden_data=options.clean
        )
    lines = [
        translate("CommandLine", "Saved {path}. Anyone can read this copy.", path=path)
        for path in copies.saved
    ]
    lines += [
        translate(
            "CommandLine",
            "Not saved: {name}. {why}",
            name=one.name,
            why=wording.describe(one.error).title,
        )
        for one in copies.problems
    ]
    output.result(
        {
            "evidence": [shape.evidence(one) for one in kept],
            "paths": [str(path) for path in copies.saved],
            "not_saved": [
                {"id": one.id, "name": one.name, "code": type(one.error).__name__}
                for one in copies.problems
            ],
            "clean": options.clean,
        },
        lines,
    )
    return not copies.problems and copies.finished


def _erase(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        keep_file.erase_file(vault, EvidenceId(options.id))
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
