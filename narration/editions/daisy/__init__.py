"""The talking book for DAISY players: ``<name>-daisy.zip``, a DAISY 2.02 book with full text and full audio.

Source: https://www.daisy.org/z3986/specifications/daisy_202.html.  The zip holds
the book's files at its top, as players and their apps expect: unpacked, it is
the folder that goes onto a player's memory card.

The kept library for this (``anemone-daisy-maker``) takes one recording for each
section and encodes it anew with LAME; the book would leave the track's clock.
So the files are templates of our own beside this module.

File names are short and plain, because old players show no others.  The MP3 is
the track's own without its ID3 tag: chapters and cover are for other players,
and some DAISY players count the tag as sound.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from narration import __version__, templating
from narration.editions import archive, standing, talking
from narration.editions.base import Publication
from narration.editions.talking import Phase, Spoken

AUDIO = "audio.mp3"
_HERE = Path(__file__).parent


def publish(publication: Publication, folder: Path) -> None:
    """Write the book into ``folder``, which holds ``<name>.mp3``."""
    audio = folder / f"{publication.name}.mp3"
    skipped_bytes = tag_bytes(audio)
    with zipfile.ZipFile(folder / f"{publication.name}-daisy.zip", "w") as book:
        for name, text in _texts(publication, audio.stat().st_size - skipped_bytes).items():
            archive.add(book, name, text.encode())
        archive.add_file(book, AUDIO, audio, skipped_bytes)


def sections(publication: Publication) -> tuple[Phase, ...]:
    """The title over the quiet before the first words, then every phase that has words; no gap from start to end."""
    spoken = [phase for phase in talking.phases(publication) if phase.cues]
    title = Spoken("title", publication.script.title, 0.0, spoken[0].cues[0].begin)
    return Phase("title", title.text, (title,)), *spoken


def tag_bytes(mp3: Path) -> int:
    """The length of an ID3v2 tag at the start, which says it in four bytes of seven bits (id3.org); 0 without one."""
    with mp3.open("rb") as file:
        header = file.read(10)
    if not header.startswith(b"ID3"):
        return 0
    size = 0
    for byte in header[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def clock(seconds: float) -> str:
    """``hh:mm:ss.mmm``, the SMIL clock value of DAISY's metadata."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


def _texts(publication: Publication, audio_bytes: int) -> dict[str, str]:
    """Every file but the audio, by its name; ``ncc.html``, which counts the others, comes first."""
    templates = templating.environment(_HERE)
    templates.filters["clock"] = clock
    values = _values(publication)
    files = {
        "content.html": templates.get_template("content.html").render(values),
        "master.smil": templates.get_template("master.smil").render(values),
        "book.css": (_HERE / "book.css").read_text(encoding="utf-8"),
        **{
            f"{section.id}.smil": templates.get_template("section.smil").render(
                values, section=section, elapsed=elapsed
            )
            for section, elapsed in _elapsed(values["sections"])
        },
    }
    size = audio_bytes + sum(len(text.encode()) for text in files.values())
    ncc = templates.get_template("ncc.html").render(values, files=len(files) + 2, kilobytes=round(size / 1024) + 1)
    return {"ncc.html": ncc, **files}


def _elapsed(sections: Sequence[Phase]) -> list[tuple[Phase, float]]:
    """Each section with the seconds before it."""
    found, before = [], 0.0
    for section in sections:
        found.append((section, before))
        before += section.seconds
    return found


def _values(publication: Publication) -> dict[str, Any]:
    common = standing.values(publication)
    parts = sections(publication)
    return {
        **common,
        "identifier": talking.identifier(publication),
        "narrator": common["book"]["narrator"].format(voice=publication.voice.spec),
        "generator": f"narration {__version__}",
        "sections": parts,
        "seconds": round(sum(section.seconds for section in parts), 4),
        "audio": AUDIO,
        "phases": talking.phases(publication),
    }
