import { nameOfFinding, privateFacts } from "@/lib/replies/check-public";
import { merelyRedirects } from "@/lib/replies/redirect";
import type { BeforeSend, Leaving } from "./before-send";

/** What the author has looked at and wants to say in public: the server is told, and asks no second time. */
const confirmed = new Map<string, string[]>();

export function confirmedFor(conversationId: string): string[] {
  return confirmed.get(conversationId) ?? [];
}

export function forgetConfirmed(conversationId: string): void {
  confirmed.delete(conversationId);
}

/** Stops private facts before they are public, and says which. */
export const checkPublic: BeforeSend = async ({ view, mode, text }) => {
  if (mode !== "public" || !view.publicCheck) return null;
  const known = confirmedFor(view.row.id);
  const findings = privateFacts(text, view.publicCheck).filter(
    (finding) => !known.includes(nameOfFinding(finding)),
  );
  if (findings.length === 0) return null;
  const { CheckPanel } = await import("./check-panel");
  const confirm = () => confirmed.set(view.row.id, [...known, ...findings.map(nameOfFinding)]);
  return {
    panel: (answer) => (
      <CheckPanel view={view} text={text} findings={findings} answer={answer} onConfirm={confirm} />
    ),
  };
};

/** Warns of an answer that only sends somebody elsewhere who has told us already. */
export const warnOfRedirect: BeforeSend = async (leaving) => {
  if (leaving.mode === "note" || !merelyRedirects(leaving.text)) return null;
  const known = historyOf(leaving);
  if (!known) return null;
  const { RedirectPanel } = await import("./redirect-panel");
  return { panel: (answer) => <RedirectPanel view={leaving.view} known={known} answer={answer} /> };
};

/** Where and when they told us before: in another conversation, or earlier in this one. */
function historyOf({ view }: Leaving): { number: number | null; at: string } | null {
  const other = view.customer.conversations.find((one) => one.status !== "spam");
  if (other) return { number: other.number, at: other.lastMessageAt };
  const said = view.timeline.filter((item) => item.type === "message" && item.kind === "customer");
  const first = said[0];
  return said.length > 1 && first ? { number: null, at: first.at } : null;
}
