"""Commands for the book itself: new, check, backup, restore, passphrase, search, demo."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from logbook.cli.options import Commands, add_book_command, whole_number
from logbook.cli.output import Output
from logbook.cli.recovery import CodeKeeper
from logbook.cli.secrets_in import (
    add_secret_options,
    first_line,
    opened,
    read_passphrase,
    refuse_untypable,
)
from logbook.domain.checkpoint import Verdict
from logbook.domain.progress import Progress
from logbook.i18n import translate
from logbook.tasks import books, make_demo, prove_record, say_problem
from logbook.tasks.synced_folder import say_synced
from logbook.tasks.this_computer import has_screen
from logbook.vault.record_check import Problem
from logbook.vault.secret import Secret


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add this group's commands."""
    _add_new(commands, common)
    _add_check(commands, common)
    _add_back_up(commands, common)
    _add_restore(commands, common)
    _add_change(commands, common)
    _add_search(commands, common)
    _add_demo(commands, common)


def _add_new(commands: Commands, common: argparse.ArgumentParser) -> None:
    new = commands.add_parser(
        "new", parents=[common], help=translate("CommandHelp", "make an encrypted book")
    )
    new.add_argument("book", type=Path, metavar=translate("CommandHelp", "BOOK"))
    add_secret_options(new)
    new.add_argument("--recovery-code-out", type=Path, metavar=_a_file())
    new.set_defaults(run=_new)


def _add_check(commands: Commands, common: argparse.ArgumentParser) -> None:
    what = translate("CommandHelp", "verify every page, file and link")
    check = add_book_command(commands, common, "check", what, _check)
    for name, help_line in (
        ("--checkpoint", translate("CommandHelp", "compare with this anchor")),
        ("--checkpoint-out", translate("CommandHelp", "write the signed checkpoint here")),
        ("--checkpoint-qr-out", translate("CommandHelp", "the same as a QR code (SVG)")),
    ):
        check.add_argument(name, type=Path, metavar=_a_file(), help=help_line)


def _add_back_up(commands: Commands, common: argparse.ArgumentParser) -> None:
    what = translate("CommandHelp", "make a locked copy")
    backup = add_book_command(commands, common, "backup", what, _back_up)
    backup.add_argument(
        "out",
        type=Path,
        metavar=translate("CommandHelp", "OUT"),
        help=translate("CommandHelp", "a file, or a folder that keeps the newest five"),
    )


def _add_restore(commands: Commands, common: argparse.ArgumentParser) -> None:
    restore = commands.add_parser(
        "restore",
        parents=[common],
        help=translate("CommandHelp", "make a new book from a locked copy"),
    )
    restore.add_argument("file", type=Path, metavar=_a_file())
    restore.add_argument("book", type=Path, metavar=translate("CommandHelp", "BOOK"))
    restore.add_argument("--recovery-code-file", type=Path, metavar=_a_file())
    add_secret_options(restore)
    restore.set_defaults(run=_restore)


def _add_change(commands: Commands, common: argparse.ArgumentParser) -> None:
    what = translate("CommandHelp", "change the passphrase")
    change = add_book_command(commands, common, "passphrase", what, _change)
    change.add_argument("--new-passphrase-file", type=Path, metavar=_a_file(), required=True)
    change.add_argument("--recovery-code-file", type=Path, metavar=_a_file())


def _add_search(commands: Commands, common: argparse.ArgumentParser) -> None:
    what = translate("CommandHelp", "find words everywhere")
    search = add_book_command(commands, common, "search", what, _search)
    search.add_argument("query", metavar=translate("CommandHelp", "QUERY"))
    search.add_argument("--limit", type=whole_number, default=50)


def _add_demo(commands: Commands, common: argparse.ArgumentParser) -> None:
    demo = commands.add_parser(
        "demo",
        parents=[common],
        help=translate("CommandHelp", "make a fictional book and its bundle"),
    )
    demo.add_argument("folder", type=Path, metavar=translate("CommandHelp", "FOLDER"))
    demo.add_argument(
        "--open", action="store_true", help=translate("CommandHelp", "then open the window on it")
    )
    demo.set_defaults(run=_demo)


def _a_file() -> str:
    return translate("CommandHelp", "FILE")


