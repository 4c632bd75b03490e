/** What a block may name to stop one sender: their address, its domain and every domain above that, or their handle. */
export function blockKeys(identity: { brand_id: string; kind: string; value: string }) {
  const key = `${identity.brand_id} ${identity.kind} ${identity.value}`;
  if (identity.kind !== "email")
    return [{ key, kind: "handle", identity_kind: identity.kind, value: identity.value }];
  const domain = identity.value.split("@")[1] ?? "";
  return [
    { key, kind: "address", identity_kind: "email", value: identity.value },
    ...domainsOf(domain).map((value) => ({ key, kind: "domain", identity_kind: "", value })),
  ];
}

/** `mail.spam.example` and `spam.example`: blocking a domain blocks what lies below it. */
export function domainsOf(domain: string): string[] {
  const labels = domain.split(".");
  // Ten labels are more than anybody has; each is a look into the index.
  return labels
    .slice(0, -1)
    .map((_, at) => labels.slice(at).join("."))
    .slice(-10);
}
