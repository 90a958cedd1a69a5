"""Room tone: the faint sound of a quiet room, so that a pause is never dead.

Digital zero between sentences makes listeners think that the player has
stopped.  The tone lies where encoders keep quiet sounds (they drop what is
below the threshold of hearing, so a flat hiss this faint would come out as
zero), and it repeats only after 24 seconds.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from narration.units import SAMPLE_RATE_HZ

LEVEL_DBFS = -66.0
"""RMS level in the finished track: 47 dB below the speech."""
BAND_HZ = (250.0, 4_000.0)
LOOP_SAMPLES = 1 << 20
"""24 s: a power of two is shaped fastest."""
SEED = 20_261_123


def tone(start: int, samples: int) -> npt.NDArray[np.float32]:
    """Samples ``start`` to ``start + samples`` of the endless tone; full scale is ±1."""
    begin = start % LOOP_SAMPLES
    turns = -(-(begin + samples) // LOOP_SAMPLES)
    loop = _loop()
    return loop[begin : begin + samples] if turns == 1 else np.tile(loop, turns)[begin : begin + samples]


@cache
def _loop() -> npt.NDArray[np.float32]:
    """Noise shaped in the frequency domain: periodic by construction, so the loop has no seam."""
    frequencies = np.fft.rfftfreq(LOOP_SAMPLES, 1 / SAMPLE_RATE_HZ)
    low, high = BAND_HZ
    with np.errstate(divide="ignore"):
        shape = 1 / np.sqrt(1 + (low / np.maximum(frequencies, 1e-9)) ** 8) / np.sqrt(1 + (frequencies / high) ** 8)
    shape /= np.sqrt(np.maximum(frequencies, low) / low)
    phases = np.random.Generator(np.random.PCG64(SEED)).uniform(0, 2 * np.pi, frequencies.size)
    noise = np.fft.irfft(shape * np.exp(1j * phases), LOOP_SAMPLES)
    noise *= 10 ** (LEVEL_DBFS / 20) / np.sqrt(np.mean(noise**2))
    result: npt.NDArray[np.float32] = noise.astype(np.float32)
    result.setflags(write=False)
    return result
