"""gTTS against a stand-in that speaks the real protocol over TLS: no fault is silent, none is waited for in vain."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import numpy as np
import pytest
import trustme
from loopback_google import Answer, LoopbackGoogle, chunked, speech, speech_body

from narration import voices
from narration.errors import UsageError, VoiceError
from narration.settings import OnlineVoice, Settings
from narration.voices.base import BlockedVoiceError, TransientVoiceError, Voice

QUICK = Settings(gtts=OnlineVoice(connections=4, tries=3, timeout_seconds=60, first_wait_seconds=0.02))
HASTY = Settings(gtts=replace(QUICK.gtts, timeout_seconds=2))
"""For a service that never answers; else a busy machine must not look like one."""
LINE = "You may feel warm."
LONG = (
    "You may feel warm, a little heavy, or far away from the room; that is a usual part of it. "
    "Your nurse stays beside you the whole time, watches your heart, and speaks with you whenever you like."
)


@pytest.fixture
def voice(google: LoopbackGoogle) -> Iterator[Voice]:
    with voices.choose("gtts:en", "en", QUICK) as opened:
        yield opened


@pytest.fixture
def hasty(google: LoopbackGoogle) -> Iterator[Voice]:
    with voices.choose("gtts:en", "en", HASTY) as opened:
        yield opened


def test_a_line_is_asked_for_once_and_spoken(google: LoopbackGoogle, voice: Voice) -> None:
    clip = voice.speak(LINE, 130)
    assert google.texts == [LINE]
    assert google.requests[0].host == "translate.google.com"
    assert not google.requests[0].slow
    assert clip.samples / clip.sample_rate_hz == pytest.approx(len(LINE) * 0.07, abs=0.05)


def test_the_top_level_domain_and_a_slow_pace_reach_the_service(google: LoopbackGoogle) -> None:
    with voices.choose("gtts:en@co.uk", "en-GB", QUICK) as british:
        british.speak(LINE, 90)
    assert google.requests[0].host == "translate.google.co.uk"
    assert google.requests[0].slow


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en-GB", "en@co.uk"),
        ("en_au", "en@com.au"),
        ("es-MX", "es@com.mx"),
        ("en-US", "en"),
        ("en", "en"),
        ("fr-CA", "fr-CA"),
    ],
)
def test_its_own_choice_has_the_script_s_accent(language: str, voice: str) -> None:
    with voices.choose("gtts", language, QUICK) as chosen:
        assert chosen.info.name == voice


def test_a_long_line_is_joined_without_clicks_or_holes(google: LoopbackGoogle, voice: Voice) -> None:
    clip = voice.speak(LONG, 130)
    assert " ".join(sorted(google.texts, key=LONG.index)) == LONG
    samples = np.frombuffer(clip.pcm, "<i2").astype(float)
    assert abs(np.diff(samples)).max() < 1000
    quiet = np.flatnonzero(abs(samples) > 30)
    longest_gap = np.diff(quiet).max() / clip.sample_rate_hz
    assert 0.15 < longest_gap < 0.45


def test_connections_are_kept_and_never_more_than_allowed(google: LoopbackGoogle, voice: Voice) -> None:
    google.delay_seconds = 0.02
    threads = [threading.Thread(target=voice.speak, args=(f"Line {n}. {LONG}", 130)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(google.requests) > 16
    assert google.most_at_once == 4
    assert len({request.connection for request in google.requests}) == 4


def test_a_refusal_does_not_cost_the_connection(google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, number: Answer(429, body=b"<html>wait</html>") if number == 1 else Answer()
    voice.speak(LINE, 130)
    assert len({request.connection for request in google.requests}) == 1


def test_two_voices_share_one_limit(google: LoopbackGoogle, voice: Voice) -> None:
    google.delay_seconds = 0.05
    with voices.choose("gtts:es", "es", QUICK) as other:
        threads = [threading.Thread(target=who.speak, args=(LONG, 130)) for who in [voice, other] * 3]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert google.most_at_once == 4


TRUNCATED = speech(len(LINE))[:-700]
BAD = {
    "no audio": chunked([["wrb.fr", "jQ1olc", None, None, None, [3], "generic"]]),
    "no row": b")]}'\n\n[]\n",
    "an empty body": b"",
    "white space": b"\n",
    "not base64": chunked([["wrb.fr", "jQ1olc", '["//NExA*"]']]),
    "no bytes of audio": speech_body(LINE, b""),
    "a web page": b"<html><title>Sorry</title></html>",
    "no MP3": speech_body(LINE, b"RIFF....WAVEfmt " * 40),
    "MP3 that breaks off": speech_body(LINE, TRUNCATED),
    "MP3 that breaks off in a header": speech_body(LINE, TRUNCATED[: TRUNCATED.rindex(b"\xff\xf3") + 2]),
    "MP3 that breaks off between frames": speech_body(LINE, TRUNCATED[: TRUNCATED.rindex(b"\xff\xf3")]),
    "far too short": speech_body(LINE, speech(1)),
    "far too long": speech_body(LINE, speech(400)),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_answer_is_a_fault_after_a_few_tries(kind: str, google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, _number: Answer(body=BAD[kind])
    with pytest.raises(TransientVoiceError, match="tried 3 times"):
        voice.speak(LINE, 130)
    assert google.texts == [LINE] * 3


TRANSIENT = {
    "429": Answer(429),
    "429, wait some seconds": Answer(429, {"Retry-After": "0"}),
    "429, wait a part of a second": Answer(429, {"Retry-After": "0.1"}),
    "500": Answer(500),
    "503": Answer(503, {"Retry-After": "0"}),
    "hang": Answer(act="hang"),
    "reset": Answer(act="reset"),
    "a body that drips": Answer(act="drip"),
    "an answer that drips from its first line": Answer(act="drip early"),
    "a body that stops early": Answer(act="cut"),
    "a body that cannot be unpacked": Answer(headers={"Content-Encoding": "gzip"}, body=b"not gzip"),
    **{kind: Answer(body=body) for kind, body in BAD.items()},
}


@pytest.mark.parametrize("kind", TRANSIENT)
def test_what_passes_is_tried_again(kind: str, google: LoopbackGoogle, voice: Voice, hasty: Voice) -> None:
    google.behaviour = lambda _text, number: TRANSIENT[kind] if number == 1 else Answer()
    endless = TRANSIENT[kind].act in ("hang", "drip", "drip early")
    assert (hasty if endless else voice).speak(LINE, 130).samples > 0
    assert google.texts == [LINE] * 2


def test_a_time_that_the_service_names_is_waited_for_by_all(google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, _: Answer(429, {"Retry-After": "1"}) if len(google.requests) == 1 else Answer()
    voice.speak("First.", 130)
    assert google.requests[1].at - google.requests[0].at >= 1


def test_a_date_to_wait_for_is_understood(google: LoopbackGoogle, voice: Voice) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    google.behaviour = lambda _text, number: Answer(503, {"Retry-After": then}) if number == 1 else Answer()
    voice.speak(LINE, 130)
    assert 0.9 <= google.requests[1].at - google.requests[0].at <= 5


def test_a_long_wait_is_a_block_that_says_when_to_go_on(google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, _number: Answer(429, {"Retry-After": "720"})
    with pytest.raises(BlockedVoiceError, match=r"Go on after \d\d:\d\d \(in 12 min\)") as caught:
        voice.speak(LINE, 130)
    assert caught.value.retry_after_seconds == 720
    assert google.texts == [LINE]


@pytest.mark.parametrize(
    "answer",
    [Answer(403), Answer(302, {"Location": "https://www.google.com/sorry/index?continue=x"})],
    ids=["403", "the page that asks for a captcha"],
)
def test_a_block_stops_everything_at_once(answer: Answer, google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, _number: answer
    for _ in range(2):
        with pytest.raises(BlockedVoiceError, match="Try again in an hour"):
            voice.speak(LINE, 130)
    assert google.texts == [LINE]


def test_repeated_429_is_a_block(google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, _number: Answer(429)
    with pytest.raises(BlockedVoiceError, match="429 Too Many Requests, 3 times in a row"):
        voice.speak(LINE, 130)
    assert google.texts == [LINE] * 3


@pytest.mark.parametrize("status", [400, 404, 301])
def test_what_no_try_mends_is_named_at_once(status: int, google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, _number: Answer(status)
    with pytest.raises(VoiceError, match=f"answered {status}") as caught:
        voice.speak(LINE, 130)
    assert not isinstance(caught.value, TransientVoiceError | BlockedVoiceError)
    assert google.texts == [LINE]


@pytest.mark.parametrize("kind", ["hang", "reset", "drip"])
def test_a_service_that_stays_away_is_given_up(kind: str, google: LoopbackGoogle, hasty: Voice) -> None:
    google.behaviour = lambda _text, _number: Answer(act=kind)
    with pytest.raises(TransientVoiceError, match="tried 3 times"):
        hasty.speak(LINE, 130)
    assert google.texts == [LINE] * 3


def test_a_certificate_of_a_stranger_is_refused(google: LoopbackGoogle, voice: Voice) -> None:
    google.ca = trustme.CA()
    with pytest.raises(VoiceError, match=r"certificate .* is not valid, so nothing was sent"):
        voice.speak(LINE, 130)
    assert google.requests == []


def test_a_certificate_for_another_host_is_refused(google: LoopbackGoogle, voice: Voice) -> None:
    google.host_in_certificate = "example.com"
    with pytest.raises(VoiceError, match=r"certificate .* is not valid, so nothing was sent"):
        voice.speak(LINE, 130)
    assert google.requests == []


def test_no_proxy_there(voice: Voice, google: LoopbackGoogle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(TransientVoiceError, match="the proxy that HTTPS_PROXY names cannot be reached"):
        voice.speak(LINE, 130)


@pytest.mark.parametrize(
    ("status", "told"), [(403, "does not let"), (407, "wants a name and a password"), (503, "tried 3 times")]
)
def test_a_proxy_that_refuses_is_named(status: int, told: str, google: LoopbackGoogle, voice: Voice) -> None:
    google.connect_status = status
    with pytest.raises(VoiceError, match=told):
        voice.speak(LINE, 130)
    assert google.requests == []


@pytest.mark.parametrize("content", [None, "", "no certificate\n"], ids=["missing", "empty", "something else"])
def test_a_certificate_file_that_is_none_is_named(
    content: str | None, google: LoopbackGoogle, voice: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "bundle.pem"
    if content is not None:
        bundle.write_text(content)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
    with pytest.raises(VoiceError, match="REQUESTS_CA_BUNDLE is not there, or holds no certificates"):
        voice.speak(LINE, 130)
    assert google.requests == []


def test_closing_ends_a_hanging_line_within_a_second(google: LoopbackGoogle, voice: Voice) -> None:
    google.behaviour = lambda _text, _number: Answer(act="hang")
    faults: list[VoiceError] = []

    def speak() -> None:
        with pytest.raises(VoiceError, match="stopped") as caught:
            voice.speak(LINE, 130)
        faults.append(caught.value)

    thread = threading.Thread(target=speak)
    thread.start()
    while not google.requests:
        time.sleep(0.01)
    voice.close()
    thread.join(1.0)
    assert len(faults) == 1


@pytest.mark.parametrize(
    ("spec", "language", "told"),
    [
        ("gtts:es", "en", "cannot speak"),
        ("gtts:xx", "xx", "no voice for"),
        ("gtts:en@evil.example/", "en", "no ending"),
        ("gtts:en", "de", "cannot speak"),
    ],
)
def test_a_voice_that_cannot_be_is_refused(spec: str, language: str, told: str, google: LoopbackGoogle) -> None:
    with pytest.raises(UsageError, match=told):
        voices.choose(spec, language, QUICK)
    assert google.requests == []


@pytest.mark.parametrize("options", [OnlineVoice(connections=0), OnlineVoice(connections=90), OnlineVoice(tries=0)])
def test_an_impolite_or_impossible_setting_is_refused(options: OnlineVoice) -> None:
    with pytest.raises(UsageError, match="connections"):
        voices.choose("gtts", "en", Settings(gtts=options))
