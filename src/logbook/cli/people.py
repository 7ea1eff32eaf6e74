"""Commands for people: add, list, remove, erase."""

from __future__ import annotations

import argparse

from logbook.cli.options import Commands, set_up_book, whole_number
from logbook.cli.output import Output
from logbook.cli.secrets_in import opened
from logbook.domain.ids import PersonId
from logbook.domain.person import NewPerson, Role
from logbook.domain.progress import Progress
from logbook.i18n import translate
from logbook.tasks import name_people


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add this group's commands."""
    person = commands.add_parser(
        "person", help=translate("CommandHelp", "add, list, remove and erase people")
    )
    verbs = person.add_subparsers(
        dest="verb", metavar=translate("CommandHelp", "VERB"), required=True
    )
    add = verbs.add_parser("add", parents=[common], help=translate("CommandHelp", "add a person"))
    set_up_book(add, _add)
    add.add_argument("--name", required=True)
    add.add_argument("--role", type=Role, default=Role.OTHER)
    add.add_argument("--number", action="append", default=[])
    add.add_argument("--handle", action="append", default=[])
    add.add_argument("--legal-name", default="")
    add.add_argument("--working-name", default="")
    listing = verbs.add_parser(
        "list", parents=[common], help=translate("CommandHelp", "list people")
    )
    set_up_book(listing, _list)
    remove = verbs.add_parser(
        "remove", parents=[common], help=translate("CommandHelp", "take a person out of the lists")
    )
    set_up_book(remove, _remove)
    remove.add_argument("id", type=whole_number, metavar="ID")
    erase = verbs.add_parser(
        "erase",
        parents=[common],
        help=translate("CommandHelp", "take every name of a person away for good"),
    )
    set_up_book(erase, _erase)
    erase.add_argument("id", type=whole_number, metavar="ID")


def _add(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    person = NewPerson(
        name=options.name,
        role=options.role,
        numbers=tuple(options.number),
        handles=tuple(options.handle),
        legal_name=options.legal_name,
        working_name=options.working_name,
    )
    with opened(options, progress) as vault:
        kept = name_people.add_person(vault, person)
    output.result({"id": kept.id, "name": kept.what.name}, [kept.what.name])
    return True


def _list(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        people = name_people.list_people(vault)
    output.result(
        {
            "people": [
                {
                    "id": one.id,
                    "name": one.what.name,
                    "role": one.what.role.value,
                    "numbers": list(one.what.numbers),
                    "handles": list(one.what.handles),
                }
                for one in people
            ]
        },
        [f"{one.id:>5}  {one.what.name}  {one.what.role.value}" for one in people],
    )
    return True


def _remove(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        name_people.remove_person(vault, PersonId(options.id))
    output.result(
        {"id": options.id},
        [
            translate(
                "CommandLine",
                "Taken out of the lists. The record keeps the name; erase takes it away for good.",
            )
        ],
    )
    return True


def _erase(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with opened(options, progress) as vault:
        name_people.erase_person(vault, PersonId(options.id))
    output.result(
        {"id": options.id},
        [
            translate(
                "CommandLine",
                "Erased, with every earlier name and number. What entries say in words stays, and"
                " earlier backups still hold it.",
            )
        ],
    )
    return True
