"""What the importers noticed about a message, in the words of a page of the bundle."""

from __future__ import annotations

from logbook.domain.message import HAS_SUBJECT
from logbook.i18n import translate

# They change nothing that a reader of the page must know: what was noticed is printed itself, or
# shows in the time as it is printed.
_SILENT = frozenset(
    {HAS_SUBJECT, "no_body", "unit_s", "unit_us", "unit_ns", "no_blank_after_colon"}
)


def say_flag(flag: str) -> str:
    """Return a mark of an importer in words, an unknown one as it is; empty where none are due."""
    if flag in _SILENT:
        return ""
    known = {**_of_sending(), **_of_calls(), **_of_content(), **_of_time(), **_of_reading()}
    return known.get(flag) or f"[{flag.replace('_', ' ')}]"


def _of_sending() -> dict[str, str]:
    return {
        "edited": translate("Report", "[edited, as the export says]"),
        "deleted": translate("Report", "[deleted, as the export says]"),
        "deleted_by_owner": translate("Report", "[deleted by the owner of the phone]"),
        "draft": translate("Report", "[draft: it was not sent]"),
        "outbox": translate("Report", "[waiting to be sent]"),
        "queued": translate("Report", "[waiting to be sent]"),
        "failed": translate("Report", "[sending failed]"),
        "unknown_type": translate("Report", "[the export does not say who sent it]"),
    }


def _of_calls() -> dict[str, str]:
    return {
        "missed": translate("Report", "[missed]"),
        "voicemail": translate("Report", "[voicemail]"),
        "rejected": translate("Report", "[rejected]"),
        "not_answered": translate("Report", "[not answered]"),
        "answered_elsewhere": translate("Report", "[answered on another device]"),
        "refused_by_list": translate("Report", "[refused: the number was blocked]"),
        "hidden_number": translate("Report", "[the caller's number was hidden]"),
    }


def _of_content() -> dict[str, str]:
    return {
        "view_once_or_missing": translate(
            "Report", "[the export shows no content: viewed once or missing]"
        ),
        "media_missing": translate("Report", "[a file was left out of the export]"),
        "not_downloaded": translate("Report", "[announced to the phone and never fetched by it]"),
        "file_beside": translate(
            "Report", "[the file lay beside the export, which names it and does not hold it]"
        ),
        "type_differs": translate("Report", "[the file is of another kind than the export says]"),
        "bad_base64": translate("Report", "[the file is damaged in the export]"),
        "several_texts": translate("Report", "[joined from several parts, a line for each]"),
        "unknown_part": translate("Report", "[the export holds more that cannot be shown]"),
        "text_too_long": translate("Report", "[too long: the rest stands in the export]"),
        "cut_off": translate("Report", "[the export ends here in the middle]"),
    }


def _of_time() -> dict[str, str]:
    return {
        "date_order_conflict": translate("Report", "[the date does not fit the others]"),
        "date_not_understood": translate("Report", "[the date could not be read]"),
        "time_not_understood": translate("Report", "[the time could not be read]"),
        "bad_time": translate("Report", "[the time could not be read]"),
        "meridiem_unknown": translate("Report", "[morning or evening is not certain]"),
        "impossible_meridiem": translate("Report", "[the hour does not fit its part of the day]"),
        "other_calendar": translate("Report", "[the date is of another calendar in the export]"),
        "implausible_time": translate("Report", "[the clock of the phone may have been wrong]"),
    }


def _of_reading() -> dict[str, str]:
    broken = translate("Report", "[a character that cannot be shown stands as a mark]")
    return {
        "possible_pasted_header": translate(
            "Report", "[this may be text pasted into the message before it]"
        ),
        "other_header_form": translate("Report", "[written in another form than the others]"),
        "guess": translate("Report", "[known by its words alone]"),
        "windows_1252": translate("Report", "[read in the old alphabet of Windows]"),
        "lone_surrogate": broken,
        "nul_character": broken,
        "illegal_character": broken,
    }
