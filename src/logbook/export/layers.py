"""Layers of a foreign document: what is switched off is not seen (child process).

ISO 32000-1, 8.11: content between `/OC /Name BDC` and `EMC`, and forms and pictures with an `OC` of
their own, are shown by the state of their group, or of several (a membership dictionary).
"""

from __future__ import annotations

from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_OFF: Final = Name("/LogbookSwitchedOff")  # our mark, in a copy that is thrown away
_NONE: Final = Dictionary()


def mark_switched_off(pdf: pikepdf.Pdf) -> None:
    """Mark the groups that the document's own setting switches off, so that copies tell it."""
    layers = pdf.Root.get(Name.OCProperties)
    if not isinstance(layers, Dictionary):
        return
    setting = layers.get(Name.D, _NONE)
    groups = _dictionaries(layers.get(Name.OCGs))
    if not isinstance(setting, Dictionary):
        return
    if setting.get(Name.BaseState) == Name.OFF:
        on = {group.objgen for group in _dictionaries(setting.get(Name.ON))}
        off = [group for group in groups if group.objgen not in on]
    else:
        off = _dictionaries(setting.get(Name.OFF))
    for group in off:
        group[_OFF] = True


def is_switched_off(group: Object | None) -> bool:
    """Return whether content of this group, or membership dictionary, is not seen."""
    if not isinstance(group, Dictionary):
        return False
    if group.get(Name.Type) != Name.OCMD:
        return _OFF in group
    listed = group.get(Name.OCGs)
    groups = [listed] if isinstance(listed, Dictionary) else _dictionaries(listed)
    off = [_OFF in one for one in groups]
    if not off:
        return False
    seen = {
        "/AllOn": not any(off),
        "/AnyOff": any(off),
        "/AllOff": all(off),
    }
    return not seen.get(str(group.get(Name.P)), not all(off))


def _dictionaries(listed: Object | None) -> list[Dictionary]:
    if not isinstance(listed, Array):
        return []
    return [one for one in listed.as_list() if isinstance(one, Dictionary)]
