"use strict";
// The lock screen, headphones and media keys.
(() => {
  const session = navigator.mediaSession;
  if (!session || narration.room) return;
  const { audio, data } = narration;

  const hop = (step) => {
    const chapter = data.chapters[narration.chapterAt(audio.currentTime) + step];
    narration.seek(chapter ? chapter.start : 0);
  };
  const actions = {
    play: narration.play,
    pause: () => audio.pause(),
    stop: () => audio.pause(),
    seekbackward: (details) => narration.seek(audio.currentTime - (details.seekOffset || 15)),
    seekforward: (details) => narration.seek(audio.currentTime + (details.seekOffset || 30)),
    seekto: (details) => narration.seek(details.seekTime),
    previoustrack: () => hop(-1),
    nexttrack: () => hop(1),
  };
  for (const [action, handler] of Object.entries(actions)) {
    try { session.setActionHandler(action, handler); } catch { /* this browser does not know the action */ }
  }

  function describe() {
    const artwork = [{ src: "page/icon-512.png", sizes: "512x512", type: "image/png" }];
    session.metadata = new MediaMetadata({
      title: data.title, artist: data.artist, artwork: location.protocol === "file:" ? [] : artwork,
    });
  }
  function place() {
    session.playbackState = audio.paused ? "paused" : "playing";
    if (!session.setPositionState || !Number.isFinite(audio.duration)) return;
    session.setPositionState({
      duration: audio.duration, playbackRate: audio.playbackRate, position: Math.min(audio.currentTime, audio.duration),
    });
  }
  audio.addEventListener("play", describe);
  for (const name of ["play", "pause", "seeked", "ratechange"]) audio.addEventListener(name, place);
})();
