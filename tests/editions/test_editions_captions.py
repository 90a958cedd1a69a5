"""Captions: the one clock, and text that no parser takes for markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from narration.editions import captions
from narration.editions.base import Publication
from narration.units import to_seconds

_CAPTION = re.compile(r"(\S+)\n(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(.+)")


def test_every_cue_is_a_caption_on_the_same_clock(publication: Publication) -> None:
    found = _CAPTION.findall(captions.webvtt(publication))
    cues = publication.timeline.cues
    assert [item[0] for item in found] == [cue.id for cue in cues]
    for item, cue in zip(found, cues, strict=True):
        start = int(item[1]) * 3600 + int(item[2]) * 60 + float(item[3])
        end = int(item[4]) * 3600 + int(item[5]) * 60 + float(item[6])
        assert abs(start - to_seconds(cue.start)) <= 0.001
        assert abs(end - to_seconds(cue.end)) <= 0.001
        assert item[7] == cue.text


def test_hostile_text_cannot_end_a_caption_or_open_a_tag(make_publication: Callable[..., Publication]) -> None:
    text = "one --> two\n\n00:00:00.000 --> 99:00:00.000\n<c.x>&lt;\u0000"
    vtt = captions.webvtt(make_publication([("A\n\nNOTE", [text])], title="T --> <b>\n\nx"))
    assert len(re.findall("-->", vtt)) == 1
    assert "<" not in vtt
    assert "\0" not in vtt
    assert "&amp;lt;" in vtt
    assert len(vtt.split("\n\n")) == 3


def test_hours_are_counted() -> None:
    assert captions.timestamp(3_723_004) == "01:02:03.004"
    assert captions.timestamp(59_999, ",") == "00:00:59,999"


def test_a_draft_says_so_in_a_note(make_publication: Callable[..., Publication], tmp_path: Path) -> None:
    captions.publish(make_publication(approved=False, name="x"), tmp_path)
    assert "DRAFT" in (tmp_path / "x.vtt").read_text(encoding="utf-8")
    captions.publish(make_publication(name="x"), tmp_path)
    assert "DRAFT" not in (tmp_path / "x.vtt").read_text(encoding="utf-8")
