import { z } from "zod";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { type Say, translator } from "@/app/_server/words";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { addressesOf } from "@/app/(desk)/settings/channels/addresses";
import { ChannelForm } from "@/app/(desk)/settings/channels/channel-form";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { listBrands } from "@/lib/brands/list-brands";
import { type ChannelKind, describeKinds, kindGroups } from "@/lib/channels/describe-kinds";
import { newId } from "@/lib/id";
import { listTeams } from "@/lib/teams/list-teams";

type Props = { searchParams: Promise<{ kind?: string | string[]; id?: string | string[] }> };

/** First what kind of source, then step by step what it takes. */
export default async function NewChannelPage({ searchParams }: Props) {
  const actor = await requireActor("/settings/channels/new");
  const language = await locale(actor.language);
  const t = translator(language, "settings.channels");
  const names = translator(language, "channels");
  const { kind: wanted, id: chosen } = await searchParams;
  const kinds = describeKinds(actor).filter((kind) => !kind.kind.startsWith("demo"));
  const kind = kinds.find((one) => one.kind === wanted);
  if (!kind) {
    return (
      <>
        <PageHead title={t("add")} text={t("addText")} />
        {kindGroups.map((group) => {
          const members = kinds.filter((one) => one.group === group);
          return members.length === 0 ? null : (
            <section key={group} className="mb-6">
              <h3 className="mb-2 font-semibold">{t(`groups.${group}`)}</h3>
              <ul className="divide-y divide-line rounded-card border border-line">
                {members.map((one) => (
                  <li key={one.kind}>
                    <KindLine kind={one} t={t} names={names} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </>
    );
  }
  const [brands, teams] = await Promise.all([listBrands(actor), listTeams(actor)]);
  const id = z.uuid().safeParse(chosen).data ?? newId();
  return (
    <>
      <PageHead title={t("addKind", { kind: names(`${kind.kind}.name`) })} text={about(kind, names)} />
      <ChannelForm
        kind={kind}
        channel={null}
        id={id}
        addresses={addressesOf({ kind: kind.kind, id })}
        brands={brands}
        teams={teams}
      />
    </>
  );
}

/** What comes in, what goes out, and what it takes: from what the kind itself declares. */
function KindLine({ kind, t, names }: { kind: ChannelKind; t: Say; names: Say }) {
  const { can } = kind;
  const out = [
    ...can.reply.map((mode) => t(can.singleAnswer ? "out.single" : `out.${mode}`)),
    ...(can.repliesThrough === null ? [] : [t("out.email")]),
    ...can.act.map((act) => t(`out.${act}`)),
  ];
  const needs = [
    ...(kind.hasSignIn ? [t("needs.signIn")] : []),
    ...(kind.secrets.length > 0 && !kind.hasSignIn ? [t("needs.secret")] : []),
    ...(kind.guide.some(({ copy }) => copy === "webhook") ? [t("needs.reachable")] : []),
  ];
  return (
    <Go
      href={`/settings/channels/new?kind=${kind.kind}`}
      className="flex items-start gap-3 px-4 py-3 outline-offset-[-2px] hover:bg-hover"
    >
      <ChannelIcon name={kind.icon} size={20} className="mt-0.5 text-ink-2" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{names(`${kind.kind}.name`)}</span>
        <span className="block text-ink-2">{about(kind, names)}</span>
        <span className="block text-ink-3 type-meta">
          {t("outLine", { list: out.length > 0 ? [...new Set(out)].join(", ") : t("out.none") })}
          {needs.length > 0 ? ` ${t("needsLine", { list: needs.join(", ") })}` : ""}
        </span>
      </span>
    </Go>
  );
}

function about(kind: ChannelKind, names: Say): string {
  const key = `${kind.kind}.about`;
  const said = names(key);
  return said === key ? "" : said;
}
