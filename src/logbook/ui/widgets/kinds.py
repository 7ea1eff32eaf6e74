"""How each kind of entry looks and what it is called."""

from __future__ import annotations

from logbook.domain.entry import Kind
from logbook.i18n import translate

ICONS = {
    Kind.CALLS: "phone-incoming",
    Kind.MESSAGES: "chat-text",
    Kind.IN_PERSON: "user",
    Kind.ONLINE: "globe-simple",
    Kind.FOLLOWED: "car",
    Kind.LEFT_ITEM: "note",
    Kind.GIFT: "gift",
    Kind.DAMAGE: "house-line",
    Kind.THREAT: "warning",
    Kind.MONEY: "currency-dollar-simple",
    Kind.ORDER: "scales",
    Kind.OTHER: "dots-three",
}


def kind_name(kind: Kind) -> str:
    """Return the word for a kind."""
    return {
        Kind.NONE: "",
        Kind.CALLS: translate("Kind", "Calls"),
        Kind.MESSAGES: translate("Kind", "Messages"),
        Kind.IN_PERSON: translate("Kind", "In person"),
        Kind.ONLINE: translate("Kind", "Online"),
        Kind.FOLLOWED: translate("Kind", "Followed"),
        Kind.LEFT_ITEM: translate("Kind", "Left item"),
        Kind.GIFT: translate("Kind", "Gift"),
        Kind.DAMAGE: translate("Kind", "Damage"),
        Kind.THREAT: translate("Kind", "Threat"),
        Kind.MONEY: translate("Kind", "Money"),
        Kind.ORDER: translate("Kind", "Order"),
        Kind.OTHER: translate("Kind", "Other"),
    }[kind]
