import { z } from "zod";
import { isWorkable } from "./workable";

/** A day (YYYY-MM-DD) that somebody may have worked on. */
export const day = z.iso.date().refine(isWorkable);
