"""The clinic's colour and logo, made safe: readable by WCAG 2.2, and nothing that runs.

Contrast is WCAG's ratio of relative luminances
(https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).  A colour that is too faint
is moved towards black or white until text in it reaches 4.5:1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from narration.errors import PublishError
from narration.settings import FILE_NAME, Settings

Rgb = tuple[int, int, int]
MIN_RATIO = 4.5
MAX_LOGO_BYTES = 100_000
PAPER_LIGHT: Rgb = (246, 243, 238)
PAPER_DARK: Rgb = (18, 25, 27)
SOFT_LIGHT: Rgb = (220, 235, 230)
SOFT_DARK: Rgb = (34, 53, 50)
ACCENT = "#2a625d"

_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")
_UNSAFE_SVG = re.compile(
    rb"<!doctype|<!entity|<\?xml-stylesheet|<\s*(\w+:)?(script|foreignobject|iframe|style|set|animate\w*|use|image|a)\b"
    rb"|\son\w+\s*=|javascript:|(href|src)\s*=|url\s*\(\s*['\"]?\s*[^#'\"\s]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Accents:
    """The accent on light paper and on dark paper, as ``#rrggbb``; both reach ``MIN_RATIO``."""

    light: str
    dark: str


def accents(settings: Settings) -> Accents:
    """From ``[clinic] colour``, adjusted; raises ``PublishError`` for what is not ``#rrggbb``."""
    chosen = settings.clinic.colour or ACCENT
    if not _HEX.match(chosen):
        raise PublishError(
            f"the clinic's colour `{chosen}` is not written as #rrggbb.",
            remedy='Write it like `colour = "#2a625d"`.',
            path=settings.folder / FILE_NAME,
        )
    colour = _rgb(chosen)
    return Accents(
        _hex(readable(colour, (PAPER_LIGHT, SOFT_LIGHT), (0, 0, 0))),
        _hex(readable(colour, (PAPER_DARK, SOFT_DARK), (255, 255, 255))),
    )


def readable(colour: Rgb, papers: tuple[Rgb, ...], towards: Rgb) -> Rgb:
    """The nearest mix of ``colour`` with ``towards`` that reaches ``MIN_RATIO`` on every paper."""
    for percent in range(101):
        mixed = tuple(round(a + (b - a) * percent / 100) for a, b in zip(colour, towards, strict=True))
        candidate = (mixed[0], mixed[1], mixed[2])
        if all(contrast(candidate, paper) >= MIN_RATIO for paper in papers):
            return candidate
    return towards


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG contrast ratio, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def copy_logo(settings: Settings, folder: Path) -> str:
    """Copy the logo to ``folder`` and return its file name there; empty when there is none.

    Raises ``PublishError`` when it is missing, too large, or not a plain PNG or SVG.
    """
    if not settings.clinic.logo:
        return ""
    path = settings.folder / settings.clinic.logo
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PublishError(f"the clinic's logo cannot be read: {error.strerror}.", path=path) from None
    if len(data) > MAX_LOGO_BYTES:
        raise PublishError("the clinic's logo is larger than 100 KB.", remedy="Save it smaller.", path=path)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        name = "logo.png"
    elif path.suffix.lower() == ".svg" and b"<svg" in data:
        if _UNSAFE_SVG.search(data):
            raise PublishError(
                "the clinic's logo holds a script, a style sheet, a link or an outside reference.",
                remedy="Export it as a plain SVG, or as PNG.",
                path=path,
            )
        name = "logo.svg"
    else:
        raise PublishError("the clinic's logo is neither a PNG nor an SVG.", path=path)
    (folder / name).write_bytes(data)
    return name


def _luminance(colour: Rgb) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(text: str) -> Rgb:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in colour)
