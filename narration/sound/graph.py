"""FFmpeg's filter chains, in process: blocks of mono samples through one, and a file out of one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import av.filter
import numpy as np

from narration.sound.stitch import Block
from narration.units import SAMPLE_RATE_HZ

Filter = tuple[str, str]
"""A filter's name and its options, as FFmpeg's documentation writes them."""


def chain(filters: Iterable[Filter], rate_hz: int = SAMPLE_RATE_HZ) -> av.filter.Graph:
    """source → filters → sink, mono 32-bit float throughout."""
    graph = av.filter.Graph()
    nodes = [graph.add_abuffer(sample_rate=rate_hz, format="flt", layout="mono", time_base=Fraction(1, rate_hz))]
    nodes += [graph.add(name, options) for name, options in filters]
    nodes.append(graph.add("aformat", "sample_fmts=flt:channel_layouts=mono"))
    return _linked(graph, nodes)


def _linked(graph: av.filter.Graph, nodes: Iterable[av.filter.FilterContext]) -> av.filter.Graph:
    """The graph, ready: each node into the next, and the last into the sink."""
    for left, right in itertools.pairwise([*nodes, graph.add("abuffersink")]):
        left.link_to(right)
    graph.configure()
    return graph


def run(blocks: Iterable[Block], filters: Iterable[Filter], rate_hz: int = SAMPLE_RATE_HZ) -> Iterator[av.AudioFrame]:
    """Every frame that comes out, with its metadata."""
    graph = chain(filters, rate_hz)
    clock = 0
    for block in blocks:
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block).reshape(1, -1), format="flt", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = rate_hz, clock, Fraction(1, rate_hz)
        clock += len(block)
        graph.push(frame)
        yield from _drained(graph)
    graph.push(None)
    yield from _drained(graph)


def decoded(path: Path, samples: int) -> Iterator[av.AudioFrame]:
    """A file's sound as planar 32-bit float, in frames of so many samples; the last may be shorter.

    The decoder runs within the chain: from Python, each of its frames of some 20
    milliseconds would be a step of its own, and two files at once wait for each other.
    """
    graph = av.filter.Graph()
    nodes = [
        graph.add("amovie", filename=str(path)),
        graph.add("aformat", "sample_fmts=fltp"),
        graph.add("asetnsamples", f"n={samples}:p=0"),
    ]
    _linked(graph, nodes)
    while True:
        try:
            frame = graph.pull()
        except av.error.EOFError:
            return
        if isinstance(frame, av.AudioFrame):
            yield frame


def _drained(graph: av.filter.Graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame


def samples(frames: Iterable[av.AudioFrame]) -> Iterator[Block]:
    for frame in frames:
        yield np.asarray(frame.to_ndarray().reshape(-1), dtype=np.float32)
