import { startWorker } from "@/app/_shell/app-worker";

/** What the server needs to write to this browser (Push API, section 8.3). */
export type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** Asks for leave and subscribes; throws when it is not given. */
export async function takePush(publicKey: string): Promise<Subscription> {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("denied");
  const worker = await ready();
  const taken = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  });
  const { endpoint, keys } = taken.toJSON();
  return { endpoint: endpoint ?? "", keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" } };
}

/** Ends it here; resolves with the endpoint that the server may forget, null when there was none. */
export async function dropPush(): Promise<string | null> {
  const kept = await (await registered())?.pushManager.getSubscription();
  if (!kept) return null;
  await kept.unsubscribe();
  return kept.endpoint;
}

export async function hasPush(): Promise<boolean> {
  return Boolean(await (await registered())?.pushManager.getSubscription());
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.getRegistration("/");
}

/** The desk's own worker: it is what shows them. */
async function ready(): Promise<ServiceWorkerRegistration> {
  await startWorker(document.documentElement.lang);
  return navigator.serviceWorker.ready;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