def _new(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    secret = read_passphrase(options, new=True)
    with CodeKeeper(options.recovery_code_out) as keeper:
        made = books.create_book(options.book, secret, progress, key_file=options.key_file)
        try:
            keeper.take(made.recovery_code)
        finally:
            books.close_book(made.vault)
        done = translate("CommandLine", "Made {book}.", book=options.book)
        keeper.result(options.book, made.recovery_code, done, _synced(options.book), output)
    return True


def _check(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        found = books.check_book(vault, progress)
        words = prove_record.root_words(vault)
        anchor = options.checkpoint
        compared = prove_record.compare(vault, anchor, progress) if anchor else None
        if options.checkpoint_out:
            prove_record.save_checkpoint(vault, options.checkpoint_out)
        if options.checkpoint_qr_out:
            prove_record.save_checkpoint_qr(vault, options.checkpoint_qr_out)
    unchanged = compared is None or compared.verdict is Verdict.UNCHANGED
    document: dict[str, object] = {
        "ok": found.ok and unchanged,
        "entries": found.entries,
        "messages": found.messages,
        "evidence": found.evidence,
        "bytes": found.bytes,
        "journal": {
            "size": found.journal_size,
            "root": found.root.hex(),
            "words": " ".join(words),
        },
        "problems": [{"kind": one.kind, "where": one.where} for one in found.problems],
    }
    if compared is not None:
        document["checkpoint"] = {
            "verdict": compared.verdict.value,
            "size": compared.size,
            "since": compared.since,
        }
    lines = [
        translate("CommandLine", "Nothing is wrong.")
        if document["ok"]
        else translate("CommandLine", "Something is wrong:")
    ]
    lines += [f"  {line}" for line in _problem_lines(found.problems)]
    lines.append(
        translate(
            "CommandLine",
            "{counts}. Fingerprint {root}",
            counts=say_problem.say_counts(found),
            root=found.root.hex(),
        )
    )
    if compared is not None:
        lines.append(prove_record.say(compared))
    output.result(document, lines)
    return bool(document["ok"])


def _problem_lines(problems: Iterable[Problem]) -> list[str]:
    return [say_problem.say_problem(one) for one in problems]


def _back_up(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        made = books.back_up_book(vault, options.out, progress)
    output.result(
        {
            "path": str(made.path),
            "bytes": made.bytes,
            "sha256": made.sha256.hex(),
            "entries": made.entries,
            "problems": [{"kind": one.kind, "where": one.where} for one in made.problems],
            "dropped": [str(path) for path in made.dropped],
        },
        [
            translate("CommandLine", "Locked copy made and verified: {path}", path=made.path),
            *(
                translate("CommandLine", "Wrong in the book and in its copy: {what}", what=line)
                for line in _problem_lines(made.problems)
            ),
            *(
                translate("CommandLine", "Removed the older copy {path}", path=path)
                for path in made.dropped
            ),
        ],
    )
    return True


def _restore(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    made = books.restore_book(options.file, options.book, _secret(options), progress)
    output.result(
        {
            "book": str(options.book),
            "path": str(made.path),
            "bytes": made.bytes,
            "sha256": made.sha256.hex(),
            "entries": made.entries,
            **_synced(options.book),
        },
        [translate("CommandLine", "Restored to {book}.", book=options.book)],
    )
    return True


def _synced(folder: Path) -> dict[str, object]:
    """Say on standard error what a sync service does to a book, and return the same as JSON."""
    sentence = say_synced(folder)
    if not sentence:
        return {}
    print(sentence, file=sys.stderr)
    return {"warnings": [sentence]}


def _change(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    new = first_line(options.new_passphrase_file)
    refuse_untypable(new)
    with opened(options, progress, _secret(options)) as vault:
        needed = vault.needs_key_file
        books.change_passphrase(vault, new, progress)
        needs = vault.needs_key_file
    document: dict[str, object] = {"book": str(options.book)}
    lines = [translate("CommandLine", "The passphrase is changed.")]
    if needed:
        document["key_file"] = needs
    if needed and not needs:
        lines.append(translate("CommandLine", "It opens the book without the key file now."))
    output.result(document, lines)
    return True


def _secret(options: argparse.Namespace) -> Secret:
    """Return the recovery code where one is given, else the passphrase."""
    if options.recovery_code_file is not None:
        code = bytes(first_line(options.recovery_code_file)).decode("utf-8", "replace")
        return Secret(recovery_code=code, key_file=options.key_file)
    return Secret(passphrase=read_passphrase(options), key_file=options.key_file)


def _search(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        hits = vault.search(options.query, options.limit)
    output.result(
        {
            "total": hits.total,
            "hits": [
                {"kind": hit.kind, "id": hit.id, "snippet": hit.snippet, "when": hit.when}
                for hit in hits.hits
            ],
        },
        [f"{hit.kind} {hit.id}  {hit.when}  {hit.snippet}" for hit in hits.hits],
    )
    return True


def _demo(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    made = make_demo.make_demo(options.folder, progress)
    output.result(
        {
            "book": str(made.book),
            "passphrase_file": str(made.passphrase_file),
            "report": str(made.report),
        },
        [
            translate("CommandLine", "Book:       {path}", path=made.book),
            translate("CommandLine", "Passphrase: in {path}", path=made.passphrase_file),
            translate("CommandLine", "Bundle:     {path}", path=made.report),
            translate("CommandLine", "To open it: choose the book's folder on the lock screen."),
        ],
    )
    if options.open and has_screen():
        from logbook.ui import app  # noqa: PLC0415 - a script must not load Qt

        return app.run(made.book) == 0
    return True
