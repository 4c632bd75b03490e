import { ApiError } from "@/app/_client/api-error";
import type { Finding } from "@/lib/replies/check-public";

/** The private facts for which a public text was refused; none when it was refused for something else. */
export function findingsOf(error: unknown): Finding[] {
  if (!(error instanceof ApiError) || error.code !== "conflict") return [];
  const { details } = error;
  return isFound(details) ? details.findings : [];
}

function isFound(details: unknown): details is { findings: Finding[] } {
  return (
    typeof details === "object" &&
    details !== null &&
    "findings" in details &&
    Array.isArray(details.findings)
  );
}
