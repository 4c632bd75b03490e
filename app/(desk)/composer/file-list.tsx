"use client";

import { Paperclip, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { Progress } from "@/app/_ui/progress";
import { useFileSize } from "@/app/(desk)/conversation/files";
import type { Files } from "./use-files";

/** What travels with the words. */
export function FileList({ files }: { files: Files }) {
  const t = useTranslations("composer");
  const size = useFileSize();
  if (files.list.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {files.list.map((file) => (
        <li key={file.key} className="flex items-center gap-2 rounded-control border border-line pl-2.5">
          <Icon of={Paperclip} size={14} className="text-ink-2" />
          <span className="flex flex-col">
            <span className="flex gap-2">
              <span className="max-w-48 truncate">{file.name}</span>
              <span className="text-ink-3">{size(file.size)}</span>
            </span>
            {file.stored ? null : <Progress value={file.share} label={t("uploading", { name: file.name })} />}
          </span>
          <IconButton
            icon={X}
            size={14}
            label={t("removeFile", { name: file.name })}
            onClick={() => files.drop(file.key)}
          />
        </li>
      ))}
    </ul>
  );
}
