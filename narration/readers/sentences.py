"""Paragraphs to sentences."""

from __future__ import annotations


def split(text: str, language: str) -> list[str]:
    """The sentences of a paragraph, in order; nothing of it is lost but white space."""
    from sentencex import segment

    pieces = [" ".join(piece.split()) for piece in segment(language.split("-")[0], text)]
    joined: list[str] = []
    for piece in pieces:
        if not piece:
            continue
        # A piece that begins in lower case was cut inside its sentence, after an abbreviation.
        if joined and (piece[0].islower() or not any(map(str.isalnum, piece))):
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined
