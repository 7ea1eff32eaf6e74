"""What a person is told about every expected failure: what it is, what happened, what to do.

The window and the command line use the same words. A sentence never holds what a person wrote; the
facts of an error (a path the person gave, a number) fill a place only where they help to act.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from logbook import errors
from logbook.i18n import translate


@dataclass(frozen=True, slots=True)
class Words:
    """One failure in words: `title` says what it is, `what` more of it, `do` what helps."""

    title: str
    what: str = ""
    do: str = ""


def describe(error: errors.LogbookError) -> Words:
    """Return the words for a failure; a class without its own takes those of its parent."""
    for kind in type(error).__mro__:
        words = _BY_CLASS.get(kind)
        if words is not None:
            return words(error)
    raise TypeError(type(error).__name__)


def has_words(kind: type[errors.LogbookError]) -> bool:
    """Tell whether exactly this class has words, not only a parent of it."""
    return kind in _BY_CLASS


_Wording = Callable[[errors.LogbookError], Words]
_BY_CLASS: dict[type, _Wording] = {}


def _for(kind: type[errors.LogbookError]) -> Callable[[_Wording], _Wording]:
    def keep(words: _Wording) -> _Wording:
        _BY_CLASS[kind] = words
        return words

    return keep


@_for(errors.NotAVault)
def _not_a_vault(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There is no book here."),
        translate("Failure", "The folder holds none of the files of a book."),
        translate("Failure", "Choose the folder that you made the book in."),
    )


@_for(errors.NotAPlainFile)
def _not_a_plain_file(error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book cannot be opened safely."),
        translate(
            "Failure",
            "In the place of its file {name} stands a link, a folder or a pipe. Saves could go "
            "astray. Nothing was changed.",
            name=error.where or "",
        ),
        translate("Failure", "Put the file itself back, or restore a backup to a new folder."),
    )


@_for(errors.PathTooLong)
def _path_too_long(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The path of this folder is too long."),
        translate("Failure", "A book cannot lie so deep in other folders. Nothing was changed."),
        translate("Failure", "Choose a folder nearer to the top, or move the book there."),
    )


@_for(errors.NotFinished)
def _not_finished(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book was never finished."),
        translate("Failure", "Making or restoring it was cut short, and nothing is kept in it."),
        translate("Failure", "Make or restore it again, into this folder or a new one."),
    )


@_for(errors.VaultExists)
def _vault_exists(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There is a book or a file here already."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Open it, or choose another folder."),
    )


@_for(errors.WrongPassphrase)
def _wrong_passphrase(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "That passphrase does not open this book."),
        "",
        translate("Failure", "Check Caps Lock and try again."),
    )


@_for(errors.WrongRecoveryCode)
def _wrong_recovery_code(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "That recovery key does not open this book."),
        translate("Failure", "It is complete, so it belongs to another book or was replaced."),
        translate("Failure", "Look for a newer sheet, or use the passphrase."),
    )


@_for(errors.RecoveryCodeTypo)
def _recovery_code_typo(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Part of the recovery key was read or typed wrongly."),
        "",
        translate("Failure", "Compare it with your sheet, group by group."),
    )


@_for(errors.KeyFileNeeded)
def _key_file_needed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book also needs its key file."),
        "",
        translate("Failure", "Put in the stick that holds it, and choose the file."),
    )


@_for(errors.PassphraseTooWeak)
def _passphrase_too_weak(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This passphrase is easy to guess."),
        translate("Failure", "People who know you try names, dates and songs first."),
        translate("Failure", "Use five words that do not belong together."),
    )


@_for(errors.HeaderDamaged)
def _header_damaged(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The part of the book that holds its locks is damaged."),
        translate("Failure", "Both copies of it are unreadable. Nothing was changed."),
        translate("Failure", "Restore your last backup to a new folder."),
    )


@_for(errors.DatabaseDamaged)
def _database_damaged(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Part of this book is damaged."),
        translate(
            "Failure", "A page or a file is missing or not what was saved. Nothing was changed."
        ),
        translate(
            "Failure", "Restore your last backup to a new folder, and keep this one as it is."
        ),
    )


@_for(errors.NewerVersion)
def _newer_version(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book was made by a newer version of the program."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Open it with the newer version."),
    )


@_for(errors.VaultInUse)
def _vault_in_use(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book is open in another window."),
        translate("Failure", "Two windows must not write in one book."),
        translate("Failure", "Use the other window, or close it first."),
    )


@_for(errors.OlderCopy)
def _older_copy(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book is older than the one last used here."),
        translate(
            "Failure", "Someone may have put an earlier copy in its place, or you restored one."
        ),
        translate(
            "Failure",
            "If you did it yourself, you can open it. If not, look at your backups first.",
        ),
    )


@_for(errors.SavesMissing)
def _saves_missing(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Something that was saved in this book is missing."),
        translate("Failure", "A file of the book was removed or damaged after the last save."),
        translate("Failure", "Look at your backups before you go on."),
    )


@_for(errors.VaultGone)
def _vault_gone(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The book's folder has gone."),
        translate(
            "Failure",
            "The stick was pulled out, or the folder was moved. Your words are still here.",
        ),
        translate("Failure", "Put it back, and try again."),
    )


@_for(errors.VaultReadOnly)
def _vault_read_only(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Nothing can be saved in this folder."),
        translate(
            "Failure",
            "The disk, the folder or a file in it does not allow it. Your words are still here.",
        ),
        translate("Failure", "Allow reading and writing there, or copy the book to another place."),
    )


@_for(errors.DiskFull)
def _disk_full(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The disk is full."),
        translate(
            "Failure",
            "This was not saved. What was saved before is safe, and your words are still here.",
        ),
        translate("Failure", "Make room on the disk, and try again."),
    )


@_for(errors.DiskFailed)
def _disk_failed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The disk reports a fault."),
        translate("Failure", "It is not certain that this was saved. Your words are still here."),
        translate("Failure", "Copy the text, and open the book again to see what it holds."),
    )


@_for(errors.NotEnoughMemory)
def _not_enough_memory(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There is not enough free memory to open this book."),
        "",
        translate("Failure", "Close other programs, and try again."),
    )


@_for(errors.OriginalDamaged)
def _original_damaged(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file has changed since you added it."),
        translate("Failure", "What is on the disk does not match its fingerprint."),
        translate("Failure", "The first copy may be in a backup."),
    )


@_for(errors.OriginalMissing)
def _original_missing(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file is no longer where the book keeps it."),
        "",
        translate("Failure", "The first copy may be in a backup."),
    )


@_for(errors.NoSuchItem)
def _no_such_item(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This is not in the book any more."),
    )


@_for(errors.BackupDamaged)
def _backup_damaged(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This backup cannot be opened."),
        translate("Failure", "It is not complete, or it was changed. Nothing was written."),
        translate("Failure", "Use another backup."),
    )


@_for(errors.FolderNotEmpty)
def _folder_not_empty(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This folder is not empty."),
        translate("Failure", "A book gets a folder of its own, so that nothing is written over."),
        translate("Failure", "Choose a new folder."),
    )


@_for(errors.FileUnreadable)
def _file_unreadable(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file cannot be read."),
        translate("Failure", "It is missing, it is a folder, or another program holds it."),
        translate("Failure", "Close other programs that use it, and try again."),
    )


@_for(errors.UnknownFormat)
def _unknown_format(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This kind of file is not known here."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "You can keep it as evidence instead."),
    )


@_for(errors.DamagedContainer)
def _damaged_container(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This zip file is cut off or damaged."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "Export or copy it again."),
    )


@_for(errors.PasswordProtected)
def _password_protected(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This zip file has a password."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "Unpack it first, and bring in what is inside."),
    )


@_for(errors.UnsafeXml)
def _unsafe_xml(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file declares things that a message export never needs."),
        translate("Failure", "It could be made to do harm. Nothing was added."),
        translate("Failure", "Export it again from the phone."),
    )


@_for(errors.FileChanged)
def _file_changed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file changed while it was read."),
        translate("Failure", "Nothing was added."),
        translate("Failure", "Wait until the other program is done, and try again."),
    )


@_for(errors.DateNotUnderstood)
def _date_not_understood(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This date is not understood."),
        "",
        translate("Failure", "Write it like 3 April 2026, or yesterday at 8 pm."),
    )


@_for(errors.DateAmbiguous)
def _date_ambiguous(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This date can be two days."),
        "",
        translate("Failure", "Choose which one you mean."),
    )


@_for(errors.PictureUnreadable)
def _picture_unreadable(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This picture cannot be shown here."),
        translate("Failure", "It is kept safe as it is."),
    )


@_for(errors.CannotBeCleaned)
def _cannot_be_cleaned(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The hidden data in this kind of file cannot be taken out here."),
        "",
        translate("Failure", "Save it as it is, or make a picture of it first."),
    )


@_for(errors.DecoderMissing)
def _decoder_missing(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "A part of the program that opens files is missing."),
        "",
        translate("Failure", "Install the program again. Your book is not touched."),
    )


@_for(errors.NothingChosen)
def _nothing_chosen(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Nothing is chosen for the report."),
        "",
        translate("Failure", "Choose at least one entry, file or message."),
    )


@_for(errors.OutputNotWritable)
def _output_not_writable(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This cannot be saved there."),
        translate(
            "Failure", "The place cannot be written, or the disk is full. Nothing was left behind."
        ),
        translate("Failure", "Choose another place."),
    )


@_for(errors.ResultNotPrinted)
def _result_not_printed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The result could not be printed."),
        translate("Failure", "What this command saves is saved: do not give it a second time."),
        translate("Failure", "Look at the book, or print to another place."),
    )


@_for(errors.OutputInsideBook)
def _output_inside_book(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This place lies inside the book's own folder."),
        translate("Failure", "A file there could take the place of one that the book needs."),
        translate("Failure", "Choose another place."),
    )


@_for(errors.ReportFailedCheck)
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


@_for(errors.HiddenNameInReport)
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


@_for(errors.UnknownProfile)
def _unknown_profile(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There are no rules here for a court with this name."),
        "",
        translate("Failure", "Choose one from the list."),
    )


@_for(errors.VaultError)
def _vault_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The book cannot do this."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Try again."),
    )


@_for(errors.ImportFailed)
def _import_failed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file cannot be brought in."),
        translate("Failure", "Nothing was added."),
    )


@_for(errors.DateError)
def _date_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This date cannot be used."),
        "",
        translate("Failure", "Write it like 3 April 2026."),
    )


@_for(errors.MediaError)
def _media_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file cannot be worked with."),
        translate("Failure", "It is kept safe as it is."),
    )


@_for(errors.ExportError)
def _export_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The report cannot be made."),
        translate("Failure", "Nothing was left behind."),
    )


@_for(errors.LogbookError)
def _logbook_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This did not work."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Try again."),
    )


@_for(errors.WrongKind)
def _wrong_kind(error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file is something else: {kind}.", kind=error.detail),
        translate("Failure", "Nothing was added."),
        translate("Failure", "You can keep it as evidence instead."),
    )


@_for(errors.LimitExceeded)
def _limit_exceeded(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file is larger or deeper than any real export."),
        translate("Failure", "It was not read to its end, and nothing was added."),
        translate("Failure", "Export a shorter time, in several files."),
    )


@_for(errors.AnswerNeeded)
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


@_for(errors.UsageError)
def _usage_error(error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This value cannot be used: {value}.", value=error.where)
        if error.where
        else translate("Failure", "This value cannot be used."),
        f"{error.detail[:1].upper()}{error.detail[1:]}." if error.detail else "",
    )
