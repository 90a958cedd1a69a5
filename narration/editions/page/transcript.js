"use strict";
// Marks the sentence being spoken, keeps it in view, and plays from a sentence that is chosen.
(() => {
  const { audio } = narration;
  if (narration.room) return;
  const cues = Array.from(document.querySelectorAll(".cue"), (element) => ({
    element, start: Number(element.dataset.start),
  }));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const LEFT_ALONE_MS = 8000; // after the listener scrolls, the page stays where they put it
  let current = -1;
  let scrolledAt = -Infinity;

  // One tab stop for all sentences: arrow keys move between them.
  function tabStop(index) {
    cues.forEach((cue, i) => { cue.element.tabIndex = i === index ? 0 : -1; });
  }

  function keepInView(element) {
    if (!document.getElementById("follow").checked || performance.now() - scrolledAt < LEFT_ALONE_MS) return;
    if (element.matches(":focus-visible") || document.querySelector("dialog[open]")) return;
    element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  function mark() {
    // Media time is rounded when it is set: without the allowance, choosing a sentence could mark the one before.
    const now = audio.currentTime + 0.02;
    const started = narration.started || now > 0.1;
    const index = started ? cues.findLastIndex((cue) => cue.start <= now) : -1;
    if (index === current) return;
    cues[current]?.element.removeAttribute("aria-current");
    current = index;
    if (index < 0) return;
    const { element } = cues[index];
    element.setAttribute("aria-current", "true");
    if (!document.activeElement?.classList.contains("cue")) tabStop(index);
    if (!audio.paused) keepInView(element);
  }

  function everyFrame() {
    mark();
    if (!audio.paused) requestAnimationFrame(everyFrame);
  }

  for (const name of ["wheel", "touchmove"]) {
    addEventListener(name, () => { scrolledAt = performance.now(); }, { passive: true });
  }
  cues.forEach((cue, index) => {
    cue.element.addEventListener("click", () => {
      tabStop(index);
      narration.seek(cue.start);
      narration.play();
    });
    cue.element.addEventListener("keydown", (event) => {
      const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: cues.length - 1 }[event.key];
      if (to === undefined || !cues[to]) return;
      event.preventDefault();
      tabStop(to);
      cues[to].element.focus();
    });
  });
  audio.addEventListener("play", everyFrame);
  for (const name of ["timeupdate", "seeking", "seeked"]) audio.addEventListener(name, mark);
  tabStop(0);
})();
