/** The cookie that holds a signed-in person's session. */
export function sessionCookie(appUrl: string) {
  return cookie(appUrl, "session", "lax");
}

/**
 * Name and attributes of one of our cookies. Over https the `__Host-` prefix binds it to this very host (RFC 6265bis,
 * section 4.1.3.2), so that a sibling subdomain can neither set nor read it; browsers refuse the prefix over http.
 */
export function cookie(appUrl: string, name: string, sameSite: "lax" | "strict") {
  const secure = appUrl.startsWith("https:");
  return {
    name: `${secure ? "__Host-" : ""}avant.${name}`,
    options: { httpOnly: true, sameSite, path: "/", secure },
  };
}
