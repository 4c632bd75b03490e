"use client";

import { Paperclip } from "lucide-react";
import { useFormatter } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import type { FileView } from "@/lib/conversations/types";

/** Attached files: pictures as pictures, the rest by name and size. */
export function Files({ files }: { files: FileView[] }) {
  const size = useFileSize();
  const pictures = files.filter((file) => /^image\/(png|jpe?g|gif|webp|avif)$/.test(file.contentType));
  const others = files.filter((file) => !pictures.includes(file));
  if (files.length === 0) return null;
  return (
    <div className="mt-2 flex flex-col gap-2">
      {pictures.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {pictures.map((file) => (
            <a key={file.id} href={file.url} target="_blank" rel="noopener" data-tip={file.name}>
              {/* biome-ignore lint/performance/noImgElement: files are private and served by us as they are. */}
              <img
                src={file.url}
                alt={file.description ?? file.name}
                loading="lazy"
                className="max-h-56 max-w-full rounded-row border border-line bg-surface object-contain"
              />
            </a>
          ))}
        </div>
      ) : null}
      {others.map((file) => (
        <a
          key={file.id}
          href={file.url}
          target="_blank"
          rel="noopener"
          className="flex w-fit max-w-full items-center gap-2 rounded-control border border-line bg-surface px-2.5 py-1.5 hover:bg-hover"
        >
          <Icon of={Paperclip} size={14} className="text-ink-2" />
          <span className="truncate">{file.name}</span>
          <span className="shrink-0 text-ink-3 type-meta">{size(file.size)}</span>
        </a>
      ))}
    </div>
  );
}

/** "1.2 MB", "340 kB", in the reader's language. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) =>
    bytes >= 1_000_000
      ? format.number(bytes / 1_000_000, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 })
      : format.number(Math.max(1, Math.round(bytes / 1000)), { style: "unit", unit: "kilobyte" });
}
