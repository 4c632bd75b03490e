/** Where a post stands, and who wrote it as far as its address says. */
export type Site = { network: string; handle: string | null; place: string };

const known: ReadonlyArray<{ network: string; host: RegExp; handle: RegExp | null }> = [
  { network: "x", host: /^((www|mobile)\.)?(x|twitter)\.com$/, handle: /^\/(\w{1,15})\/status\// },
  { network: "bluesky", host: /^bsky\.app$/, handle: /^\/profile\/([^/]+)\/post\// },
  { network: "instagram", host: /^(www\.)?instagram\.com$/, handle: /^\/([\w.]+)\/(?:p|reel)\// },
  { network: "facebook", host: /^((www|m|web)\.)?facebook\.com$/, handle: /^\/([\w.]+)\/(?:posts|videos)\// },
  { network: "tiktok", host: /^(www\.)?tiktok\.com$/, handle: /^\/@([\w.]+)\// },
  { network: "youtube", host: /^((www|m)\.)?youtube\.com$|^youtu\.be$/, handle: null },
  { network: "reddit", host: /^((www|old|new)\.)?reddit\.com$/, handle: /^\/user\/([\w-]+)/ },
  { network: "linkedin", host: /^([a-z]{2,3}\.)?linkedin\.com$/, handle: /^\/posts\/([\w-]+)_/ },
  { network: "trustpilot", host: /^([a-z]{2,3}\.)?trustpilot\.com$/, handle: null },
];

/** Null for what is no address of the web. `place` is the same for one post however its address was copied. */
export function siteOf(url: string): Site | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  const host = hostname.toLowerCase();
  const found = known.find((one) => one.host.test(host));
  const handle = found?.handle?.exec(pathname)?.[1] ?? null;
  // What was added for counting visitors is no other place.
  for (const name of [...searchParams.keys()])
    if (/^(utm_\w+|fbclid|gclid|igshid|igsh|si|s|t|ref|ref_src|share_id)$/i.test(name))
      searchParams.delete(name);
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  const bare = host.replace(/^(www|m|mobile|old|new|web)\./, "");
  return {
    network: found?.network ?? bare,
    handle,
    place: `${bare}${pathname.replace(/\/+$/, "")}${query}`,
  };
}
