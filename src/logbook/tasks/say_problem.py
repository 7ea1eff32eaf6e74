"""What a person hears of something that a check of the book found wrong, or of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from logbook.i18n import translate

if TYPE_CHECKING:
    from logbook.vault.check import CheckReport
    from logbook.vault.record_check import Problem


def say_problem(problem: Problem) -> str:
    """Return what is wrong, and where."""
    what = _kinds().get(problem.kind) or translate(
        "Check", "Something is wrong that has no other name ({kind})", kind=problem.kind
    )
    return translate("Check", "{what}: {where}", what=what, where=problem.where)


def say_counts(found: CheckReport) -> str:
    """Return how much a check looked at."""
    return translate(
        "Check",
        "{entries}, {messages}, {files}",
        entries=translate("Check", "%n entry|%n entries", "", found.entries),
        messages=translate("Check", "%n message|%n messages", "", found.messages),
        files=translate("Check", "%n file|%n files", "", found.evidence),
    )


def has_words(kind: str) -> bool:
    """Tell whether a kind of problem has words of its own."""
    return kind in _kinds()


def say_file_problem(code: str) -> str:
    """Return why a file that is kept cannot be shown (`Evidence.problem`)."""
    why = {
        "too_large": translate("Check", "It is larger than can be shown here."),
        "broken": translate("Check", "It is damaged or not what its name says."),
        "encrypted": translate("Check", "It is locked with a password of its own."),
        "unsupported": translate("Check", "We cannot show this kind of file here."),
    }.get(code, translate("Check", "We cannot show this file here."))
    return translate("Check", "{why} It is safe in your book.", why=why)


def say_file_note(code: str) -> str:
    """Return what is worth knowing of a file that can be shown (`Evidence.notes`); or nothing."""
    return {
        "animated": translate("Check", "It moves. Its first picture is shown here."),
        "name_disagrees": translate("Check", "Its ending does not fit what is inside."),
    }.get(code, "")


def _kinds() -> dict[str, str]:
    return {
        # The database file
        "page_damaged": translate("Check", "A page of the book is damaged"),
        "structure_damaged": translate("Check", "The structure of the book is damaged"),
        "link_broken": translate("Check", "A link inside the book leads nowhere"),
        "nonsense": translate("Check", "A part of the book makes no sense"),
        "unreadable": translate("Check", "A part of the book cannot be read"),
        "search_incomplete": translate("Check", "The search missed words and was built again"),
        # The record
        "revision_missing": translate("Check", "A line of the history is missing"),
        "revision_changed": translate("Check", "A line of the history was changed"),
        "receipt_differs": translate("Check", "A receipt does not fit the history"),
        "journal_head_differs": translate("Check", "The history is not as long as it says"),
        "save_mark_differs": translate("Check", "The mark of the last save does not fit"),
        "high_water_mark_differs": translate(
            "Check", "The file that tells which copy is the newest does not fit"
        ),
        "erased_without_trace": translate("Check", "Something was erased outside of the program"),
        # What a person wrote and kept
        "entry_missing": translate("Check", "An entry is missing"),
        "entry_changed": translate("Check", "An entry was changed outside of the program"),
        "person_missing": translate("Check", "A person is missing"),
        "person_changed": translate("Check", "A person was changed outside of the program"),
        "evidence_missing": translate("Check", "A file is missing from the list"),
        "evidence_changed": translate(
            "Check", "What is noted of a file was changed outside of the program"
        ),
        "original_damaged": translate("Check", "A file is not what it was when you added it"),
        "original_missing": translate("Check", "A file is not where the book keeps it"),
        "original_unreadable": translate("Check", "A file of the book may not or cannot be read"),
        "original_unknown": translate("Check", "A file lies in the folder that is not of the book"),
        # Messages
        "import_missing": translate("Check", "An import is missing"),
        "import_changed": translate("Check", "An import was changed outside of the program"),
        "messages_changed": translate(
            "Check", "Messages of an import were changed outside of the program"
        ),
        "attachment_changed": translate(
            "Check", "A file of a message was changed outside of the program"
        ),
        "conversation_changed": translate(
            "Check", "A conversation was changed outside of the program"
        ),
        "message_kind_changed": translate(
            "Check", "The kind of a message was changed outside of the program"
        ),
        # The small files beside the database, which opening mends
        "header_copy_used": translate("Check", "A copy of the locks was damaged, and is mended"),
        "header_older": translate("Check", "An earlier passphrase or key opens the book again"),
        "state_missing": translate("Check", "It could not be told whether this copy is the newest"),
        "state_damaged": translate("Check", "It could not be told whether this copy is the newest"),
        "state_behind": translate("Check", "The mark of the newest copy was an earlier one"),
    }
