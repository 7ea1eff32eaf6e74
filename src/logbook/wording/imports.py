"""What is said when an export cannot be brought in."""

from __future__ import annotations

from logbook import errors
from logbook.i18n import translate
from logbook.wording.table import Words, words_for


@words_for(errors.FileUnreadable)
def _file_unreadable(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file cannot be read."),
        translate("Failure", "It is missing, it is a folder, or another program holds it."),
        translate("Failure", "Close other programs that use it, and try again."),
    )


@words_for(errors.UnknownFormat)
def _unknown_format(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This kind of file is not known here."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "You can keep it as evidence instead."),
    )


@words_for(errors.DamagedContainer)
def _damaged_container(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This zip file is cut off or damaged."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "Export or copy it again."),
    )


@words_for(errors.PasswordProtected)
def _password_protected(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This zip file has a password."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "Unpack it first, and bring in what is inside."),
    )


@words_for(errors.UnsafeXml)
def _unsafe_xml(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file declares things that a message export never needs."),
        translate("Failure", "It could be made to do harm. Nothing was added."),
        translate("Failure", "Export it again from the phone."),
    )


@words_for(errors.FileChanged)
def _file_changed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file changed while it was read."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "Wait until the other program is done, and try again."),
    )


@words_for(errors.ImportFailed)
def _import_failed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file cannot be brought in."),
        translate("Failure", "Nothing was added."),
    )


@words_for(errors.WrongKind)
def _wrong_kind(error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file is something else: {kind}.", kind=error.detail),
        translate("Failure", "Nothing was added."),
        translate("Failure", "You can keep it as evidence instead."),
    )


@words_for(errors.LimitExceeded)
def _limit_exceeded(error: errors.LogbookError) -> Words:
    if error.detail in {"conversations", "names"}:
        many = translate(
            "Failure", "This file holds more than {most} conversations.", most=error.where or ""
        )
        long = translate("Failure", "This file holds names that are longer than any phone has.")
        return Words(
            many if error.detail == "conversations" else long,
            translate("Failure", "It was not read to its end, and nothing was added."),
            translate("Failure", "Export fewer conversations at once, in several files."),
        )
    return Words(
        translate("Failure", "This file is larger or deeper than any real export."),
        translate("Failure", "It was not read to its end, and nothing was added."),
        translate("Failure", "Export a shorter time, in several files."),
    )


@words_for(errors.AnswerNeeded)
def _answer_needed(error: errors.LogbookError) -> Words:
    questions = {
        "date_order": translate("Failure", "It can be read as day first or month first."),
        "zone": translate("Failure", "It does not say in which time zone its times are."),
        "me": translate("Failure", "It does not say which of the people is you."),
    }
    return Words(
        translate("Failure", "This file leaves a question that only you can answer."),
        questions.get(error.where or "", ""),
        translate("Failure", "Answer it, and try again."),
    )
