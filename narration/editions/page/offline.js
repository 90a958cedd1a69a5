"use strict";
// Keeps the page for when there is no network, and takes a newer version only while nobody is listening.
(() => {
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  const workers = navigator.serviceWorker;
  let hadOne = Boolean(workers.controller);
  let waiting = null;

  narration.takeNewer = () => { if (waiting && !narration.started) waiting.postMessage("take over"); };
  function offer(worker) {
    if (!worker || !hadOne) return;
    waiting = worker;
    narration.takeNewer();
  }
  workers.addEventListener("controllerchange", () => {
    if (hadOne && !narration.started) location.reload();
    if (!hadOne && (!narration.started || narration.unreached !== null)) loadFromCopy();
    hadOne = true;
  });
  // The copy can be sought in, even where the host answers no Range requests.
  function loadFromCopy() {
    const { audio } = narration;
    const at = narration.unreached ?? audio.currentTime;
    const wasPlaying = !audio.paused;
    audio.load();
    narration.seek(at);
    if (wasPlaying) narration.play();
  }
  const keep = () => workers.register("sw.js").then((registration) => {
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => { if (worker.state === "installed") offer(worker); });
    });
  }).catch(() => { /* without it the page works as long as there is a network */ });

  // The page itself and its first seconds of sound come before the copy.
  if (document.readyState === "complete") keep(); else addEventListener("load", keep);
})();
