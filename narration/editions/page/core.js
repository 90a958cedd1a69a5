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
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
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

  return {
    data, say, clock, recall, remember,
    audio: document.getElementById("audio"),
    room: query.has("room"), loop: query.has("loop"),
    started: false, unreached: null,
  };
})();
