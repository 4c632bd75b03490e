/*
 * Makes Avant an app: it opens without a line and says so, starts from files that never change, and shows notices that
 * the server pushes. It keeps the shell only, and the page for notes from a telephone, which holds nobody's words. Answers
 * of the API, pages with people's words on them, uploads and the live line never pass through here.
 *
 * shell.js says which version this is, and the words of the page that stands where there is no line. The browser asks
 * for both on every start; when either has changed, the new worker takes over and the old files go.
 */
importScripts("/shell.js", "/note-queue.js");

const { version, pages, keepsFiles } = self.shell;
const cacheName = `avant-${version}`;
/** Old files of pages that are gone would pile up in a browser that is never closed. */
const mostFiles = 150;
const language = new URL(self.location.href).searchParams.get("lang") === "fr" ? "fr" : "en";

/** What opens without a line: the form for notes, and its scripts. */
const kept = ["/note", "/note-queue.js", "/note.js"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(Promise.all(kept.map(fresh)).catch(() => {}));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      await forget((name) => name !== cacheName);
      // The network is asked while this worker wakes up: it must not make a page slower.
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (keepsFiles && url.pathname.startsWith("/_next/static/")) event.respondWith(fromShell(request));
  else if (kept.includes(url.pathname)) event.respondWith(newest(event, url.pathname));
  else if (request.mode === "navigate" && !/^\/(api|f|health)(\/|$)/.test(url.pathname))
    event.respondWith(page(event));
});

/** A file whose name carries its content: the copy is as good as the original. */
async function fromShell(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // A full disk is no reason to go without the file.
  if (answer.ok && answer.type === "basic")
    cache.put(request, answer.clone()).then(
      () => trim(cache),
      () => {},
    );
  return answer;
}

/** From the network while there is one, and kept for when there is none. */
async function newest(event, path) {
  const cache = await caches.open(cacheName);
  const late = new Promise((_, reject) => setTimeout(reject, 4_000));
  try {
    const answer = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
    const found = await Promise.race([answer, late]);
    if (found.ok && found.type === "basic") await cache.put(path, found.clone()).catch(() => {});
    return found;
  } catch {
    return (await cache.match(path)) ?? page(event);
  }
}

async function fresh(path) {
  const cache = await caches.open(cacheName);
  const answer = await fetch(path, { cache: "no-store" });
  if (answer.ok) await cache.put(path, answer);
}

async function trim(cache) {
  const keys = (await cache.keys()).filter(({ url }) => !kept.includes(new URL(url).pathname));
  await Promise.all(keys.slice(0, Math.max(0, keys.length - mostFiles)).map((key) => cache.delete(key)));
}

/** Pages come from the network and are never kept; where it is away, one that says so. */
async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return new Response(pages[language], {
      status: 503,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    });
  }
}

/** The line is back: notes leave although their page is closed. */
self.addEventListener("sync", (event) => {
  if (event.tag === "notes") event.waitUntil(self.noteQueue.send());
});

self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data?.json() ?? {
    title: "Avant",
    body: "",
    url: "/queue",
    tag: "avant",
  };
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      data: { url },
      icon: "/icons/192.png",
      badge: "/icons/badge.png",
      lang: language,
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data?.url ?? "/queue", self.location.origin);
  if (url.origin !== self.location.origin) return;
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const desk = open.find((client) => new URL(client.url).pathname.startsWith("/queue")) ?? open[0];
      if (!desk) return self.clients.openWindow(url.href);
      await desk.focus();
      return desk.navigate(url.href);
    })(),
  );
});

/** "leave": whoever signs out takes everything along. */
self.addEventListener("message", (event) => {
  if (event.data !== "leave") return;
  event.waitUntil(
    (async () => {
      await forget(() => true);
      await self.registration.unregister();
    })(),
  );
});

async function forget(which) {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("avant-") && which(name)).map((name) => caches.delete(name)),
  );
}
