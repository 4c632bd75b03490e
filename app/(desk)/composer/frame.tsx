"use client";

import { Paperclip } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import type { Mode } from "./modes";

/** The edge around what is written, in the colour of who will read it. A file held over it finds a place to fall. */
export function Frame({
  ref,
  mode,
  onFiles,
  children,
}: {
  ref?: RefObject<HTMLElement | null>;
  mode: Mode | "held";
  onFiles?: ((files: FileList) => void) | undefined;
  children: React.ReactNode;
}) {
  const t = useTranslations("composer");
  const [isOver, setOver] = useState(false);
  // Entering a child fires before leaving its parent, so what is over us is counted.
  const depth = useRef(0);

  function leave() {
    depth.current = 0;
    setOver(false);
  }

  return (
    <section
      ref={ref}
      aria-label={t("title")}
      onDragEnter={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDragOver={(event) => {
        // Also where no file is taken: a file that falls beside must not replace the page.
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDrop={(event) => {
        leave();
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        if (event.dataTransfer.files.length > 0) onFiles?.(event.dataTransfer.files);
      }}
      className={`relative mx-4 mb-3 shrink-0 rounded-card border-[1.5px] max-desk:mx-2.5 ${frames[mode]}`}
    >
      {children}
      {isOver ? (
        <div className="pointer-events-none absolute inset-1 flex items-center justify-center gap-2 rounded-row border-[1.5px] border-line-strong border-dashed bg-surface font-medium">
          <Icon of={Paperclip} />
          {t(onFiles ? "dropHere" : "noFilesHere")}
        </div>
      ) : null}
    </section>
  );
}

const frames = {
  public: "border-public bg-surface",
  private: "border-accent bg-surface",
  note: "border-note border-dashed bg-note-soft",
  held: "border-now bg-surface overflow-hidden",
};
