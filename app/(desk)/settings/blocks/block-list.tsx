"use client";

import { ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Select, TextField } from "@/app/_ui/field";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { block, unblock } from "@/app/(desk)/calls";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { BlockView } from "@/lib/blocks/list-blocks";

/** Everybody who is blocked, with the way back, and a line to block somebody who has not written yet. */
export function BlockList({
  blocks,
  brands,
  mayChange,
}: {
  blocks: BlockView[];
  brands: Array<{ id: string; name: string }>;
  mayChange: boolean;
}) {
  const t = useTranslations("settings.blocks");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [value, setValue] = useState("");
  const [brandId, setBrandId] = useState(brands[0]?.id ?? "");

  async function run(call: () => Promise<unknown>, done: string) {
    setBusy(true);
    try {
      await call();
      toast({ tone: "done", text: done, seconds: 6 });
      setValue("");
      router.refresh();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-5">
      {mayChange && brands.length > 0 ? (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const kind = /.@/.test(value.trim()) ? "address" : "domain";
            void run(
              () => block({ brandId, kind, identityKind: null, value, expiresAt: null }),
              t("added", { value: value.trim() }),
            );
          }}
        >
          <div className="min-w-60 flex-1">
            <TextField
              label={t("value")}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              placeholder="name@example.org"
            />
          </div>
          {brands.length > 1 ? (
            <Select
              label={t("brand")}
              value={brandId}
              onChange={(event) => setBrandId(event.target.value)}
              options={brands.map((brand) => ({ value: brand.id, label: brand.name }))}
            />
          ) : null}
          <Button type="submit" size="medium" disabled={busy || value.trim() === ""}>
            {t("add")}
          </Button>
        </form>
      ) : null}
      {blocks.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t("empty.title")}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {blocks.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium" dir="auto">
                  {one.kind === "domain" ? t("domain", { domain: one.value }) : one.value}
                </p>
                <p className="text-ink-2 type-meta">
                  {one.brandName} · {one.by ? t("by", { name: one.by }) : null} <Time at={one.at} /> ·{" "}
                  {t("filed", { count: one.filedCount })}
                  {one.expiresAt ? (
                    <>
                      {" "}
                      · {t("until")} <Time at={one.expiresAt} />
                    </>
                  ) : null}
                </p>
              </div>
              {mayChange ? (
                <Button
                  disabled={busy}
                  onClick={() => run(() => unblock(one.id), t("removed", { value: one.value }))}
                >
                  {t("remove")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
