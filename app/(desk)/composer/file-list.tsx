"use client";

import { CircleAlert, Paperclip, RotateCcw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { Progress } from "@/app/_ui/progress";
import { useFileSize } from "@/app/(desk)/conversation/files";
import type { Files } from "./use-files";

/** What travels with the words: how far it is, why it did not arrive, another try, and away with it. */
export function FileList({ files }: { files: Files }) {
  const t = useTranslations("composer");
  const size = useFileSize();
  if (files.list.length === 0) return null;
  return (
    <ul className="scrolls flex max-h-32 flex-wrap gap-2" aria-label={t("files")}>
      {files.list.map((file) => (
        <li
          key={file.key}
          className={`flex items-center gap-2 rounded-control border bg-surface pl-2.5 ${file.failure ? "border-now" : "border-line"}`}
        >
          <Icon
            of={file.failure ? CircleAlert : Paperclip}
            size={14}
            className={file.failure ? "text-now" : "text-ink-2"}
          />
          <span className="flex flex-col py-0.5">
            <span className="flex gap-2">
              <span className="max-w-48 truncate" dir="auto">
                {file.name}
              </span>
              <span className="text-ink-3">{size(file.size)}</span>
            </span>
            {file.failure ? (
              <span role="alert" className="max-w-64 text-now type-meta">
                {file.failure}
              </span>
            ) : file.stored ? null : (
              <Progress value={file.share} label={t("uploading", { name: file.name })} />
            )}
          </span>
          {file.failure ? (
            <IconButton
              icon={RotateCcw}
              size={14}
              label={t("tryFileAgain", { name: file.name })}
              onClick={() => files.retry(file.key)}
            />
          ) : null}
          <IconButton
            icon={X}
            size={14}
            label={t(file.stored || file.failure ? "removeFile" : "stopFile", { name: file.name })}
            onClick={() => files.drop(file.key)}
          />
        </li>
      ))}
    </ul>
  );
}
