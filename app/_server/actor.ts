import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/access";
import { sessionActor } from "@/lib/agents/session";

/** Who is looking at this page, asked once for each request; null when nobody has signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => sessionActor(await headers()));

/** For pages behind the sign-in: sends strangers there, and back here afterwards. */
export async function requireActor(path = "/"): Promise<Actor> {
  return (await currentActor()) ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
