"use strict";
// `?room`: a prep room's tablet. One button, a dark screen that stays awake, and the start again for the next patient.
(() => {
  if (!narration.room) return;
  const { audio, say } = narration;
  const FORGOTTEN_MS = 10 * 60 * 1000; // a pause this long means that the patient has left
  const button = document.getElementById("room-play");
  const hint = document.getElementById("room-hint");
  const ready = hint.textContent;
  let forgotten = 0;
  let lock = null;

  document.documentElement.classList.add("room");
  audio.controls = false;
  document.body.append(audio);
  document.getElementById("guide").remove(); // no way into anything else
  document.getElementById("room").hidden = false;
  addEventListener("contextmenu", (event) => event.preventDefault());

  async function stayAwake() {
    if (document.visibilityState !== "visible") return;
    try { lock = await navigator.wakeLock?.request("screen"); } catch { lock = null; }
  }
  function toStart() {
    audio.pause();
    audio.currentTime = 0;
    narration.started = false;
    narration.tell("");
    narration.takeNewer?.();
  }
  function label() {
    button.setAttribute("aria-label", say(audio.paused ? "play" : "pause"));
    clearTimeout(forgotten);
    if (audio.paused && audio.currentTime > 0) forgotten = setTimeout(toStart, FORGOTTEN_MS);
  }

  narration.tell = (name, values) => { hint.textContent = name ? say(name, values) : ready; };
  audio.loop = false;
  button.addEventListener("click", () => {
    if (!lock || lock.released) stayAwake();
    narration.toggle();
  });
  audio.addEventListener("play", () => { label(); narration.tell(""); });
  audio.addEventListener("pause", label);
  audio.addEventListener("ended", () => {
    toStart();
    if (narration.loop) narration.play();
  });
  document.addEventListener("visibilitychange", stayAwake);
  stayAwake();
})();
