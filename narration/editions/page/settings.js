"use strict";
// The two dialogs, and what the listener may change; the choices stay on the device.
(() => {
  const { audio, data, recall, remember } = narration;
  if (narration.room) return;
  const byId = (id) => document.getElementById(id);

  for (const name of ["chapters", "settings"]) {
    byId(`${name}-open`).addEventListener("click", () => byId(name).showModal());
    byId(name).querySelector(".close").addEventListener("click", () => byId(name).close());
    byId(name).addEventListener("click", (event) => { if (event.target === byId(name)) byId(name).close(); });
  }

  // In a long list the chapter that is heard comes into view.
  byId("chapters-open").addEventListener("click", () => byId("chapters").querySelector("[aria-current]")?.focus());

  function choice(id, apply) {
    const control = byId(id);
    const isBox = control.type === "checkbox";
    const saved = recall(id);
    if (saved !== null) {
      if (isBox) control.checked = saved === "on"; else control.value = saved;
      if (control.tagName === "SELECT" && control.selectedIndex < 0) control.value = "";
    }
    const use = () => apply(isBox ? control.checked : control.value);
    control.addEventListener("input", () => {
      remember(id, isBox ? (control.checked ? "on" : "off") : control.value);
      use();
    });
    use();
  }

  function mark(name, value) {
    if (value) document.documentElement.dataset[name] = value; else delete document.documentElement.dataset[name];
  }

  choice("speed", (rate) => {
    audio.defaultPlaybackRate = audio.playbackRate = Number(rate) || 1;
  });
  choice("volume", (percent) => { audio.volume = Number(percent) / 100; });
  choice("size", (size) => mark("size", size));
  choice("contrast", (on) => mark("contrast", on && "high"));
  choice("follow", () => {});
  if (byId("bed")) choice("bed", useBed);

  // Both versions keep the same clock, so the listener stays where they are.
  function useBed(on) {
    const source = narration.address(on ? data.bed : data.audio, narration.isKept());
    if (audio.getAttribute("src") === source) return;
    const at = audio.currentTime;
    const wasPlaying = !audio.paused;
    audio.src = source;
    audio.currentTime = at;
    if (wasPlaying) narration.play();
  }

  // On some phones only the buttons on the side set the volume.
  const before = audio.volume;
  audio.volume = before === 0.5 ? 0.6 : 0.5;
  byId("volume-row").hidden = audio.volume === before;
  audio.volume = before;

  byId("print").addEventListener("click", () => { byId("settings").close(); print(); });
})();
