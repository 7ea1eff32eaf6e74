"""Every failure that the program expects, as facts; the words for people stand in `wording`.

The tree::

    LogbookError                      something a person can be told in one sentence
    +-- VaultError
    |   +-- NotAVault                 no header and no database at this path
    |   |   +-- NotAPlainFile         a link, a folder or a pipe stands in the place of its file
    |   +-- PathTooLong               the database cannot be opened so deep in folders
    |   +-- NotFinished               making or restoring the vault was cut short
    |   +-- VaultExists               the path for a new vault is taken
    |   +-- WrongPassphrase           no slot opens with what was typed (or with this key file)
    |   +-- WrongRecoveryCode         well formed, opens nothing
    |   +-- RecoveryCodeTypo          its check symbols do not fit
    |   +-- KeyFileNeeded             the slot wants the second factor
    |   +-- PassphraseTooWeak         refused when set, never when typed to open
    |   +-- HeaderDamaged             both copies of the header fail their own test
    |   +-- DatabaseDamaged           a page, a link or a count is wrong
    |   +-- NewerVersion              made by a later Logbook
    |   +-- VaultInUse                another process holds it
    |   +-- OlderCopy                 older than the one last used here
    |   +-- SavesMissing              acknowledged saves are gone from the write-ahead log
    |   +-- VaultGone                 the folder or stick disappeared while open
    |   +-- VaultReadOnly             nothing can be written there
    |   +-- DiskFull                  nothing was lost; the save did not happen
    |   +-- DiskFailed                not certain whether the save happened
    |   +-- NotEnoughMemory           the key cannot be derived here
    |   +-- OriginalDamaged           a kept file does not match its fingerprint
    |   +-- OriginalMissing           a kept file is not there
    |   +-- NoSuchItem                no entry, file, person or conversation with this number
    |   +-- BackupDamaged             a backup cannot be opened or verified
    |   +-- FolderNotEmpty            restore goes to a new folder only
    +-- ImportFailed
    |   +-- FileUnreadable            missing, locked, a folder, or an I/O error
    |   +-- UnknownFormat             no importer knows it
    |   +-- WrongKind                 it is something else, which is named
    |   +-- DamagedContainer          a cut or broken zip
    |   +-- PasswordProtected         an encrypted zip member
    |   +-- LimitExceeded             larger, deeper or denser than the limits
    |   +-- UnsafeXml                 a document type or entity is declared
    |   +-- AnswerNeeded              a question has no safe answer (date order, zone, who is me)
    |   +-- FileChanged               it changed while it was read
    +-- DateError
    |   +-- DateNotUnderstood         no reading
    |   +-- DateAmbiguous             two readings
    +-- MediaError
    |   +-- PictureUnreadable         cannot be decoded within the limits
    |   +-- CannotBeCleaned           a kind of file whose hidden data cannot be taken out here
    |   +-- DecoderMissing            the process that opens foreign files does not start
    +-- ExportError
    |   +-- NothingChosen             an empty selection
    |   +-- OutputNotWritable         the place chosen cannot be written
    |   |   +-- ResultNotPrinted      the command is done, and standard output takes no more
    |   +-- OutputInsideBook          the place chosen lies among the book's own files
    |   +-- ReportFailedCheck         the finished file broke one of our own rules
    |   |   +-- HiddenNameInReport    it holds a name that this report must not show
    |   +-- UnknownProfile            no such court profile
    +-- UsageError                    an option has a value that cannot be used
    Cancelled (BaseException)         the person pressed Stop; never an error

`str(error)` is for developers. It holds facts (a path given by the person, a row, a number), never
what a person wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class LogbookError(Exception):
    """An expected failure; `where` names the place (file, offset, row) when there is one."""

    def __init__(self, detail: str = "", *, where: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.where = where


class VaultError(LogbookError):
    """The vault cannot do what was asked."""


class NotAVault(VaultError):
    """There is no vault at this path."""


class NotAPlainFile(NotAVault):
    """A link, a folder or a pipe stands where a file of the vault belongs; `where` names it."""


class PathTooLong(VaultError):
    """The path of the vault is longer than the database can open."""


class NotFinished(VaultError):
    """Making or restoring the vault was cut short; it holds nothing yet."""


class VaultExists(VaultError):
    """The path for a new vault is taken."""


class WrongPassphrase(VaultError):
    """No slot opens with this passphrase (and key file)."""


class WrongRecoveryCode(VaultError):
    """The code is well formed and opens nothing."""


class RecoveryCodeTypo(VaultError):
    """The check symbols do not fit the code."""


class KeyFileNeeded(VaultError):
    """The slot wants a key file beside the passphrase."""


class PassphraseTooWeak(VaultError):
    """A new passphrase that is too easy to guess."""


class HeaderDamaged(VaultError):
    """Both copies of the header fail their own test."""


class DatabaseDamaged(VaultError):
    """A page, a link or a count inside the database is wrong."""


class NewerVersion(VaultError):
    """The vault was made by a later version of the program."""


class VaultInUse(VaultError):
    """Another process holds the vault."""


class OlderCopy(VaultError):
    """The vault is older than the copy that was last used here."""


class SavesMissing(VaultError):
    """Saves that were acknowledged are gone."""


class VaultGone(VaultError):
    """The folder or stick disappeared while the vault was open."""


class VaultReadOnly(VaultError):
    """The vault's folder cannot be written."""


