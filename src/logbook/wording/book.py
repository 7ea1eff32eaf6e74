"""What is said when a book cannot be made, opened, read, saved or backed up."""

from __future__ import annotations

from logbook import errors
from logbook.i18n import translate
from logbook.wording.table import Words, words_for


@words_for(errors.NotAVault)
def _not_a_vault(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There is no book here."),
        translate("Failure", "The folder holds none of the files of a book."),
        translate("Failure", "Choose the folder that you made the book in."),
    )


@words_for(errors.NotAPlainFile)
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


@words_for(errors.PathTooLong)
def _path_too_long(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The path of this folder is too long."),
        translate("Failure", "A book cannot lie so deep in other folders. Nothing was changed."),
        translate("Failure", "Choose a folder nearer to the top, or move the book there."),
    )


@words_for(errors.NotFinished)
def _not_finished(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book was never finished."),
        translate("Failure", "Making or restoring it was cut short, and nothing is kept in it."),
        translate("Failure", "Make or restore it again, into this folder or a new one."),
    )


@words_for(errors.VaultExists)
def _vault_exists(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There is a book or a file here already."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Open it, or choose another folder."),
    )


@words_for(errors.WrongPassphrase)
def _wrong_passphrase(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "That passphrase does not open this book."),
        "",
        translate("Failure", "Check Caps Lock and try again."),
    )


@words_for(errors.WrongRecoveryCode)
def _wrong_recovery_code(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "That recovery key does not open this book."),
        translate("Failure", "It is complete, so it belongs to another book or was replaced."),
        translate("Failure", "Look for a newer sheet, or use the passphrase."),
    )


@words_for(errors.RecoveryCodeTypo)
def _recovery_code_typo(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Part of the recovery key was read or typed wrongly."),
        "",
        translate("Failure", "Compare it with your sheet, group by group."),
    )


@words_for(errors.KeyFileNeeded)
def _key_file_needed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book also needs its key file."),
        "",
        translate("Failure", "Put in the stick that holds it, and choose the file."),
    )


@words_for(errors.PassphraseTooWeak)
def _passphrase_too_weak(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This passphrase is easy to guess."),
        translate("Failure", "People who know you try names, dates and songs first."),
        translate("Failure", "Use five words that do not belong together."),
    )


@words_for(errors.HeaderDamaged)
def _header_damaged(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The part of the book that holds its locks is damaged."),
        translate("Failure", "Both copies of it are unreadable. Nothing was changed."),
        translate("Failure", "Restore your last backup to a new folder."),
    )


@words_for(errors.DatabaseDamaged)
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


@words_for(errors.NewerVersion)
def _newer_version(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book was made by a newer version of the program."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Open it with the newer version."),
    )


@words_for(errors.VaultInUse)
def _vault_in_use(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This book is open in another window."),
        translate("Failure", "Two windows must not write in one book."),
        translate("Failure", "Use the other window, or close it first."),
    )


@words_for(errors.OlderCopy)
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


@words_for(errors.SavesMissing)
def _saves_missing(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Something that was saved in this book is missing."),
        translate("Failure", "A file of the book was removed or damaged after the last save."),
        translate("Failure", "Look at your backups before you go on."),
    )


@words_for(errors.VaultGone)
def _vault_gone(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The book's folder has gone."),
        translate(
            "Failure",
            "The stick was pulled out, or the folder was moved. Your words are still here.",
        ),
        translate("Failure", "Put it back, and try again."),
    )


@words_for(errors.VaultReadOnly)
def _vault_read_only(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "Nothing can be saved in this folder."),
        translate(
            "Failure",
            "The disk, the folder or a file in it does not allow it. Your words are still here.",
        ),
        translate("Failure", "Allow reading and writing there, or copy the book to another place."),
    )


@words_for(errors.DiskFull)
def _disk_full(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The disk is full."),
        translate(
            "Failure",
            "This was not saved. What was saved before is safe, and your words are still here.",
        ),
        translate("Failure", "Make room on the disk, and try again."),
    )


@words_for(errors.DiskFailed)
def _disk_failed(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The disk reports a fault."),
        translate("Failure", "It is not certain that this was saved. Your words are still here."),
        translate("Failure", "Copy the text, and open the book again to see what it holds."),
    )


@words_for(errors.NotEnoughMemory)
def _not_enough_memory(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "There is not enough free memory to open this book."),
        "",
        translate("Failure", "Close other programs, and try again."),
    )


@words_for(errors.OriginalDamaged)
def _original_damaged(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file has changed since you added it."),
        translate("Failure", "What is on the disk does not match its fingerprint."),
        translate("Failure", "The first copy may be in a backup."),
    )


@words_for(errors.OriginalMissing)
def _original_missing(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This file is no longer where the book keeps it."),
        "",
        translate("Failure", "The first copy may be in a backup."),
    )


@words_for(errors.NoSuchItem)
def _no_such_item(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This is not in the book any more."),
    )


@words_for(errors.BackupDamaged)
def _backup_damaged(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This backup cannot be opened."),
        translate("Failure", "It is not complete, or it was changed. Nothing was written."),
        translate("Failure", "Use another backup."),
    )


@words_for(errors.FolderNotEmpty)
def _folder_not_empty(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "This folder is not empty."),
        translate("Failure", "A book gets a folder of its own, so that nothing is written over."),
        translate("Failure", "Choose a new folder."),
    )


@words_for(errors.VaultError)
def _vault_error(_error: errors.LogbookError) -> Words:
    return Words(
        translate("Failure", "The book cannot do this."),
        translate("Failure", "Nothing was changed."),
        translate("Failure", "Try again."),
    )
