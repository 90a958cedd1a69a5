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
    if (!hadOne && !narration.started) loadFromCopy();
    hadOne = true;
  });
  // A host that answers no Range requests lets nobody seek; the copy does.
  function loadFromCopy() {
    const { audio } = narration;
    const at = audio.currentTime;
    audio.load();
    audio.currentTime = at;
  }
  workers.register("sw.js").then((registration) => {
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => { if (worker.state === "installed") offer(worker); });
    });
  }).catch(() => { /* without it the page works as long as there is a network */ });
})();
