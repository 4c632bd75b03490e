import { requireActor } from "@/app/_server/actor";
import { env } from "@/env";
import { AppError } from "@/lib/errors";
import { finishSignIn } from "@/lib/sign-ins/finish";

/** Here the other side's sign-in sends the browser back to (RFC 6749, section 4.1.2). */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const actor = await requireActor("/settings/channels");
  try {
    const { channelId, isSignedIn } = await finishSignIn(actor, {
      state: (searchParams.get("state") ?? "").slice(0, 4000),
      code: searchParams.get("code")?.slice(0, 4000) ?? null,
      error: searchParams.get("error")?.slice(0, 200) ?? null,
    });
    return leadTo(`/settings/channels/${channelId}?sign-in=${isSignedIn ? "done" : "failed"}`);
  } catch (error) {
    if (error instanceof AppError) return leadTo("/settings/channels?sign-in=over");
    throw error;
  }
}

function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${env.APP_URL}${path}` } });
}
