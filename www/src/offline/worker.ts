/**
 * Keeps the page's own files, so that it works without a network. It speaks to nobody but the page's own server, and keeps
 * nothing that a person gives to the page.
 */

const scope = self as unknown as ServiceWorkerGlobalScope;

/** The page's files and a hash of what is in them; the build puts both in (`build/offline.ts`). */
declare const FILES: readonly string[];
declare const VERSION: string;

const PREFIX = "tender-check-";
const NAME = PREFIX + VERSION;
/** Milliseconds after which a slow network is taken for none. */
const PATIENCE = 3000;

scope.addEventListener("install", (event) => event.waitUntil(keepAll()));

scope.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== scope.location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

/** One file after the other: what the reader is waiting for comes first, and slow servers are not overrun. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(NAME);
  for (const file of FILES) await cache.add(new Request(file, { cache: "no-cache" }));
}

/** A page comes from the network while there is one, so that a new version is seen at once. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request.url, { signal: AbortSignal.timeout(PATIENCE), credentials: "same-origin" });
  } catch (error) {
    const kept = await keptOf(request);
    if (kept) return kept;
    throw error;
  }
}

/** Files have their hash in their name: what is kept is what is meant. */
async function file(request: Request): Promise<Response> {
  return (await keptOf(request)) ?? fetch(request);
}

async function keptOf(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(NAME);
  return cache.match(request, { ignoreSearch: true });
}
