"use client";

import { createContext } from "react";

/** Where a picture says what its reading line points at: the head of its chart. Null when it points at nothing. */
export const Reading = createContext<(text: string | null) => void>(() => {});
