import type { Said } from "./asks";

export type Outcome =
  | { kind: "sent"; reference: string }
  | { kind: "refused"; problems: Said[]; codes: string[] }
  | { kind: "offline" }
  | { kind: "unavailable" };

/** Posts the form and tells how much has left, between 0 and 1. XMLHttpRequest, since fetch does not count uploads. */
export function send(address: string, body: FormData, onProgress: (share: number) => void): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onerror = () => resolve({ kind: "offline" });
    request.onload = () => resolve(outcomeOf(request.status, request.response));
    request.send(body);
  });
}

function outcomeOf(status: number, response: unknown): Outcome {
  const answer: {
    reference?: string;
    error?: { details?: { problems?: (Said & { code: string })[] } };
  } | null = typeof response === "object" ? response : null;
  if (status === 200 && answer?.reference) return { kind: "sent", reference: answer.reference };
  const problems = answer?.error?.details?.problems ?? [];
  if (problems.length === 0) return { kind: "unavailable" };
  return {
    kind: "refused",
    problems: problems.map(({ field, message }) => ({ field, message })),
    codes: problems.map(({ code }) => code),
  };
}
