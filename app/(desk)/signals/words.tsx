"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { giveBack, replyTo } from "@/app/(desk)/composer/given-back";
import { useDesk } from "@/app/(desk)/desk";
import type { Api } from "@/app/api/v1/index";
import type { ConversationView } from "@/lib/conversations/types";
import { filled } from "./filled";

type Outreach = NonNullable<Api["GET /conversations/{id}/outreach"]["response"]["outreach"]>;

/**
 * What could be said, by the rule's own reason: words to write where a mail is allowed or a letter proposed, points for a
 * call. Only a mail finds its way into the reply, and nothing leaves by itself.
 */
export function Words({ view, outreach }: { view: ConversationView; outreach: Outreach }) {
  const t = useTranslations("signalLine.card");
  const { me } = useDesk();
  const params = filled(outreach.reasons.find(({ code }) => code === outreach.rule)?.params ?? {});
  const [text, setText] = useState(() =>
    t(`draft.${outreach.rule}`, {
      usual: 0,
      since: 0,
      number: 0,
      ...params,
      name: view.row.customerName,
      agent: me.name,
    }),
  );
  if (outreach.way === "none") return null;
  if (outreach.way === "call")
    return (
      <p>
        <span className="font-medium">{t("points")}</span> {t(`say.${outreach.rule}`)}
      </p>
    );
  const mayReply = outreach.way === "mail" && view.ways.length > 0;
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t("words")}</summary>
      <div className="mt-2 flex flex-col items-start gap-2">
        <TextArea
          label={t("words")}
          rows={8}
          value={text}
          maxLength={5000}
          onChange={(event) => setText(event.target.value)}
        />
        {mayReply ? (
          <Button
            onClick={() => {
              giveBack(replyTo(view.row.id), { to: [], subject: "", text, fileIds: [] });
              toast({ tone: "done", text: t("put"), seconds: 4 });
            }}
          >
            {t("toReply")}
          </Button>
        ) : null}
      </div>
    </details>
  );
}
