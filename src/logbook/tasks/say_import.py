"""What a person hears of an export that was looked at: its warnings, and what was not understood.

Importers give codes; the window and the command line say them in the same words.
"""

from __future__ import annotations

from typing import NamedTuple

from logbook.domain.message import NotUnderstood
from logbook.i18n import translate


class Warned(NamedTuple):
    """A warning: one sentence that says what is so, and one more of it."""

    head: str
    line: str


def say_warning(code: str) -> Warned:
    """Return the words for a warning of an importer, `count_differs:640:639` too."""
    kind, _, facts = code.partition(":")
    named, _, counted = facts.partition(":")
    if kind == "count_differs" and counted:
        line = translate(
            "Import",
            "It names {named} and holds {counted}. It may have been cut or edited.",
            named=named,
            counted=counted,
        )
        return Warned(translate("Import", "The file names another number of messages."), line)
    if kind == "variants" and named.isdecimal():
        head = translate(
            "Import",
            "%n message is nearly like one that is here already.|%n messages are nearly like ones"
            " that are here already.",
            "",
            int(named),
        )
        line = translate("Import", "Both are kept: a text was edited, or a name is another.")
        return Warned(head, line)
    if kind == "repeated" and named.isdecimal():
        head = translate(
            "Import",
            "%n record stands in the file once more, dated to the same instant.|%n records stand"
            " in the file once more, dated to the same instant.",
            "",
            int(named),
        )
        line = translate("Import", "Each is kept as one message, with all its places in the file.")
        return Warned(head, line)
    words = {**_of_the_file(), **_of_times(), **_of_texts()}
    return words.get(kind) or Warned(
        translate("Import", "The file is unusual in one way."),
        translate("Import", "The program names it “{code}”. Everything was read.", code=kind),
    )


def say_place(one: NotUnderstood) -> str:
    """Return where something was not understood, and why."""
    reason = _reasons().get(one.reason, translate("Import", "nothing that is known here"))
    return translate("Import", "Place {place}: {reason}", place=one.locator, reason=reason)


def has_words(code: str) -> bool:
    """Tell whether a warning or a reason has words of its own."""
    known = {**_of_the_file(), **_of_times(), **_of_texts(), **_reasons()}
    return code.partition(":")[0] in {"variants", "repeated", *known}


def _of_the_file() -> dict[str, Warned]:
    return {
        "file_is_editable": Warned(
            translate("Import", "This kind of export is plain text."),
            translate("Import", "Anyone could edit it. Keep the phone and screenshots as well."),
        ),
        "count_differs": Warned(
            translate("Import", "The file names another number of messages."),
            translate("Import", "It may have been cut or edited."),
        ),
        "already_imported": Warned(
            translate("Import", "This very file was brought in before."),
            translate("Import", "Nothing was added."),
        ),
        "no_messages": Warned(
            translate("Import", "There is no message in this file."),
            translate("Import", "Look whether it is the right one, or export the chat again."),
        ),
        "near_cap": Warned(
            translate("Import", "The chat may be longer than the export."),
            translate("Import", "The phone cuts off the oldest messages without a note."),
        ),
        "cut_off": Warned(
            translate("Import", "The file ends in the middle."),
            translate("Import", "Everything before that place was read."),
        ),
        "container_cut": Warned(
            translate("Import", "The zip file is cut off or damaged."),
            translate("Import", "What is left of it was read. Copy or export it again if you can."),
        ),
        "member_damaged": Warned(
            translate("Import", "A part of the file is damaged."),
            translate("Import", "What can be read of it was read."),
        ),
        "several_chats": Warned(
            translate("Import", "The file holds more than one chat."),
            translate("Import", "Each of them is kept as a chat of its own."),
        ),
        "same_as_other_chat": Warned(
            translate("Import", "A chat in this file seems to be here under another name."),
            translate(
                "Import",
                "Its messages were kept once more, as a chat of its own. If it is the same one, "
                "use only one of the two in a report.",
            ),
        ),
        "second_document": Warned(
            translate("Import", "The file holds more than one backup."),
            translate("Import", "All of them were read."),
        ),
        "records_after_end": Warned(
            translate("Import", "Messages stand behind the end of the backup."),
            translate("Import", "They were read too. The file may have been edited."),
        ),
    }


def _of_times() -> dict[str, Warned]:
    return {
        "date_order_conflict": Warned(
            translate("Import", "Some dates do not fit the order of the others."),
            translate("Import", "They are marked, and shown as they stand in the file."),
        ),
        "date_not_understood": Warned(
            translate("Import", "Some dates could not be read."),
            translate("Import", "The messages are kept without a day, with the words of the file."),
        ),
        "time_not_understood": Warned(
            translate("Import", "Some times could not be read."),
            translate("Import", "The messages are kept with their day only."),
        ),
        "meridiem_unknown": Warned(
            translate("Import", "For some times it is not clear if they are morning or evening."),
            translate("Import", "They are marked, and shown as they stand in the file."),
        ),
        "impossible_meridiem": Warned(
            translate("Import", "Some times cannot be, such as 14 o’clock in the morning."),
            translate("Import", "They are marked, and shown as they stand in the file."),
        ),
        "other_calendar": Warned(
            translate("Import", "Some dates are of another calendar."),
            translate("Import", "They were turned into the common one; the file’s words are kept."),
        ),
        "implausible_time": Warned(
            translate("Import", "Some messages are from a time before such chats, or to come."),
            translate("Import", "The clock of the phone may have been wrong. They are marked."),
        ),
    }


def _of_texts() -> dict[str, Warned]:
    return {
        "possible_pasted_header": Warned(
            translate("Import", "A message may be a line that was typed into the one before it."),
            translate("Import", "Both are kept as messages, and marked. Look at that place."),
        ),
        "file_beside": Warned(
            translate("Import", "Pictures and files were taken from the folder of the chat."),
            translate("Import", "The chat names them. If you can, bring in the zip file itself."),
        ),
        "windows_1252": Warned(
            translate("Import", "The file uses an old way to write letters."),
            translate("Import", "Look whether accents and signs are right. The file is kept."),
        ),
        "lone_surrogate": Warned(
            translate("Import", "A sign in a message is broken."),
            translate("Import", "It is shown as a mark; the rest of the message is whole."),
        ),
        "nul_character": Warned(
            translate("Import", "A message holds an invisible sign that no phone writes."),
            translate("Import", "The file may have been edited. The sign is shown as a mark."),
        ),
        "text_too_long": Warned(
            translate("Import", "A message is longer than any chat allows."),
            translate("Import", "Its end is left out here and stays in the file."),
        ),
    }


def _reasons() -> dict[str, str]:
    return {
        "bad_encoding": translate("Import", "letters that cannot be read"),
        "bad_reference": translate("Import", "a sign that cannot be read"),
        "bad_tag": translate("Import", "a record that is not whole"),
        "blank": translate("Import", "empty lines"),
        "cut_off": translate("Import", "the file ends here"),
        "duplicate_attribute": translate("Import", "a record that says one thing twice"),
        "no_header": translate("Import", "no message begins here"),
        "stray_text": translate("Import", "words between two records"),
        "text_too_long": translate("Import", "the rest of a very long message"),
        "too_long": translate("Import", "a record longer than any real one"),
        "unknown_element": translate("Import", "a kind of record that is not known"),
    }
