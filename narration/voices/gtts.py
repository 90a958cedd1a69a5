"""``gtts:LANG[@TLD]``: Google Translate's voices, online, through the ``gTTS`` package.

Natural, and the text leaves this machine: it is used only when asked for, and
the first thing it does is say so.  Its pace is the service's own, in two
steps; the calm comes from our pauses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, ClassVar

from narration.clip import Clip, VoiceInfo
from narration.errors import UsageError, VoiceError
from narration.language_tags import canonical, primary
from narration.settings import OnlineVoice, Settings
from narration.voices.base import Engine, Offer, Voice, speaks
from narration.voices.gtts_cutting import clauses, gap_seconds
from narration.voices.speech import speech_clip

if TYPE_CHECKING:
    from narration.audible import Samples

SAMPLE_RATE_HZ = 24_000
SLOW_BELOW = 110
"""Asked for fewer words a minute than this, the service's slow speech is nearer than its normal one."""
OFFERED = {"en": "en", "en-GB": "en@co.uk", "en-AU": "en@com.au", "es": "es", "es-MX": "es@com.mx"}
"""What ``narration voices`` lists, each by the language tag that it is the engine's own choice for."""
MOST_CONNECTIONS = 8


_TLD = re.compile(r"[a-z]{2,6}(\.[a-z]{2,3})?")
NOTICE = (
    "The words of this guide now go over the internet to Google's translation service (translate.google.{tld}), "
    "because you chose {spec}. Use an offline voice if they must stay on this machine."
)


class GttsVoice(Voice):
    """One client for all lines; its limit on requests at once holds for the whole build."""

    def __init__(self, language: str, tld: str, options: OnlineVoice) -> None:
        from narration.voices.gtts_client import Client

        self.info = _info(language, tld)
        self.notice = NOTICE.format(tld=tld, spec=self.info.spec)
        self.concurrency = options.connections
        self._language, self._tld = language, tld
        self._client = Client(options)

    def speak(self, text: str, pace: int) -> Clip:
        from narration.voices import gtts_protocol, mp3

        pieces = clauses(text)
        if not pieces:
            raise VoiceError("there is nothing in it to say.")
        slow = pace < SLOW_BELOW
        work = [
            (gtts_protocol.request(piece, self._language, self._tld, slow), partial(_speech, clause=piece, slow=slow))
            for piece in pieces
        ]
        whole = mp3.joined(self._client.fetch(work), [gap_seconds(piece) for piece in pieces], SAMPLE_RATE_HZ)
        return speech_clip(whole.astype("<i2").tobytes(), SAMPLE_RATE_HZ)

    def key(self, pace: int) -> Mapping[str, str | int | float]:
        return {**super().key(pace), "tld": self._tld}

    def close(self) -> None:
        self._client.close()


class GttsEngine(Engine):
    name: ClassVar[str] = "gtts"

    def offers(self, settings: Settings) -> Sequence[Offer]:
        missing = not _version()
        return [
            Offer(
                _info(*_parted(name)),
                unavailable="gTTS is not installed." if missing else "",
                remedy="pip install gTTS" if missing else "",
                notice="sends the text to Google",
            )
            for name in OFFERED.values()
        ]

    def open(self, voice: str, language: str, settings: Settings) -> Voice:
        if not _version():
            raise VoiceError("gTTS is not installed.", remedy="Run: pip install gTTS")
        own, tld = _parted(voice or _own_choice(language))
        if own not in _languages():
            raise UsageError(
                f'the service of gTTS has no voice for "{own}".',
                remedy=f"It knows {', '.join(sorted(_languages()))}.",
            )
        if not _TLD.fullmatch(tld):
            raise UsageError(
                f'"{tld}" is no ending of translate.google.…', remedy="Use com, co.uk, com.au or another, as in en@com."
            )
        if not speaks(own, language):
            raise UsageError(
                f'the voice "gtts:{voice}" cannot speak "{language}".',
                remedy=f"Choose gtts:{_own_choice(language)}, or a script in that voice's language.",
            )
        options = settings.gtts
        if not 1 <= options.connections <= MOST_CONNECTIONS or options.tries < 1 or options.timeout_seconds <= 0:
            raise UsageError(
                f"[voices.gtts] needs `connections` from 1 to {MOST_CONNECTIONS}, and `tries` and `timeout_seconds` "
                "above 0."
            )
        return GttsVoice(own, tld, options)


ENGINE = GttsEngine()


def _speech(body: bytes, clause: str, slow: bool) -> Samples:
    """The words in an answer, without padding.  Anything but whole, audible speech of fitting length is refused."""
    from narration.voices import gtts_protocol, mp3
    from narration.voices.plausible import plausible_seconds

    try:
        samples = mp3.spoken_part(mp3.decode(gtts_protocol.audio(body), SAMPLE_RATE_HZ), SAMPLE_RATE_HZ)
    except mp3.DamagedMp3Error as error:
        raise gtts_protocol.BadAnswerError(str(error)) from None
    seconds = samples.size / SAMPLE_RATE_HZ
    least, most = plausible_seconds(clause, slow=slow)
    if not least <= seconds <= most:
        raise gtts_protocol.BadAnswerError(f"{seconds:.1f} s of sound cannot be “{clause}”")
    return samples


def _parted(voice: str) -> tuple[str, str]:
    """``en@co.uk`` → ``("en", "co.uk")``."""
    language, _, tld = voice.partition("@")
    return language, tld or "com"


def _own_choice(language: str) -> str:
    """The accent of the script's tag if it is offered or the service has a tag for it, else the language's own.

    One that the service does not know is refused by ``open``.
    """
    tag = canonical(language)
    return OFFERED.get(tag) or (tag if tag in _languages() else primary(tag))


@cache
def _languages() -> frozenset[str]:
    from gtts.lang import tts_langs

    return frozenset(tts_langs())


def _info(language: str, tld: str) -> VoiceInfo:
    return VoiceInfo(
        engine="gtts",
        name=language if tld == "com" else f"{language}@{tld}",
        version=f"gTTS {_version()}",
        language=language,
        online=True,
        natural=True,
        licence="Google's terms of service",
        sample_rate_hz=SAMPLE_RATE_HZ,
    )


@cache
def _version() -> str:
    """Empty when the package is not installed."""
    try:
        return version("gTTS")
    except PackageNotFoundError:
        return ""
