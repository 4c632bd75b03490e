/**
 * A request that did not do what was asked. `message` can be shown as it is; `code` is for decisions. `offline` and
 * `timeout` never reached an answer (status 0): what was asked may or may not have happened.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code:
      | "invalid"
      | "not_found"
      | "forbidden"
      | "conflict"
      | "unavailable"
      | "internal"
      | "offline"
      | "timeout",
    readonly key: string,
    message: string,
    readonly params: Record<string, string | number>,
    readonly details: unknown,
    readonly status: number,
  ) {
    super(message);
  }
}

const words = {
  en: {
    offline: "No connection. Nothing was lost: try again when you are back online.",
    timeout: "The server takes too long to answer. Try again in a moment.",
    unavailable: "The server cannot be reached for the moment. Try again shortly.",
  },
  fr: {
    offline: "Pas de connexion. Rien n’est perdu\u00a0: réessayez une fois en ligne.",
    timeout: "Le serveur met trop de temps à répondre. Réessayez dans un instant.",
    unavailable: "Le serveur est injoignable pour le moment. Réessayez dans un instant.",
  },
};

/** A failure before any answer of ours: said here, in the page's language, since the server cannot. */
export function unreached(code: "offline" | "timeout" | "unavailable", status: number): ApiError {
  const language = document.documentElement.lang.startsWith("fr") ? "fr" : "en";
  return new ApiError(code, `network.${code}`, words[language][code], {}, undefined, status);
}

/** An answer of ours that says why; anything else (a proxy's page) counts as unreachable. */
export function fromAnswer(status: number, body: unknown): ApiError {
  const error = isObject(body) && isObject(body.error) ? body.error : null;
  const code = codes.find((known) => known === error?.code);
  if (!error || !code) return unreached("unavailable", status);
  const params = Object.entries(isObject(error.params) ? error.params : {}).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [[name, value] as const] : [],
  );
  return new ApiError(
    code,
    String(error.key),
    String(error.message),
    Object.fromEntries(params),
    error.details,
    status,
  );
}

const codes = ["invalid", "not_found", "forbidden", "conflict", "unavailable", "internal"] as const;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
