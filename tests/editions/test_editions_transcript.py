"""The transcript: every word, under its phase, and what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from narration.editions import transcript
from narration.editions.base import Publication


def test_every_phase_and_sentence_is_there_in_order(publication: Publication, tmp_path: Path) -> None:
    transcript.publish(publication, tmp_path)
    top, *phases = (tmp_path / "hearing-test.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    assert top.split("\n")[:2] == ["What a hearing test feels like", "Spoken by a computer voice."]
    assert "Reviewed by Dr A. Example" in top
    timeline = publication.timeline
    assert phases == ["\n".join([c.title, *(cue.text for cue in timeline.cues_of(c))]) for c in timeline.chapters]


def test_a_draft_says_so_and_a_line_stays_a_line(make_publication: Callable[..., Publication]) -> None:
    words = transcript.text(make_publication([("A\n\nB", ["one\n\ntwo\0"])], approved=False))
    assert "DRAFT, not for patients\nNobody has approved these words yet." in words
    assert words.endswith("\n\nA B\none two\ufffd")
