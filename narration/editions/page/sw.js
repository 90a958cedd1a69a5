"use strict";
// Serves the page from the copy that the first visit made, so that its parts are always of one version.
const FILES = {{ files|tojson }};
const PREFIX = `narration:${self.registration.scope}:`;
const CACHE = PREFIX + "{{ version }}";
const INDEX = new URL("index.html", self.registration.scope).href;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => { if (event.data === "take over") self.skipWaiting(); });
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  const path = url.origin + url.pathname;
  // A player that has begun with the network goes on with it, as long as there is one.
  const begun = path.endsWith(".mp3") && !url.searchParams.has("kept");
  const address = path === self.registration.scope ? INDEX : path;
  const copy = () => answer(event.request, address);
  event.respondWith(begun ? fetch(event.request).catch(copy) : copy());
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) {
    const address = new URL(file, self.registration.scope).href;
    // Asks whether it has changed, and lets the sound that is being heard go first.
    const response = await fetch(address, { cache: "no-cache", priority: "low" });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    // A new response, because a browser refuses a redirected one for a page.
    await cache.put(address, new Response(await response.blob(), { headers: response.headers }));
  }
}

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request, address) {
  const kept = await (await caches.open(CACHE)).match(address);
  if (!kept) return fetch(request);
  const range = request.headers.get("range");
  return range ? part(kept, range) : kept;
}

// RFC 9110, section 14: players ask for parts of the audio, and a cache holds only wholes.
async function part(kept, range) {
  const blob = await kept.blob();
  const type = kept.headers.get("content-type") || "application/octet-stream";
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range);
  if (!asked || (!asked[1] && !asked[2])) return new Response(blob, { headers: { "Content-Type": type } });
  const start = asked[1] ? Number(asked[1]) : Math.max(0, blob.size - Number(asked[2]));
  const end = asked[1] && asked[2] ? Math.min(Number(asked[2]), blob.size - 1) : blob.size - 1;
  if (start > end) {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${blob.size}` } });
  }
  return new Response(blob.slice(start, end + 1), {
    status: 206,
    headers: {
      "Accept-Ranges": "bytes",
      "Content-Length": String(end + 1 - start),
      "Content-Range": `bytes ${start}-${end}/${blob.size}`,
      "Content-Type": type,
    },
  });
}
