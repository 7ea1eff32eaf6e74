"""What is said when a report cannot be made or saved."""

from __future__ import annotations

from logbook import errors
from logbook.i18n import translate
from logbook.wording.table import Words, words_for


@words_for(errors.NothingChosen)
def _nothing_chosen(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Nothing is chosen for the report."),
        "",
        translate("Failure", "Choose at least one entry, file or message."),
    )


@words_for(errors.OutputNotWritable)
def _output_not_writable(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This cannot be saved there."),
        translate(
            "Failure", "The place cannot be written, or the disk is full. Nothing was left behind."
        ),
        translate("Failure", "Choose another place."),
    )


@words_for(errors.ResultNotPrinted)
def _result_not_printed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The result could not be printed."),
        translate("Failure", "What this command saves is saved: do not give it a second time."),
        translate("Failure", "Look at the book, or print to another place."),
    )


@words_for(errors.OutputInsideBook)
def _output_inside_book(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This place lies inside the book's own folder."),
        translate("Failure", "A file there could take the place of one that the book needs."),
        translate("Failure", "Choose another place."),
    )


@words_for(errors.ReportFailedCheck)
def _report_failed_check(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The report did not pass its own check, so it was not saved."),
        translate("Failure", "Your book is not touched."),
        translate(
            "Failure", "Try again with fewer parts, and tell the people who make this program."
        ),
    )


def _what_to_do_with_names(error: errors.LogbookError) -> str:
    if isinstance(error, errors.HiddenNameInReport) and not error.can_be_left_out:
        return translate(
            "Failure",
            "Leaving parts out does not help here: change the words, or choose to be named by the"
            " legal name.",
        )
    return translate(
        "Failure",
        "Change the words, leave these parts out, or choose to be named by the legal name.",
    )


@words_for(errors.HiddenNameInReport)
def _hidden_name_in_report(error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "A name that this report must not show stands in what you chose."),
        translate(
            "Failure",
            "It is the legal name. It stands here: {where}. Nothing was saved.",
            where=error.where or "",
        ),
        _what_to_do_with_names(error),
    )


@words_for(errors.UnknownProfile)
def _unknown_profile(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There are no rules here for a court with this name."),
        "",
        translate("Failure", "Choose one from the list."),
    )


@words_for(errors.ExportError)
def _export_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The report cannot be made."),
        translate("Failure", "Nothing was left behind."),
    )
