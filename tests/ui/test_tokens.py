"""The contrast that DESIGN 6.2 promises, in both themes."""

import pytest

from logbook.ui.tokens import contrast, tokens

SURFACES = ("surface", "canvas", "rail", "sunken", "hover", "selected", "raised")
TEXTS = ("text", "text-2", "text-3", "accent-text")
SOFT = ("info-soft", "success-soft", "warning-soft", "danger-soft", "accent-soft")
PAIRS = (
    [(text, surface) for text in TEXTS for surface in SURFACES]
    + [(text, soft) for text in ("text", "text-2") for soft in SOFT]
    + [(f"on-{soft}", soft) for soft in SOFT]
    + [
        ("on-accent", "accent"),
        ("on-accent", "accent-hover"),
        ("on-accent", "accent-pressed"),
        ("on-ink", "ink"),
        ("on-ink", "ink-hover"),
        ("danger", "surface"),
        ("danger", "canvas"),
        ("on-danger", "danger"),
        ("success", "selected"),
        ("warning", "canvas"),
        ("on-stage", "stage"),
        ("on-stage-2", "stage"),
    ]
)
EDGES = (
    [("field-line", surface) for surface in ("surface", "canvas", "sunken", "hover")]
    + [("focus", surface) for surface in ("surface", "canvas", "rail", "selected")]
    + [("accent", surface) for surface in ("surface", "canvas", "accent-soft", "hover", "selected")]
    + [(f"cat-{number}", "surface") for number in range(1, 7)]
    + [("seq-3", "surface"), ("seq-3", "canvas")]
)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_reads_on_its_ground(theme: str, ink: str, ground: str) -> None:
    book = getattr(tokens(), theme)
    assert contrast(book[ink], book[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_that_mean_something_are_seen(theme: str, edge: str, ground: str) -> None:
    book = getattr(tokens(), theme)
    assert contrast(book[edge], book[ground]) >= 3.0


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_both_themes_have_the_same_colours() -> None:
    assert tokens().light.keys() == tokens().dark.keys()
