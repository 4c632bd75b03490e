"use client";

/**
 * Makes the desk an app in this browser, once it is drawn; again on every visit, which changes nothing unless the
 * language or the worker has. Where the context is not secure there is none, and nothing is missed.
 */
export async function startWorker(language: string): Promise<void> {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  // Private windows and policies of the house may forbid it.
  await navigator.serviceWorker
    .register(`/service-worker.js?lang=${language}`, { scope: "/", updateViaCache: "none" })
    .catch(() => {});
}

/** Takes the worker and what it keeps out of this browser: whoever signs out leaves nothing behind. */
export async function stopWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration("/").catch(() => undefined);
  registration?.active?.postMessage("leave");
  await registration?.unregister();
}
