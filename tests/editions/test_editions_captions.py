"""Captions: the one clock, and text that no parser takes for markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import av
import pytest

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


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "DRAFT, not"), ("es", "BORRADOR (DRAFT), no"), ("es-MX", "BORRADOR")]
)
def test_a_draft_says_so_in_the_listeners_language(
    language: str, mark: str, make_publication: Callable[..., Publication]
) -> None:
    draft = make_publication(language=language, approved=False)
    assert captions.subrip(draft).split("\n")[2].startswith(mark)
    assert f"\nNOTE\n{mark}" in captions.webvtt(draft)


def test_subrip_keeps_the_same_clock(publication: Publication) -> None:
    blocks = captions.subrip(publication).strip().split("\n\n")
    vtt = _CAPTION.findall(captions.webvtt(publication))
    assert len(blocks) == len(vtt)
    for number, (block, item) in enumerate(zip(blocks, vtt, strict=True), 1):
        count, times, text = block.split("\n")
        start, end = f"{item[1]}:{item[2]}:{item[3]}", f"{item[4]}:{item[5]}:{item[6]}"
        assert (count, times, text) == (str(number), f"{start} --> {end}".replace(".", ","), item[7])


def test_hostile_text_cannot_end_a_subrip_caption(make_publication: Callable[..., Publication]) -> None:
    text = "one --> two\n\n2\n00:00:00,000 --> 99:00:00,000\n<b>{\\an8}\u0000"
    srt = captions.subrip(make_publication([("A", [text])], approved=False))
    assert srt.count("-->") == 1
    assert not set("<{\0") & set(srt)
    assert len(srt.split("\n\n")) == 1
    assert srt.split("\n")[2] == "DRAFT, not for patients."


@pytest.mark.parametrize("suffix", ["vtt", "srt"])
def test_another_program_reads_the_same_times_and_words(suffix: str, publication: Publication, tmp_path: Path) -> None:
    captions.publish(publication, tmp_path)
    cues = publication.timeline.cues
    with av.open(str(tmp_path / f"{publication.name}.{suffix}")) as container:
        packets = [packet for packet in container.demux() if packet.size]
    assert len(packets) == len(cues)
    for packet, cue in zip(packets, cues, strict=True):
        assert packet.pts is not None
        assert packet.duration is not None
        begin, end = (float(at * packet.time_base) for at in (packet.pts, packet.pts + packet.duration))
        assert (begin, end) == pytest.approx((to_seconds(cue.start), to_seconds(cue.end)), abs=0.002)
        assert bytes(packet).decode().split() == cue.text.split()
