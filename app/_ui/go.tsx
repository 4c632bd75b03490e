"use client";

import { useRouter } from "next/navigation";
import type { AnchorHTMLAttributes, MouseEvent } from "react";

/**
 * A link within the house. The router's own also fetches pages beforehand and weighs 4 kB; the desk has few links that
 * lead off it, and fetches what matters itself. A handler that prevents the default goes elsewhere.
 */
export function Go({
  href,
  onClick,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; "data-tip"?: string }) {
  const router = useRouter();
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  }
  return <a {...rest} href={href} onClick={follow} />;
}
