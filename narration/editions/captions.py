"""Captions, one for each cue: WebVTT (https://www.w3.org/TR/webvtt1/) under the cue's own id, and SubRip.

SubRip (``.srt``) has no standard; this is what players agree on: numbered
captions, a comma before the thousandths, and ``<`` and ``{`` avoided, since
some players take them for markup and none has an escape.
"""

from __future__ import annotations

from pathlib import Path

from narration import wording
from narration.editions.base import Publication
from narration.timeline import Cue
from narration.units import to_milliseconds

_NO_SUBRIP_MARKUP = str.maketrans({"<": "‹", ">": "›", "{": "(", "}": ")"})


def publish(publication: Publication, folder: Path) -> None:
    (folder / f"{publication.name}.vtt").write_text(webvtt(publication), encoding="utf-8", newline="\n")
    (folder / f"{publication.name}.srt").write_text(subrip(publication), encoding="utf-8", newline="\n")


def webvtt(publication: Publication) -> str:
    """The whole file.  A caption stands exactly while its cue is heard."""
    rate_hz = publication.timeline.rate_hz
    blocks = ["WEBVTT", f"NOTE\n{_escaped(publication.script.title)}"]
    if publication.draft:
        blocks.append(f"NOTE\n{_escaped(_draft_mark(publication))}")
    blocks += [_block(cue, rate_hz) for cue in publication.timeline.cues if one_line(cue.text)]
    return "\n\n".join(blocks) + "\n"


def subrip(publication: Publication) -> str:
    """The whole file; a draft says so in its first caption, since SubRip has no comments."""
    cues = [cue for cue in publication.timeline.cues if one_line(cue.text)]
    blocks = []
    for number, cue in enumerate(cues, 1):
        start, end = interval_ms(cue, publication.timeline.rate_hz)
        text = one_line(cue.text).replace("\0", "\ufffd").replace("-->", "→").translate(_NO_SUBRIP_MARKUP)
        mark = f"{_draft_mark(publication)}\n" if publication.draft and number == 1 else ""
        blocks.append(f"{number}\n{timestamp(start, ',')} --> {timestamp(end, ',')}\n{mark}{text}")
    return "\n\n".join(blocks) + "\n"


def timestamp(milliseconds: int, decimal_mark: str = ".") -> str:
    """``HH:MM:SS.mmm``; SRT puts a comma for the decimal mark."""
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{decimal_mark}{thousandths:03}"


def interval_ms(cue: Cue, rate_hz: int) -> tuple[int, int]:
    """A cue's start and end; a cue shorter than a millisecond still lasts one, or a parser would drop it."""
    start = to_milliseconds(cue.start, rate_hz)
    return start, max(to_milliseconds(cue.end, rate_hz), start + 1)


def one_line(text: str) -> str:
    """White space folded: a blank line would end the caption."""
    return " ".join(text.split())


def _draft_mark(publication: Publication) -> str:
    page = wording.words(wording.language_of(publication.script.language))["page"]
    return f"{page['draft']}."


def _block(cue: Cue, rate_hz: int) -> str:
    start, end = interval_ms(cue, rate_hz)
    return f"{cue.id}\n{timestamp(start)} --> {timestamp(end)}\n{_escaped(cue.text)}"


def _escaped(text: str) -> str:
    """``&``, ``<`` and ``>`` as WebVTT's own escapes, which also keeps ``-->`` out of the text."""
    return one_line(text).replace("\0", "\ufffd").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
