/** For programs, and whoever reads their logs: English, with what to do. */
const sentences = {
  signature_missing:
    "Sign the request with Avant-Timestamp and Avant-Signature, or bring a token as Authorization: Bearer.",
  signature_wrong: "The signature does not fit these bytes and this secret.",
  signature_late: "The timestamp is more than 300 seconds from our clock. Sign again with the present time.",
  signature_used: "This signature was used for another request. Sign each request anew.",
  content_type: "Send application/json, or multipart/form-data with the JSON in the field message.",
  json: "The body is not valid JSON.",
  form: "The form could not be read.",
  fields: "The message is not as it should be.",
  too_large: "This is too large.",
  key_length: "An Idempotency-Key has 1 to 200 characters.",
  key_used: "This Idempotency-Key was used for another request. Take a new one.",
  method: "This address takes POST, PATCH and DELETE.",
  too_many: "Too many requests. Try again later.",
  busy: "Too much is being received at this moment. Try again in a few seconds.",
} as const;

export type Refusal = keyof typeof sentences;

const statuses: Partial<Record<Refusal, number>> = {
  signature_missing: 401,
  signature_wrong: 401,
  signature_late: 401,
  signature_used: 401,
  content_type: 415,
  too_large: 413,
  key_used: 409,
  method: 405,
  too_many: 429,
  busy: 503,
};

/** An answer in the form that the whole API uses for failures. */
export function refuse(refusal: Refusal, detail = "", retryAfter: number | null = null): Response {
  const status = statuses[refusal] ?? 400;
  const code =
    status === 409 ? "conflict" : status === 401 ? "forbidden" : status >= 429 ? "unavailable" : "invalid";
  const message = detail === "" ? sentences[refusal] : `${sentences[refusal]} ${detail}`.slice(0, 1000);
  return Response.json(
    { error: { code, key: `api.${refusal}`, message } },
    {
      status,
      headers: {
        "cache-control": "no-store",
        ...(retryAfter === null ? {} : { "retry-after": String(retryAfter) }),
      },
    },
  );
}
