"use strict";
// Play and pause, back and forward, where it is, and the chapters.
(() => {
  const { audio, data, say, clock } = narration;
  const byId = (id) => document.getElementById(id);
  const position = byId("position");
  const play = byId("play");
  const chapterButtons = Array.from(document.querySelectorAll(".chapter"));

  narration.duration = () => (Number.isFinite(audio.duration) ? audio.duration : data.duration);
  narration.seek = (seconds) => {
    const wanted = Math.min(Math.max(0, seconds), narration.duration());
    audio.currentTime = wanted;
    // Before it knows the sound, a player takes any place, and may begin at the start after all.
    narration.unreached = audio.readyState > 0 && narration.canReach(wanted) ? null : wanted;
  };
  // A host that answers no Range requests lets nobody seek; the copy for offline use does, as soon as it is there.
  narration.canReach = (seconds) => {
    const { seekable } = audio;
    return audio.readyState === 0 || (seekable.length > 0 && seekable.end(seekable.length - 1) >= seconds);
  };
  narration.play = () => {
    narration.started = true;
    // A player that has failed stays so until it is told to load: "try again" has to do something.
    if (audio.error) narration.load(audio.getAttribute("src"));
    // A source that is changed meanwhile aborts the first attempt; the change itself plays on.
    audio.play().catch((error) => { if (error.name !== "AbortError") narration.tell("failed"); });
  };
  narration.toggle = () => { if (audio.paused) narration.play(); else audio.pause(); };
  // Takes the sound from a source, which may be the one in use, and goes on where the listener is.
  narration.load = (source, whenKnown) => {
    narration.unreached ??= audio.currentTime;
    audio.src = source;
    if (whenKnown) audio.addEventListener("loadedmetadata", whenKnown, { once: true });
  };
  audio.addEventListener("loadedmetadata", () => {
    if (narration.unreached !== null) narration.seek(narration.unreached);
  });
  narration.tell = (name, values) => { byId("message").textContent = name ? say(name, values) : ""; };
  narration.chapterAt = (seconds) => {
    const index = data.chapters.findIndex((chapter) => seconds < chapter.end);
    return index < 0 ? data.chapters.length - 1 : index;
  };
  audio.addEventListener("play", () => {
    narration.started = narration.playing = true;
    document.documentElement.classList.add("playing");
  });
  audio.addEventListener("pause", () => {
    narration.playing = Boolean(audio.error);
    document.documentElement.classList.remove("playing");
  });
  audio.addEventListener("error", () => {
    if (narration.useCopy?.()) return;
    audio.pause(); // or the button would offer to pause what does not play
    narration.tell("failed");
  });
  if (narration.room) return;

  audio.controls = false;
  byId("controls").hidden = false;

  function showPosition(now) {
    position.value = String(Math.round(now));
    position.setAttribute("aria-valuetext", say("position", { now: clock(now), total: clock(narration.duration()) }));
  }
  // A screen reader speaks every change of a slider that the keyboard is on: while the guide speaks, it has to rest.
  const sliderRests = () => !audio.paused && position.matches(":focus-visible");

  function show() {
    const now = audio.currentTime;
    const chapter = narration.chapterAt(now);
    if (!sliderRests()) showPosition(now);
    byId("chapter").textContent = data.chapters[chapter]?.title ?? "";
    byId("left").textContent = say("minutes_left", { time: clock(narration.duration() - now) });
    chapterButtons.forEach((button, index) => {
      if (index === chapter) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
    });
  }

  const label = () => play.setAttribute("aria-label", say(audio.paused ? "play" : "pause"));
  play.addEventListener("click", narration.toggle);
  byId("back").addEventListener("click", () => narration.seek(audio.currentTime - 15));
  byId("forward").addEventListener("click", () => narration.seek(audio.currentTime + 30));
  position.addEventListener("keydown", () => showPosition(audio.currentTime)); // a step leads on from what is heard
  position.addEventListener("input", () => {
    const wanted = Number(position.value);
    narration.seek(wanted);
    showPosition(wanted);
  });
  for (const button of chapterButtons) {
    button.addEventListener("click", () => {
      byId("chapters").close();
      narration.seek(Number(button.dataset.start));
      narration.play();
    });
  }
  audio.addEventListener("play", () => { label(); narration.tell(""); });
  audio.addEventListener("pause", label);
  audio.addEventListener("ended", () => narration.tell("ended"));
  for (const name of ["timeupdate", "seeking", "seeked", "loadedmetadata"]) audio.addEventListener(name, show);
  show();
})();
