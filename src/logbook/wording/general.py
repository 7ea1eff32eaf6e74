"""What is said of dates, values, pictures and of failures that have no words of their own."""

from __future__ import annotations

from logbook import errors
from logbook.i18n import translate
from logbook.wording.table import Words, words_for
from logbook.wording.usage import reason


@words_for(errors.DateNotUnderstood)
def _date_not_understood(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This date is not understood."),
        "",
        translate("Failure", "Write it like 3 April 2026, or yesterday at 8 pm."),
    )


@words_for(errors.DateAmbiguous)
def _date_ambiguous(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This date can be two days."),
        "",
        translate("Failure", "Choose which one you mean."),
    )


@words_for(errors.PictureUnreadable)
def _picture_unreadable(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This picture cannot be shown here."),
        translate("Failure", "It is kept safe as it is."),
    )


@words_for(errors.CannotBeCleaned)
def _cannot_be_cleaned(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The hidden data in this kind of file cannot be taken out here."),
        "",
        translate("Failure", "Save it as it is, or make a picture of it first."),
    )


@words_for(errors.DecoderMissing)
def _decoder_missing(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "A part of the program that opens files is missing."),
        "",
        translate("Failure", "Install the program again. Your book is not touched."),
    )


@words_for(errors.DateError)
def _date_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This date cannot be used."),
        "",
        translate("Failure", "Write it like 3 April 2026."),
    )


@words_for(errors.MediaError)
def _media_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file cannot be worked with."),
        translate("Failure", "It is kept safe as it is."),
    )


@words_for(errors.LogbookError)
def _logbook_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This did not work."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Try again."),
    )


@words_for(errors.UsageError)
def _usage_error(error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This value cannot be used: {value}.", value=error.where)
        if error.where
        else translate("Failure", "This value cannot be used."),
        reason(error.detail),
    )
