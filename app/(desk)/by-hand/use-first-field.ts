"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A form whose first field has the focus: a dialog gives it to its first button, once it is shown. */
export function useFirstField(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  return form;
}
