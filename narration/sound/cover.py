"""The cover: a quiet square with the title, drawn for each procedure in a colour of its own.

The typeface is Noto Sans with Latin, Greek and Cyrillic letters (``typeface/``).
A title in letters that it lacks is left out rather than shown as boxes; the
alternative text always has it.
"""

from __future__ import annotations

import colorsys
import hashlib
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from narration import wording
from narration.track import Cover

TYPEFACE = Path(__file__).with_name("typeface") / "NotoSans.ttf"
SIDE = 1_400
"""Pixels; the least that podcast directories take."""
MARGIN = 112
LARGEST_TITLE, SMALLEST_TITLE, TITLE_STEP = 140, 70, 7
TITLE_LINES, CLINIC_LINES = 5, 3
CLINIC_SIZE, DRAFT_SIZE = 60, 63
HUES = (0.36, 0.48, 0.58, 0.72, 0.94, 0.05, 0.12, 0.22)
"""In the order of ``colours`` under ``cover`` in ``narration/strings``."""
GROUND, PALE, INK = (0.85, 0.24), (0.96, 0.20), (0.20, 0.55)
"""Lightness and saturation."""
CIRCLES = ((0.72, 0.86, 0.52), (0.22, 1.00, 0.44), (0.98, 0.46, 0.30))
"""Centre and radius, in sides."""
SOFTNESS = 10
BLUR_SCALE = 4
JPEG_QUALITY = 82

Colour = tuple[int, int, int]


def draw(title: str, clinic: str, procedure: str, language: str, *, draft: bool) -> Cover:
    """A cover whose colour follows from ``procedure``; a draft says so on it, in words and in a dark band."""
    words = wording.words(wording.language_of(language))["cover"]
    index = hashlib.sha256(procedure.encode()).digest()[0] % len(HUES)
    ground, pale, ink = (_colour(HUES[index], *tone) for tone in (GROUND, PALE, INK))
    picture = Image.new("RGB", (SIDE, SIDE), ground)
    for number, circle in enumerate(CIRCLES):
        _add_circle(picture, circle, pale, opacity=150 - 30 * number)
    pen = ImageDraw.Draw(picture)
    _write_title(pen, title, ink)
    bottom = SIDE - MARGIN
    if draft:
        band = DRAFT_SIZE * 2
        pen.rectangle((0, SIDE - band, SIDE, SIDE), fill=ink)
        pen.text((MARGIN, SIDE - band // 2), words["draft"], fill=(255, 255, 255), font=_font(DRAFT_SIZE), anchor="lm")
        bottom -= band
    if _can_write(clinic):
        lines = "\n".join(_wrapped(clinic, CLINIC_SIZE, SIDE - 2 * MARGIN)[:CLINIC_LINES])
        pen.multiline_text((MARGIN, bottom), lines, fill=ink, font=_font(CLINIC_SIZE), anchor="ld")
    alt = words["alt"].format(title=title, colour=words["colours"][index])
    return Cover(_jpeg(picture), SIDE, f"{alt} {words['alt_draft']}" if draft else alt)


def _write_title(pen: ImageDraw.ImageDraw, title: str, ink: Colour) -> None:
    if not _can_write(title):
        return
    width = SIDE - 2 * MARGIN
    size = LARGEST_TITLE
    lines = _wrapped(title, size, width)
    while size > SMALLEST_TITLE and (len(lines) > TITLE_LINES or any(_width(x, size) > width for x in lines)):
        size -= TITLE_STEP
        lines = _wrapped(title, size, width)
    if len(lines) > TITLE_LINES:
        lines = [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1]}…"]
    pen.multiline_text((MARGIN, MARGIN), "\n".join(lines), fill=ink, font=_font(size), spacing=size * 0.1)


def _wrapped(text: str, size: int, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _add_circle(picture: Image.Image, circle: Sequence[float], colour: Colour, opacity: int) -> None:
    """A circle with a soft edge, blurred while it is small: what is soft has no detail to lose."""
    side = SIDE // BLUR_SCALE
    x, y, radius = (value * side for value in circle)
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).ellipse((x - radius, y - radius, x + radius, y + radius), fill=opacity)
    mask = mask.filter(ImageFilter.GaussianBlur(SOFTNESS / BLUR_SCALE))
    picture.paste(colour, mask=mask.resize(picture.size, Image.Resampling.BICUBIC))


def _colour(hue: float, lightness: float, saturation: float) -> Colour:
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(TYPEFACE, size)


def _width(text: str, size: int) -> float:
    return float(_font(size).getlength(text))


def _can_write(text: str) -> bool:
    """Whether the typeface has every letter: one that it lacks looks like one that no typeface has."""
    font = _font(CLINIC_SIZE)
    lacking = bytes(font.getmask("\U0010ffff"))
    return bool(text) and all(c.isspace() or bytes(font.getmask(c)) != lacking for c in set(text))


def _jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return file.getvalue()
