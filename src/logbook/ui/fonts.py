"""The program's own typefaces: Inter for the interface, Noto or Kurinto for every other script."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from logbook.ui.tokens import TextRole

_INTER = "files/Inter[opsz,wght].ttf"
_SERIF = "files/NotoSerif[wdth,wght].ttf"
_DISPLAY_FROM_PX = 20
# Inter first, then the scripts it lacks. Names, because Qt picks a fallback by family.
_FAMILIES = (
    "Inter",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Thai",
    "Noto Sans SC",
    "Noto Sans JP",
    "Noto Sans KR",
    "Noto Sans TC",
    "Kurinto Sans",  # nearly all scripts, for which no package has Noto
)
# Letters and figures that cannot be taken for one another: I l 1, O 0 (codes and fingerprints).
_DISTINCT_FEATURES = ("zero", "ss02")


def load_interface_font() -> None:
    """Load the one face that the first window needs."""
    QFontDatabase.addApplicationFont(str(_folder("fontpkg_inter") / _INTER))


@cache
def load_script_fonts() -> int:
    """Load the faces of all other scripts; called after the first paint. Returns how many."""
    noto = sorted(_folder("manimgx_fonts").glob("NotoSans*.ttf"))
    # Not among the families: a system's own emoji, in colour, come first where there are any.
    emoji = sorted(_folder("manimgx_fonts").glob("NotoEmoji*.ttf"))
    cjk = sorted((_folder("justmytype_intl_cjk") / "fonts").rglob("*.ttf"))
    kurinto = sorted(_folder("weblate_fonts").rglob("KurintoSans-*.ttf"))
    upright = [path for path in (*noto, *emoji, *cjk, *kurinto) if "Italic" not in path.name]
    return sum(QFontDatabase.addApplicationFont(str(path)) >= 0 for path in upright)


@cache
def serif_family() -> str:
    """Load the face with serifs, for those who read better with it, and return its name."""
    loaded = QFontDatabase.addApplicationFont(str(_folder("fontpkg_noto_serif") / _SERIF))
    return QFontDatabase.applicationFontFamilies(loaded)[0]


def role_font(
    role: TextRole, size_px: int, *, distinct: bool = False, serif: bool = False
) -> QFont:
    """Return the font of a text role at `size_px`, which is its size times the text scale.

    The weight is set as an axis: Qt registers one face of a variable font and would otherwise
    smear it to look bold. `distinct` is for codes that are compared or typed.
    """
    font = QFont()
    own = [serif_family()] if serif else []
    font.setFamilies([*own, *_FAMILIES])
    font.setPixelSize(size_px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setVariableAxis(QFont.Tag("wght"), float(role.weight))
    display = role.size_px >= _DISPLAY_FROM_PX
    font.setVariableAxis(QFont.Tag("opsz"), 32.0 if display else 14.0)
    font.setFeature(QFont.Tag("tnum"), 1)
    if display:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.015 * size_px)
    if distinct:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.06 * size_px)
        for feature in _DISTINCT_FEATURES:
            font.setFeature(QFont.Tag(feature), 1)
    return font


def icon_font_files() -> tuple[Path, Path]:
    """Return the Phosphor face and its table of names, both from QtAwesome.

    QtAwesome itself is not imported: it loads thirteen icon fonts where one is used, which the
    start would pay for.
    """
    folder = _folder("qtawesome") / "fonts"
    return folder / "phosphor-1.3.0.ttf", folder / "phosphor-charmap-1.3.0.json"


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent
