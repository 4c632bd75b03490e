"use client";

import { X } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { IconButton } from "./icon-button";

/**
 * A native modal dialog: focus kept inside, Escape closes, focus goes back where it was. It stands in the page where it
 * was asked for, and takes nothing of how a cell or a button there sets its words.
 */
export function Dialog({
  title,
  closeLabel,
  onClose,
  width = "narrow",
  printed = false,
  children,
  actions,
}: {
  title: string;
  closeLabel: string;
  onClose(): void;
  width?: "narrow" | "wide" | "widest";
  /** On paper it stands alone. */
  printed?: boolean;
  children: ReactNode;
  actions?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the element is taken away: one that has gone gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={(event) => {
        // Shown again meanwhile, as React does in development: it has not been closed.
        if (!event.currentTarget.open) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className={`opens whitespace-normal text-start font-normal max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-hidden rounded-card bg-surface p-0 shadow-float ${widths[width]} ${
        printed ? "printed" : ""
      }`}
    >
      <div className="flex max-h-[inherit] flex-col">
        <header className="flex items-center justify-between gap-4 py-3 pr-3 pl-5">
          <h2 className="type-zone">{title}</h2>
          <IconButton icon={X} label={closeLabel} keys="escape" onClick={onClose} />
        </header>
        <div className="scrolls px-5 pb-5">{children}</div>
        {actions ? (
          <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
            {actions}
          </footer>
        ) : null}
      </div>
    </dialog>
  );
}

const widths = {
  narrow: "max-w-md desk:max-h-160",
  wide: "max-w-3xl desk:max-h-160",
  widest: "max-w-5xl desk:max-h-208",
};
