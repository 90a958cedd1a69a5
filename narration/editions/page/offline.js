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
    // Only the copy can be sought in where the host answers no Range requests; WebKit gives up on such a host.
    const { audio, unreached, canReach } = narration;
    if (!hadOne && (audio.error || unreached !== null || !canReach(1))) narration.useCopy();
    hadOne = true;
  });
  // Goes on from the copy, where the listener is; false if there is none, or it is in use already.
  narration.useCopy = () => {
    if (!workers.controller || narration.isKept()) return false;
    begin(narration.address(narration.audio.getAttribute("src"), true));
    return true;
  };
  function begin(source) {
    const [wasPlaying, hadFailed] = [narration.playing, narration.audio.error !== null];
    // WebKit stands still if it is sent to a place and told to play before it knows the sound.
    narration.load(source, () => {
      if (hadFailed) narration.tell("");
      if (wasPlaying) narration.play();
    });
  }
  // A player may stand still and never say why.  A copy is at hand at once, so there is nothing that it may wait for.
  const PATIENCE_SECONDS = 4;
  let [heardAt, stoodFor] = [-1, 0];
  setInterval(() => {
    const { audio } = narration;
    stoodFor = !audio.paused && !audio.error && audio.currentTime === heardAt ? stoodFor + 1 : 0;
    heardAt = audio.currentTime;
    if (stoodFor < PATIENCE_SECONDS || !workers.controller) return;
    stoodFor = 0;
    if (!narration.useCopy()) begin(audio.getAttribute("src"));
  }, 1000);
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
