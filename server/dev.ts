import { serve } from "@/server";

await serve({ dev: true });
