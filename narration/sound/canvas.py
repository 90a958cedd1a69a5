"""A sheet to draw on, which comes out as SVG or as PNG with the same look."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

from PIL import Image, ImageDraw, ImageFont

from narration.sound.cover import TYPEFACE

Point = tuple[float, float]
FINENESS = 2
"""A PNG is drawn with so many pixels for each unit, so that letters are crisp on a dense screen."""
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


class Canvas:
    """``width`` by ``height`` units; colours as ``#rrggbb``.  What is drawn later lies on top."""

    def __init__(self, width: int, height: int, ground: str, description: str) -> None:
        self.width, self.height = width, height
        self._description = description
        self._svg = [f'<rect width="{width}" height="{height}" fill="{ground}"/>']
        self._image = Image.new("RGB", (width * FINENESS, height * FINENESS), ground)
        self._pen = ImageDraw.Draw(self._image)

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._svg.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>')
        corners = _scaled([(x, y), (x + max(width, 0.5), y + max(height, 0.5))])
        self._pen.rectangle([*corners[0], corners[1][0] - 1, corners[1][1] - 1], fill=colour)

    def line(self, points: Sequence[Point], colour: str, thickness: float = 1.0, dashes: float = 0.0) -> None:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dashed = f' stroke-dasharray="{dashes:g}"' if dashes else ""
        self._svg.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{thickness:g}"'
            f' stroke-linejoin="round"{dashed}/>'
        )
        for piece in _dashed(points, dashes) if dashes else [points]:
            self._pen.line(_scaled(piece), fill=colour, width=round(thickness * FINENESS), joint="curve")

    def shape(self, points: Sequence[Point], colour: str) -> None:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._svg.append(f'<polygon points="{path}" fill="{colour}"/>')
        self._pen.polygon(_scaled(points), fill=colour)

    def text(self, x: float, y: float, text: str, size: int, colour: str, anchor: str = "start") -> None:
        """``y`` is the line that letters stand on; ``anchor`` is ``start``, ``middle`` or ``end``."""
        self._svg.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">'
            f"{escape(text)}</text>"
        )
        place = (x * FINENESS, y * FINENESS)
        self._pen.text(place, text, fill=colour, font=_font(size * FINENESS), anchor=ANCHORS[anchor])

    def text_width(self, text: str, size: int) -> float:
        return float(_font(size).getlength(text))

    def svg(self) -> bytes:
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Noto Sans, sans-serif" role="img">'
        title = f"<title>{escape(self._description)}</title>"
        return "\n".join([head, title, *self._svg, "</svg>\n"]).encode()

    def png(self) -> bytes:
        file = io.BytesIO()
        self._image.save(file, "PNG", optimize=True)
        return file.getvalue()


def _scaled(points: Sequence[Point]) -> list[Point]:
    return [(x * FINENESS, y * FINENESS) for x, y in points]


def _dashed(points: Sequence[Point], length: float) -> list[list[Point]]:
    """A level line in pieces; Pillow knows no dashes."""
    (x, y), (end, _) = points[0], points[-1]
    return [[(at, y), (min(at + length, end), y)] for at in _steps(x, end, 2 * length)]


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + step * number for number in range(int((end - start) / step) + 1)]


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(TYPEFACE, size)