class DiskFull(VaultError):
    """The disk is full; the save did not happen and nothing was lost."""


class DiskFailed(VaultError):
    """An I/O error; it is not certain whether the save happened."""


class NotEnoughMemory(VaultError):
    """The key cannot be derived with the memory that is free."""


class OriginalDamaged(VaultError):
    """A kept file does not match its fingerprint."""


class OriginalMissing(VaultError):
    """A kept file is not where it was put."""


class NoSuchItem(VaultError):
    """There is no item with this number."""


class BackupDamaged(VaultError):
    """A backup cannot be opened or verified."""


class FolderNotEmpty(VaultError):
    """A restore or a new vault goes to a new folder only."""


class ImportFailed(LogbookError):
    """A file from outside cannot be brought in."""


class FileUnreadable(ImportFailed):
    """The file is missing, locked, a folder, or fails while it is read."""


class UnknownFormat(ImportFailed):
    """No importer knows this file."""


class WrongKind(ImportFailed):
    """The file is something else, named in the detail."""


class DamagedContainer(ImportFailed):
    """A zip that is cut or broken."""


class PasswordProtected(ImportFailed):
    """A zip member is encrypted."""


class LimitExceeded(ImportFailed):
    """The file is larger, deeper or denser than the limits allow."""


class UnsafeXml(ImportFailed):
    """The XML declares a document type or an entity."""


class AnswerNeeded(ImportFailed):
    """A question about the file has no safe answer; `where` names its kind."""


class FileChanged(ImportFailed):
    """The file changed or disappeared while it was read."""


class DateError(LogbookError):
    """A typed date cannot be used as it is."""


class DateNotUnderstood(DateError):
    """The words have no reading as a date.

    `detail` is a code for why, `facts` its numbers (`tasks.say_date.explain` has the words).
    """

    def __init__(
        self, detail: str = "", *, where: str | None = None, facts: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(detail, where=where)
        self.facts = dict(facts or {})


class DateAmbiguous(DateError):
    """The words have several readings; `readings` holds them (`tasks.read_date.Reading`)."""

    def __init__(
        self, detail: str = "", *, where: str | None = None, readings: Sequence[object] = ()
    ) -> None:
        super().__init__(detail, where=where)
        self.readings = tuple(readings)


class MediaError(LogbookError):
    """A picture, sound or document cannot be worked with."""


class PictureUnreadable(MediaError):
    """A picture that cannot be decoded within the limits."""


class CannotBeCleaned(MediaError):
    """Hidden data cannot be taken out of this kind of file; `detail` is its media type."""


class DecoderMissing(MediaError):
    """The process that opens foreign files does not start; the program is damaged."""


class ExportError(LogbookError):
    """The report cannot be made."""


class NothingChosen(ExportError):
    """The selection for a report is empty."""


class OutputNotWritable(ExportError):
    """The place chosen for a file cannot be written."""


class ResultNotPrinted(OutputNotWritable):
    """What a command did is done; what it found or made could not be printed."""


class OutputInsideBook(ExportError):
    """The place chosen lies in the folder of the vault: its files would be written over."""


class ReportFailedCheck(ExportError):
    """The finished report broke one of the program's own rules."""


class HiddenNameInReport(ReportFailedCheck):
    """What was chosen holds a name of the petitioner that this report must not show.

    `can_be_left_out` tells whether a report is left without the parts that hold it.
    """

    def __init__(
        self, detail: str = "", *, where: str | None = None, can_be_left_out: bool = True
    ) -> None:
        super().__init__(detail, where=where)
        self.can_be_left_out = can_be_left_out


class UnknownProfile(ExportError):
    """There is no court profile with this name."""


class UsageError(LogbookError):
    """An option has a value that cannot be used."""


class Cancelled(BaseException):
    """The person pressed Stop."""
