"use client";

import { useQuery } from "@tanstack/react-query";
import { Ban, Combine } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { useDay } from "@/app/_ui/time";
import { Suggestion } from "@/app/(desk)/customers/in-context";
import { useFacts } from "@/app/(desk)/customers/use-facts";
import { useSuggestions } from "@/app/(desk)/customers/use-suggestions";
import { useDesk } from "@/app/(desk)/desk";
import { PrivacyOfCustomer } from "@/app/(desk)/privacy/in-customer";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { Consent } from "./consent";
import { EditDialog } from "./edit-dialog";
import { Identities } from "./identities";
import { Moments } from "./moments";
import { PickCustomer } from "./pick-customer";
import { Ties } from "./ties";
import type { Customer } from "./view";

const LeaksOf = lazy(async () => ({
  default: (await import("@/app/(desk)/leaks/in-context")).LeaksOf,
}));

const PromisesOfCustomer = lazy(async () => ({
  default: (await import("@/app/(desk)/promises/of-customer")).PromisesOfCustomer,
}));

const SignalsOf = lazy(async () => ({
  default: (await import("@/app/(desk)/signals/in-context")).SignalsOf,
}));

/** Who this is on every channel, one line of time, and what is known of them. */
export function CustomerPage({ id }: { id: string }) {
  const t = useTranslations("customers");
  const format = useFormatter();
  const { me } = useDesk();
  const { data, error } = useQuery({
    queryKey: ["customer", id],
    queryFn: () => api("GET /customers/{id}", { params: { id } }),
  });
  const suggestions = useSuggestions(id, 0);
  const factsOf = useFacts();
  const [dialog, setDialog] = useState<"edit" | "merge" | null>(null);
  const mayEdit = me.role !== "observer";
  const mayMerge = mayEdit && me.role !== "junior";
  if (error) return <p className="text-now">{wordsOf(error)}</p>;
  if (!data) return <p className="text-ink-2">{t("loading")}</p>;
  if (data.erasedAt !== null) return <Erased customer={data} />;
  const facts = factsOf(data.facts);

  return (
    <>
      <header className="flex flex-wrap items-center gap-4">
        <Avatar name={data.name} size={40} />
        <div className="mr-auto min-w-0">
          <h1 className="truncate type-title" dir="auto">
            {data.name}
          </h1>
          <p className="text-ink-2">
            {[
              data.city,
              data.language?.toUpperCase(),
              data.zone,
              t("since", { date: format.dateTime(new Date(data.since), { dateStyle: "medium" }) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        {mayMerge ? (
          <Button icon={Combine} onClick={() => setDialog("merge")}>
            {t("mergeWith")}
          </Button>
        ) : null}
        {mayEdit ? <Button onClick={() => setDialog("edit")}>{t("edit")}</Button> : null}
      </header>
      {data.doNotContactAt !== null ? (
        <p className="flex gap-2 rounded-row bg-now-soft px-3 py-2 text-now">
          <Icon of={Ban} size={15} className="mt-0.5 shrink-0" />
          {t("doNotContactText")}
        </p>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_320px] gap-8 max-desk:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-6">
          {suggestions.map((one) => (
            <Suggestion key={one.linkId} suggestion={one} more={0} />
          ))}
          <Suspense fallback={null}>
            <LeaksOf customerId={id} version={0} number={null} />
          </Suspense>
          <Part title={t("timeline")}>
            <Moments id={id} />
          </Part>
        </div>
        <aside className="flex min-w-0 flex-col gap-6">
          <Part title={t("addresses")}>
            <Identities customer={data} mayEdit={mayEdit} />
          </Part>
          {data.tags.length > 0 ? (
            <ul aria-label={t("tags")} className="flex flex-wrap gap-1.5">
              {data.tags.map((tag) => (
                <li key={tag}>
                  <Chip>{tag}</Chip>
                </li>
              ))}
            </ul>
          ) : null}
          {data.note ? (
            <Part title={t("note")}>
              <p className="words whitespace-pre-line" dir="auto">
                {data.note}
              </p>
            </Part>
          ) : null}
          {facts.length > 0 ? (
            <Part title={t("facts")}>
              <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
                {facts.map(({ name, label, value }) => (
                  <div key={name} className="contents">
                    <dt className="text-ink-2">{label}</dt>
                    <dd className="text-right" dir="auto">
                      {value}
                    </dd>
                  </div>
                ))}
              </dl>
            </Part>
          ) : null}
          <Suspense fallback={null}>
            <PromisesOfCustomer id={id} />
          </Suspense>
          <Suspense fallback={null}>
            <SignalsOf customerId={id} version={0} shown={10} heading="h2" />
          </Suspense>
          <Part title={t("consent")}>
            <Consent customer={data} mayEdit={mayEdit} />
            <PrivacyOfCustomer customerId={data.id} />
          </Part>
          <Part title={t("earlier", { count: data.conversations.length })}>
            <Conversations of={data.conversations} />
          </Part>
          <Ties id={id} mayMerge={mayMerge} />
        </aside>
      </div>
      {dialog === "edit" ? <EditDialog customer={data} onClose={() => setDialog(null)} /> : null}
      {dialog === "merge" ? <PickCustomer customer={data} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** What is left of somebody who was erased: nothing to change, nothing to merge. */
function Erased({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  const format = useFormatter();
  return (
    <>
      <h1 className="truncate type-title">{customer.name}</h1>
      <p role="status" className="rounded-row bg-sunken px-3 py-2">
        {t("erased", {
          date: format.dateTime(new Date(customer.erasedAt ?? customer.since), { dateStyle: "long" }),
        })}
      </p>
      {customer.conversations.length > 0 ? (
        <Part title={t("earlier", { count: customer.conversations.length })}>
          <Conversations of={customer.conversations} />
        </Part>
      ) : null}
    </>
  );
}

function Conversations({ of }: { of: Customer["conversations"] }) {
  const t = useTranslations("customers");
  const status = useTranslations("conversation.status");
  const day = useDay();
  // The same words for everybody: whether there are some that one may not see is not told.
  if (of.length === 0) return <p className="text-ink-2">{t("noConversations")}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {of.map((one) => (
        <li key={one.id}>
          <Go href={`/queue?c=${one.number}`} className="flex flex-col rounded-control py-1 hover:underline">
            <span className="truncate" dir="auto">
              #{one.number} {one.subject ?? one.excerpt}
            </span>
            <span className="text-ink-2 type-meta">
              {day(one.lastMessageAt)}, {status(one.status)}
            </span>
          </Go>
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
