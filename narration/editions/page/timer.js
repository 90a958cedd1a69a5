"use strict";
// Stops by itself: after some minutes, or at the end of the chapter, fading out so that nobody is startled.
(() => {
  const { audio, data } = narration;
  if (narration.room) return;
  const FADE_SECONDS = 8;
  const select = document.getElementById("timer");
  let endsAt = 0;
  let chapter = null;
  let full = 1;
  let fading = false;

  function clear() {
    if (fading) audio.volume = full;
    fading = false;
    endsAt = 0;
    chapter = null;
  }

  function left() {
    if (endsAt) return (endsAt - Date.now()) / 1000;
    return chapter === null ? Infinity : (data.chapters[chapter].end - audio.currentTime) / audio.playbackRate;
  }

  function tick() {
    const seconds = left();
    if (seconds === Infinity) return;
    if (seconds <= 0.1) {
      audio.pause();
      clear();
      select.value = "";
      narration.tell("");
      return;
    }
    if (seconds <= FADE_SECONDS && !audio.paused) {
      if (!fading) { full = audio.volume; fading = true; }
      audio.volume = full * (seconds / FADE_SECONDS);
    } else if (fading) {
      audio.volume = full;
      fading = false;
    }
  }

  select.addEventListener("change", () => {
    clear();
    if (select.value === "chapter") {
      chapter = narration.chapterAt(audio.currentTime);
      narration.tell("timer_chapter");
    } else if (select.value) {
      endsAt = Date.now() + Number(select.value) * 60000;
      narration.tell("timer_at", { time: new Date(endsAt).toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" }) });
    } else {
      narration.tell("");
    }
  });
  audio.addEventListener("seeked", () => {
    if (chapter !== null) chapter = narration.chapterAt(audio.currentTime + 0.15);
  });
  setInterval(tick, 100);
})();
