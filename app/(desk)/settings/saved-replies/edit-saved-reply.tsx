"use client";

import { Paperclip, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { FileList } from "@/app/(desk)/composer/file-list";
import { useFiles } from "@/app/(desk)/composer/use-files";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Person } from "@/lib/conversations/types";
import type { SavedReplyEntry } from "@/lib/saved-replies/list";
import type { Scope } from "@/lib/saved-replies/scope";
import { ScopeField } from "./scope-field";
import { TextsField, withKeys } from "./texts-field";

const fileLimits = { max: 10, maxBytes: 20 * 1024 * 1024 };

/** One saved reply: its name, its texts, its files, whose it is. */
export function EditSavedReply({
  reply,
  brands,
  onClose,
}: {
  reply: SavedReplyEntry | null;
  brands: Person[];
  onClose(): void;
}) {
  const t = useTranslations("settings.savedReplies");
  const ui = useTranslations("ui");
  const [name, setName] = useState(reply?.name ?? "");
  const [texts, setTexts] = useState(() =>
    withKeys(reply?.texts ?? [{ language: null, mode: null, text: "" }]),
  );
  const [scope, setScope] = useState<Scope>(reply?.scope ?? { for: "everybody" });
  const [isModel, setModel] = useState(reply?.isModel ?? false);
  const [kept, setKept] = useState(reply?.files ?? []);
  const files = useFiles(fileLimits);
  const { busy, failed, save } = useSave();
  const written = texts.filter((one) => one.text.trim() !== "");
  const isTwice = new Set(written.map((one) => `${one.language} ${one.mode}`)).size < written.length;
  const isBlocked = busy || files.busy || name.trim() === "" || written.length === 0 || isTwice;

  async function submit() {
    if (isBlocked) return;
    const body = {
      name,
      scope,
      isModel,
      texts: written.map(({ key: _key, ...one }) => one),
      fileIds: [...kept.map((file) => file.id), ...files.list.flatMap((file) => file.stored?.id ?? [])],
    };
    const call = () =>
      reply
        ? api("PUT /saved-replies/{id}", { params: { id: reply.id }, body })
        : api("POST /saved-replies", { body });
    if (await save(call, { said: t("saved", { name }) })) onClose();
  }

  return (
    <Dialog
      title={t(reply ? "edit" : "new")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <Button look="accent" disabled={isBlocked} onClick={() => void submit()}>
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5 pt-1">
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          error={failed ?? undefined}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <TextsField texts={texts} onChange={setTexts} />
        <div className="flex flex-col gap-2">
          {kept.map((file) => (
            <p key={file.id} className="flex items-center gap-2">
              <Icon of={Paperclip} size={14} className="text-ink-2" />
              <span className="truncate">{file.name}</span>
              <IconButton
                icon={X}
                size={14}
                label={t("removeFile", { name: file.name })}
                onClick={() => setKept(kept.filter((other) => other.id !== file.id))}
              />
            </p>
          ))}
          <FileList files={files} />
          <div>
            <Button icon={Paperclip} onClick={files.choose}>
              {t("addFile")}
            </Button>
          </div>
        </div>
        <ScopeField scope={scope} brands={brands} onChange={setScope} />
        <label className="flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={isModel}
            onChange={(event) => setModel(event.target.checked)}
            className="mt-0.5 size-4 accent-[var(--accent)]"
          />
          <span>
            <span className="block font-medium">{t("isModel")}</span>
            <span className="block text-ink-3 type-meta">{t("isModelHint")}</span>
          </span>
        </label>
      </div>
    </Dialog>
  );
}
