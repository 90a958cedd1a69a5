"use strict";
// Plays, seeks, and marks the sentence being spoken.
(() => {
  const audio = document.getElementById("audio");
  const play = document.getElementById("play");
  const seek = document.getElementById("seek");
  const cues = Array.from(document.querySelectorAll(".cue"), (element) => ({
    element, start: Number(element.dataset.start), end: Number(element.dataset.end),
  }));
  let current = null;

  const go = (seconds) => { audio.currentTime = Math.min(Math.max(0, seconds), audio.duration || Infinity); };

  function mark() {
    const now = audio.currentTime;
    const found = cues.findLast((cue) => cue.start <= now + 0.02 && now > 0) || null;
    if (found !== current) {
      if (current) current.element.removeAttribute("aria-current");
      if (found) found.element.setAttribute("aria-current", "true");
      current = found;
    }
    seek.value = String(Math.round(now));
  }

  function follow() {
    mark();
    if (!audio.paused) requestAnimationFrame(follow);
  }

  const label = () => { play.textContent = audio.paused ? play.dataset.play : play.dataset.pause; };

  audio.controls = false;
  document.getElementById("controls").hidden = false;
  play.addEventListener("click", () => { if (audio.paused) audio.play(); else audio.pause(); });
  document.getElementById("back").addEventListener("click", () => go(audio.currentTime - 15));
  document.getElementById("forward").addEventListener("click", () => go(audio.currentTime + 30));
  document.getElementById("speed").addEventListener("change", (event) => { audio.playbackRate = Number(event.target.value); });
  seek.addEventListener("input", () => go(Number(seek.value)));
  audio.addEventListener("play", () => { label(); follow(); });
  audio.addEventListener("pause", label);
  audio.addEventListener("seeked", mark);
  audio.addEventListener("timeupdate", mark);
  for (const cue of cues) cue.element.addEventListener("click", () => { go(cue.start); audio.play(); });
})();
