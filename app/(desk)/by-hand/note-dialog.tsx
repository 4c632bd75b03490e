"use client";

import { type FormEvent, useId, useState } from "react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Select, TextArea, TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { readDate } from "@/lib/text/dates";
import { newId } from "./new-id";
import { useFirstField } from "./use-first-field";
import { usePlaces } from "./use-places";

const empty = {
  who: "",
  phone: "",
  email: "",
  text: "",
  what: "",
  until: "",
  place: "phone",
  channelId: "",
  isDanger: false,
};

/** What somebody said in the shop or on the phone, in five seconds: the first field has the focus, Ctrl+Enter keeps it. */
export function NoteDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations("byHand");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const [id] = useState(newId);
  const [typed, setTyped] = useState(empty);
  const [saving, setSaving] = useState(false);
  const known = usePlaces("note");
  const places = known?.filter(({ at }) => at === null || at === typed.place);
  const formId = useId();
  const form = useFirstField();
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change });

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    const { who, phone, email, text, what, until, place, channelId, isDanger } = typed;
    try {
      await api("POST /notes", {
        body: {
          id,
          by: me.id,
          at: new Date().toISOString(),
          channelId: places?.some((one) => one.id === channelId) ? channelId : (places?.[0]?.id ?? null),
          who,
          phone: phone.trim() || null,
          email: email.trim() || null,
          place: place === "shop" ? "shop" : "phone",
          text,
          promised: what.trim() || until.trim() ? { what, until: until.trim() || null } : null,
          danger: isDanger ? "yes" : null,
        },
      });
      toast({ tone: "done", text: t("kept", { name: who }), seconds: 6 });
      onClose();
    } catch (error) {
      setSaving(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <Dialog
      title={t("title")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look="accent"
            type="submit"
            form={formId}
            disabled={saving || known?.length === 0}
            keys="mod+enter"
          >
            {t("save")}
          </Button>
        </>
      }
    >
      {known?.length === 0 ? <p className="mb-4 bg-now-soft px-3 py-2 text-now">{t("noPlace")}</p> : null}
      <form
        ref={form}
        id={formId}
        onSubmit={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
        className="flex flex-col gap-3.5"
      >
        <TextField
          label={t("who")}
          required
          maxLength={200}
          placeholder={t("whoHint")}
          value={typed.who}
          onChange={(event) => set({ who: event.target.value })}
        />
        <div className="grid grid-cols-2 gap-3 max-desk:grid-cols-1">
          <TextField
            label={t("phone")}
            aside={ui("optional")}
            type="tel"
            maxLength={40}
            value={typed.phone}
            onChange={(event) => set({ phone: event.target.value })}
          />
          <TextField
            label={t("email")}
            aside={ui("optional")}
            type="email"
            maxLength={254}
            value={typed.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        </div>
        <TextArea
          label={t("text")}
          required
          rows={3}
          maxLength={20_000}
          value={typed.text}
          onChange={(event) => set({ text: event.target.value })}
        />
        <div className="grid grid-cols-2 gap-3 max-desk:grid-cols-1">
          <TextField
            label={t("what")}
            aside={ui("optional")}
            maxLength={1000}
            value={typed.what}
            onChange={(event) => set({ what: event.target.value })}
          />
          <Until words={typed.until} onChange={(until) => set({ until })} />
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <fieldset className="flex items-center gap-4">
            <legend className="sr-only">{t("where")}</legend>
            {(["phone", "shop"] as const).map((one) => (
              <label key={one} className="flex min-h-8 items-center gap-2 max-desk:min-h-11">
                <input
                  type="radio"
                  name="place"
                  value={one}
                  checked={typed.place === one}
                  onChange={() => set({ place: one })}
                  className="size-4"
                />
                {t(`places.${one}`)}
              </label>
            ))}
          </fieldset>
          <label className="flex min-h-8 items-center gap-2 max-desk:min-h-11">
            <input
              type="checkbox"
              checked={typed.isDanger}
              onChange={(event) => set({ isDanger: event.target.checked })}
              className="size-4"
            />
            <span className={typed.isDanger ? "text-now" : ""}>{t("danger")}</span>
          </label>
        </div>
        {places && places.length > 1 ? (
          <Select
            label={t("channel")}
            value={typed.channelId || (places[0]?.id ?? "")}
            onChange={(event) => set({ channelId: event.target.value })}
            options={places.map((place) => ({
              value: place.id,
              label: `${place.name} · ${place.brandName}`,
            }))}
          />
        ) : null}
      </form>
    </Dialog>
  );
}

/** A date in words, said back as it is understood. */
function Until({ words, onChange }: { words: string; onChange(words: string): void }) {
  const t = useTranslations("byHand");
  const ui = useTranslations("ui");
  const format = useFormatter();
  const zone = useTimeZone() ?? "UTC";
  const found = words.trim() === "" ? null : readDate(words, { now: new Date(), zone });
  const hint = found
    ? format.dateTime(found.at, {
        weekday: "long",
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
      })
    : words.trim() === ""
      ? undefined
      : t("untilUnread");
  return (
    <TextField
      label={t("until")}
      aside={ui("optional")}
      maxLength={200}
      placeholder={t("untilHint")}
      {...(hint === undefined ? {} : { hint })}
      value={words}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
