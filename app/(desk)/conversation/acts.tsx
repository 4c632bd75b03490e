"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Eye, EyeOff, Heart, HeartOff, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuItem } from "@/app/_ui/menu";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { PostVerb } from "@/lib/channels/channel";
import type { MessageView } from "@/lib/conversations/types";

const backOf = { hide: "unhide", unhide: "hide", like: "unlike", unlike: "like" } as const;

/** What can be done to a customer's public words where they stand: only what the channel can, in the message's menu. */
export function Acts({ message, conversationId }: { message: MessageView; conversationId: string }) {
  const t = useTranslations("conversation.acts");
  const ui = useTranslations("ui");
  const kinds = useTranslations("conversation.kinds");
  const client = useQueryClient();
  const { me } = useDesk();
  const button = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState<"menu" | "asking" | null>(null);
  const [busy, setBusy] = useState(false);
  const kind = message.channelKind ?? "";
  const network = kinds.has(kind) ? kinds(kind) : kind;
  if (!me.canReply || message.acts.length === 0) return null;

  async function run(verb: PostVerb) {
    setShown(null);
    setBusy(true);
    try {
      const params = { id: conversationId, messageId: message.id };
      await api("POST /conversations/{id}/messages/{messageId}/act", { params, body: { verb } });
      const undo = verb === "delete" ? null : { label: t("undo"), run: () => void run(backOf[verb]) };
      toast({ tone: "done", text: t(`done.${verb}`, { network }), ...(undo ? { action: undo } : {}) });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: held.conversation(conversationId) });
    }
  }

  const items: MenuItem[] = message.acts
    .filter((act) => act !== "delete" || me.role !== "junior")
    .map((act) => {
      if (act === "hide")
        return message.hidden
          ? { id: "unhide", label: t("unhide", { network }), icon: Eye }
          : { id: "hide", label: t("hide", { network }), icon: EyeOff };
      if (act === "like")
        return message.liked
          ? { id: "unlike", label: t("unlike", { network }), icon: HeartOff }
          : { id: "like", label: t("like", { network }), icon: Heart };
      return { id: "delete", label: t("delete", { network }), icon: Trash2, tone: "now" };
    });

  return (
    <>
      <span ref={button}>
        <IconButton
          icon={Ellipsis}
          size={14}
          label={t("menu", { network })}
          disabled={busy}
          aria-haspopup="menu"
          onClick={() => setShown("menu")}
        />
      </span>
      {shown === "menu" ? (
        <Menu
          anchor={button.current}
          label={t("menu", { network })}
          items={items}
          onClose={() => setShown(null)}
          onPick={(picked) => {
            setShown(picked === "delete" ? "asking" : null);
            const verb = verbs.find((one) => one === picked);
            if (verb) void run(verb);
          }}
        />
      ) : null}
      {shown === "asking" ? (
        <Dialog
          title={t("ask", { network })}
          closeLabel={ui("close")}
          onClose={() => setShown(null)}
          actions={
            <>
              <Button onClick={() => setShown(null)}>{ui("cancel")}</Button>
              <Button look="danger" onClick={() => void run("delete")}>
                {t("really")}
              </Button>
            </>
          }
        >
          <p>{t("askMore", { network })}</p>
        </Dialog>
      ) : null}
    </>
  );
}

/** Those of the menu that are done at once. */
const verbs = ["hide", "unhide", "like", "unlike"] as const;

/** What stands on the network now: hidden, liked, and by whom. */
export function ActState({ message }: { message: MessageView }) {
  const t = useTranslations("conversation.acts");
  const kinds = useTranslations("conversation.kinds");
  const kind = message.channelKind ?? "";
  const network = kinds.has(kind) ? kinds(kind) : kind;
  return (
    <p className="flex flex-wrap gap-x-3 text-ink-2 type-meta">
      {message.hidden ? (
        <span className="flex items-center gap-1.5">
          <Icon of={EyeOff} size={14} />
          {message.hidden.by === null
            ? t("hiddenThere", { network })
            : t("hiddenBy", { network, name: message.hidden.by })}
        </span>
      ) : null}
      {message.liked ? (
        <span className="flex items-center gap-1.5">
          <Icon of={Heart} size={14} />
          {message.liked.by === null
            ? t("likedThere", { network })
            : t("likedBy", { network, name: message.liked.by })}
        </span>
      ) : null}
    </p>
  );
}
