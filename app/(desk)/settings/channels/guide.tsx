"use client";

import { ExternalLink, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import type { ChannelKind } from "@/lib/channels/describe-kinds";
import { CopyLine } from "./copy-line";

/** Where the other side reaches us, for this channel. */
export type Addresses = {
  webhook: string;
  redirect: string;
  /** This installation calls itself by an address that only this machine knows. */
  isLocal: boolean;
};

/** What to do on the other side, step by step, with what has to be copied there. */
export function Guide({
  kind,
  addresses,
}: {
  kind: Pick<ChannelKind, "kind" | "guide" | "hasListener" | "pollSeconds">;
  addresses: Addresses;
}) {
  const t = useTranslations("settings.channels");
  const words = useTranslations(`channels.${kind.kind}`);
  const isReached = kind.guide.some(({ copy }) => copy === "webhook");
  return (
    <>
      {isReached && addresses.isLocal ? (
        <p className="mb-3 flex gap-2 rounded-control bg-note-soft px-3 py-2">
          <Icon of={TriangleAlert} size={16} className="mt-0.5 shrink-0 text-note" />
          {t(kind.hasListener || kind.pollSeconds !== null ? "localSlower" : "localAddress")}
        </p>
      ) : null}
      <ol className="flex list-decimal flex-col gap-2.5 pl-5 text-ink-2 marker:text-ink-3">
        {kind.guide.map(({ step, href, copy }) => (
          <li key={step} className="pl-1">
            {words.has(`guide.${step}`) ? words(`guide.${step}`) : step}
            {href ? (
              <a
                href={href}
                target="_blank"
                rel="noopener noreferrer"
                className="ml-1.5 inline-flex items-center gap-1 break-all text-accent hover:underline"
              >
                {hostOf(href)}
                <Icon of={ExternalLink} size={12} />
              </a>
            ) : null}
            {copy ? <CopyLine label={t(`copies.${copy}`)} value={addresses[copy]} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).host : href;
}
