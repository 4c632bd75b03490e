"use client";

import { ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ChannelKind } from "@/lib/channels/describe-kinds";
import type { ChannelView } from "@/lib/channels/list-channels";
import { ConfigFields, defaultsOf, type Values } from "./config-fields";
import { type Addresses, Guide } from "./guide";
import { Step } from "./step";

const PATIENCE_MS = 40_000;

/**
 * Connects a source, or changes one: what to do on the other side first, then the fields, then a test. `id` is that of
 * the channel to be: the other side may have to be told an address with it in it before anything is saved.
 */
export function ChannelForm({
  kind,
  channel,
  id,
  addresses,
  brands,
  teams,
}: {
  kind: Pick<ChannelKind, "kind" | "config" | "guide" | "hasListener" | "pollSeconds">;
  channel: ChannelView | null;
  id: string;
  addresses: Addresses;
  brands: Array<{ id: string; name: string }>;
  teams: Array<{ id: string; name: string }>;
}) {
  const t = useTranslations("settings.channels");
  const router = useRouter();
  const [name, setName] = useState(channel?.name ?? "");
  const [brandId, setBrandId] = useState(channel?.brandId ?? brands[0]?.id ?? "");
  const [teamId, setTeamId] = useState(channel?.teamId ?? "");
  const [config, setConfig] = useState<Values>(channel?.config ?? defaultsOf(kind.config));
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<{ works: boolean; text: string } | null>(null);

  async function test() {
    setBusy(true);
    setVerdict(null);
    try {
      const { failure } = await api("POST /channels/check", {
        body: { kind: kind.kind, config, ...(channel ? { channelId: channel.id } : {}) },
        timeoutMs: PATIENCE_MS,
      });
      setVerdict({ works: failure === null, text: failure?.message ?? t("works") });
    } catch (error) {
      setVerdict({ works: false, text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setVerdict(null);
    try {
      const body = { name, brandId, teamId: teamId || null, config };
      if (channel) await api("PATCH /channels/{id}", { params: { id: channel.id }, body });
      else await api("POST /channels", { body: { id, kind: kind.kind, ...body } });
      toast({ tone: "done", text: t(channel ? "saved" : "added", { name }), seconds: 6 });
      router.push(channel ? "/settings/channels" : `/settings/channels/${id}?new=1`);
      router.refresh();
    } catch (error) {
      setBusy(false);
      setVerdict({ works: false, text: wordsOf(error) });
    }
  }

  // Whoever reloads the page, or comes back to it, must find the address that they have copied.
  useEffect(() => {
    if (channel) return;
    const url = new URL(location.href);
    url.searchParams.set("id", id);
    history.replaceState(history.state, "", url);
  }, [channel, id]);

  const guide = <Guide kind={kind} addresses={addresses} />;
  const hasGuide = kind.guide.length > 0;
  const shift = hasGuide && !channel ? 1 : 0;
  return (
    <form onSubmit={save} className="flex flex-col gap-5">
      {hasGuide && channel ? (
        <details className="group rounded-card border border-line p-4">
          <summary className="flex cursor-pointer items-center gap-2 font-semibold">
            <Icon of={ChevronRight} size={14} className="transition-transform group-open:rotate-90" />
            {t("guide")}
          </summary>
          <div className="mt-3">{guide}</div>
        </details>
      ) : hasGuide ? (
        <Step number={1} title={t("guide")}>
          {guide}
        </Step>
      ) : null}
      <Step number={1 + shift} title={t("steps.fields")}>
        <div className="flex flex-col gap-5">
          <TextField
            label={t("name")}
            hint={t("nameHint")}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={80}
          />
          <div className="grid gap-5 desk:grid-cols-2">
            <Select
              label={t("brand")}
              value={brandId}
              onChange={(event) => setBrandId(event.target.value)}
              options={brands.map((brand) => ({ value: brand.id, label: brand.name }))}
            />
            <Select
              label={t("team")}
              hint={t("teamHint")}
              value={teamId}
              onChange={(event) => setTeamId(event.target.value)}
              options={[
                { value: "", label: t("noTeam") },
                ...teams.map((team) => ({ value: team.id, label: team.name })),
              ]}
            />
          </div>
          <ConfigFields
            kind={kind.kind}
            schema={kind.config}
            values={config}
            secretsSet={channel?.secretsSet ?? []}
            onChange={setConfig}
          />
        </div>
      </Step>
      <Step number={2 + shift} title={t("steps.test")}>
        <p className="mb-3 text-ink-2">{t("testHint")}</p>
        <p role="status" className={`mb-3 empty:hidden ${verdict?.works ? "text-good" : "text-now"}`}>
          {verdict?.text}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button size="medium" disabled={busy} onClick={test}>
            {t(busy ? "testing" : "test")}
          </Button>
          <Button type="submit" look="accent" size="medium" disabled={busy}>
            {t(channel ? "save" : "connect")}
          </Button>
        </div>
      </Step>
    </form>
  );
}
