"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextArea, TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { siteOf } from "@/lib/channels/links/site";
import { newId } from "./new-id";
import { useFirstField } from "./use-first-field";
import { usePlaces } from "./use-places";

/** A post of any site by its link: the address says the network, and often the author. */
export function LinkDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations("byHand");
  const ui = useTranslations("ui");
  const [id] = useState(newId);
  const [typed, setTyped] = useState({ url: "", who: "", text: "" });
  const [saving, setSaving] = useState(false);
  const places = usePlaces("link");
  const formId = useId();
  const form = useFirstField();
  const site = siteOf(typed.url.trim());

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    try {
      const { isKnown } = await api("POST /links", {
        body: { id, url: typed.url.trim(), who: typed.who, text: typed.text, at: new Date().toISOString() },
      });
      toast({ tone: "done", text: t(isKnown ? "known" : "keptLink"), seconds: 6 });
      onClose();
    } catch (error) {
      setSaving(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <Dialog
      title={t("linkTitle")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" type="submit" form={formId} disabled={saving || places?.length === 0}>
            {t("saveLink")}
          </Button>
        </>
      }
    >
      {places?.length === 0 ? <p className="mb-4 bg-now-soft px-3 py-2 text-now">{t("noSite")}</p> : null}
      <form ref={form} id={formId} onSubmit={save} className="flex flex-col gap-3.5">
        <TextField
          label={t("url")}
          type="url"
          required
          maxLength={2000}
          placeholder="https://"
          {...(site ? { hint: t("urlRead", { network: site.network }) } : {})}
          value={typed.url}
          onChange={(event) => setTyped({ ...typed, url: event.target.value })}
        />
        <TextField
          label={t("author")}
          required={site !== null && site.handle === null}
          maxLength={200}
          placeholder={site?.handle ? `@${site.handle}` : t("authorHint")}
          value={typed.who}
          onChange={(event) => setTyped({ ...typed, who: event.target.value })}
        />
        <TextArea
          label={t("said")}
          required
          rows={4}
          maxLength={20_000}
          value={typed.text}
          onChange={(event) => setTyped({ ...typed, text: event.target.value })}
        />
      </form>
    </Dialog>
  );
}
