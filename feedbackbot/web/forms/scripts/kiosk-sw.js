// Keeps the screen at the counter working without a network: what was fetched once is shown again.
"use strict";
const CACHE = "kiosk-1";

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add("/kiosk/kiosk.js")));
});

addEventListener("activate", (event) => event.waitUntil(claimed()));

async function claimed() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await clients.claim();
  // the page that brought this worker was fetched before it
  const cache = await caches.open(CACHE);
  for (const page of await clients.matchAll({ type: "window" })) await cache.add(page.url).catch(() => {});
}

// Pages that the screen may turn to without a network
addEventListener("message", (event) => event.waitUntil(kept(event.data)));

async function kept(paths) {
  const cache = await caches.open(CACHE);
  for (const path of paths) await cache.add(path).catch(() => {});
}

addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  } catch (problem) {
    const found = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (found) return found;
    throw problem;
  }
}
