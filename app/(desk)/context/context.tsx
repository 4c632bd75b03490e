"use client";

import { AtSign, Hash, type LucideIcon, Mail, MapPin, Package, Phone, Users, X } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import { isNetwork, NetworkMark } from "@/app/_ui/network-marks";
import { useDay } from "@/app/_ui/time";
import { useFacts } from "@/app/(desk)/customers/use-facts";
import { useChannelIcon } from "@/app/(desk)/desk";
import { useGo } from "@/app/(desk)/place";
import { Beside } from "@/app/(desk)/triage/beside";
import type { ConversationView, CustomerView, IdentityView } from "@/lib/conversations/types";

const CustomerInContext = lazy(async () => ({
  default: (await import("@/app/(desk)/customers/in-context")).CustomerInContext,
}));

const LeaksInContext = lazy(async () => ({
  default: (await import("@/app/(desk)/leaks/in-context")).LeaksInContext,
}));

const PromisesInContext = lazy(async () => ({
  default: (await import("@/app/(desk)/promises/in-context")).PromisesInContext,
}));

const PrivacyInContext = lazy(async () => ({
  default: (await import("@/app/(desk)/privacy/in-context")).PrivacyInContext,
}));

const SignalsInContext = lazy(async () => ({
  default: (await import("@/app/(desk)/signals/in-context")).SignalsInContext,
}));

/** Who this is: their addresses, what we know, and one line of time over all channels. */
export function Context({ view, onClose }: { view: ConversationView; onClose(): void }) {
  const t = useTranslations("context");
  const format = useFormatter();
  const { customer } = view;
  const { customerSince } = customer.facts;
  const since =
    typeof customerSince === "number"
      ? String(customerSince)
      : format.dateTime(new Date(customer.since), { year: "numeric", month: "short" });
  return (
    <div className="flex flex-col gap-6 px-4 py-4">
      <header className="flex items-center gap-3">
        <Avatar name={customer.name} size={40} />
        <div className="min-w-0">
          <h2 className="truncate type-zone" dir="auto">
            {customer.name}
          </h2>
          <p className="truncate text-ink-2">
            {customer.city ? t("sinceIn", { since, city: customer.city }) : t("since", { since })}
          </p>
        </div>
        <span className="ml-auto wide:hidden">
          <IconButton icon={X} label={t("close")} keys="escape" onClick={onClose} />
        </span>
      </header>
      {customer.identities.length > 0 ? (
        <ul aria-label={t("addresses")} className="flex flex-col gap-1">
          {customer.identities.map((identity) => (
            <Identity key={identity.id} identity={identity} />
          ))}
        </ul>
      ) : null}
      <Suspense fallback={null}>
        <CustomerInContext view={view} />
        <LeaksInContext view={view} />
        <PrivacyInContext view={view} />
      </Suspense>
      <Suspense fallback={null}>
        <PromisesInContext view={view} />
        <SignalsInContext view={view} />
      </Suspense>
      <Beside view={view} />
      <Facts customer={customer} />
      <Section title={t("timeline")} aside={t("allChannels")}>
        <LineOfTime view={view} />
      </Section>
      {customer.note ? (
        <Section title={t("notes", { name: customer.name.split(" ")[0] ?? customer.name })}>
          <p className="words" dir="auto">
            {customer.note}
          </p>
        </Section>
      ) : null}
    </div>
  );
}

function Identity({ identity }: { identity: IdentityView }) {
  const t = useTranslations("context");
  return (
    <li className="flex items-center gap-3">
      {isNetwork(identity.kind) ? (
        <NetworkMark name={identity.kind} size={15} className="text-ink-2" />
      ) : (
        <Icon of={identityIcons[identity.kind] ?? AtSign} size={15} className="text-ink-2" />
      )}
      <span className="truncate">{identity.display}</span>
      {identity.evidence === "claimed" ? (
        <span className="shrink-0 text-ink-3 type-meta">{t("claimed")}</span>
      ) : null}
    </li>
  );
}

const identityIcons: Record<string, LucideIcon> = {
  email: Mail,
  phone: Phone,
  order_number: Package,
  customer_number: Hash,
};

/** What the outside told us, by name: followers, orders, … */
function Facts({ customer }: { customer: CustomerView }) {
  const facts = useFacts()(customer.facts);
  if (facts.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {facts.map(({ name, label, value }) => (
        <div key={name} className="contents">
          <dt className="flex items-center gap-2 text-ink-2">
            <Icon of={name === "followers" ? Users : name === "city" ? MapPin : Package} size={15} />
            {label}
          </dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Section({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex items-baseline justify-between font-semibold">
        {title}
        {aside ? <span className="font-normal text-ink-2">{aside}</span> : null}
      </h3>
      {children}
    </section>
  );
}

/** All of their conversations with us as nodes on one line, the oldest first, the open one marked. */
function LineOfTime({ view }: { view: ConversationView }) {
  const t = useTranslations("context");
  const status = useTranslations("conversation.status");
  const iconOf = useChannelIcon();
  const day = useDay();
  const go = useGo();
  const here = view.row;
  const nodes = [
    ...view.customer.conversations.filter((one) => one.id !== here.id),
    {
      id: here.id,
      number: here.number,
      status: here.status,
      channelKind: here.channelKind,
      isPublic: here.isPublic,
      subject: here.subject,
      excerpt: here.excerpt,
      lastMessageAt: here.lastMessageAt,
    },
  ].sort((a, b) => (a.lastMessageAt < b.lastMessageAt ? -1 : 1));

  return (
    <ol className={`relative flex flex-col gap-1 ${nodes.length > 1 ? line : ""}`}>
      {nodes.map((node) => (
        <li key={node.id}>
          <button
            type="button"
            aria-current={node.id === here.id ? "true" : undefined}
            onClick={() => go({ open: node.number })}
            className="group/node relative flex w-full gap-3 rounded-control py-1 text-left"
          >
            <span
              className={`mt-0.5 inline-flex size-[17px] shrink-0 items-center justify-center ${
                node.isPublic ? "rounded-key bg-public text-on-public" : "bg-canvas text-ink-2"
              }`}
            >
              <ChannelIcon name={iconOf(node.channelKind)} size={node.isPublic ? 12 : 15} />
            </span>
            <span className="flex min-w-0 flex-col">
              <span
                className={`truncate group-hover/node:underline ${node.id === here.id ? "font-semibold" : ""} ${
                  node.isPublic ? "text-public" : ""
                }`}
                dir="auto"
              >
                {node.subject ?? node.excerpt ?? `#${node.number}`}
              </span>
              <span className="text-ink-2">
                {day(node.lastMessageAt)}, {node.id === here.id ? t("thisOne") : status(node.status)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const line =
  "before:absolute before:top-4 before:bottom-4 before:left-[8px] before:w-px before:bg-line-strong";
