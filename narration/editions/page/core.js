"use strict";
// What the other scripts share: the page's data, its words, and the device's own memory.
const narration = (() => {
  const data = JSON.parse(document.getElementById("data").dataset.json);
  const query = new URLSearchParams(location.search);
  const key = `narration:${location.pathname.replace(/index\.html$/, "")}:`;

  const say = (name, values = {}) =>
    data.text[name].replace(/\{(\w+)\}/g, (whole, word) => values[word] ?? whole);

  function clock(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    const two = (number) => String(number).padStart(2, "0");
    return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  }

  // A private window, or a browser told to, refuses storage: then nothing is remembered, and all else works.
  function recall(name) {
    try { return localStorage.getItem(key + name); } catch { return null; }
  }
  function remember(name, value) {
    try {
      if (value) localStorage.setItem(key + name, value); else localStorage.removeItem(key + name);
    } catch { /* see above */ }
  }

  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  for (const element of document.querySelectorAll("[data-review-by]")) element.hidden = today <= element.dataset.reviewBy;

  // The copy's sound has an address of its own: a player that gets one part from the network and the next from a
  // copy, under one address, gives up.
  const audio = document.getElementById("audio");
  const address = (file, kept) => (kept ? `${file}?kept` : file);
  if (navigator.serviceWorker?.controller) audio.src = address(data.audio, true);

  return {
    data, say, clock, recall, remember, audio, address,
    isKept: () => audio.getAttribute("src").endsWith("?kept"),
    room: query.has("room"), loop: query.has("loop"),
    started: false, playing: false, unreached: null,
  };
})();
