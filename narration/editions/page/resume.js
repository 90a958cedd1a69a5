"use strict";
// Goes on where the listener stopped; kept on this device only.
(() => {
  const { audio, data, recall, remember, clock } = narration;
  if (narration.room) return;
  const AT_THE_START_SECONDS = 5;

  function save() {
    if (!narration.started) return;
    const at = audio.currentTime;
    const worth = at > AT_THE_START_SECONDS && !audio.ended;
    remember("stopped", worth ? JSON.stringify({ at, version: data.version }) : "");
  }

  function restore() {
    let stopped = null;
    try { stopped = JSON.parse(recall("stopped")); } catch { return; }
    // Other words have other times: a changed recording starts at its beginning.
    if (!stopped || stopped.version !== data.version || !(stopped.at > 0 && stopped.at < data.duration)) return;
    narration.seek(stopped.at);
    narration.tell("resumed", { time: clock(stopped.at) });
    const again = document.createElement("button");
    again.type = "button";
    again.id = "restart";
    again.className = "pill";
    again.textContent = narration.say("restart");
    again.addEventListener("click", () => {
      remember("stopped", "");
      narration.seek(0);
      narration.tell("");
      document.getElementById("play").focus();
    });
    document.getElementById("message").append(" ", again);
  }

  let savedAt = 0;
  audio.addEventListener("timeupdate", () => {
    if (Math.abs(audio.currentTime - savedAt) < 2) return;
    savedAt = audio.currentTime;
    save();
  });
  audio.addEventListener("pause", save);
  audio.addEventListener("ended", save);
  addEventListener("pagehide", save);
  restore();
})();
