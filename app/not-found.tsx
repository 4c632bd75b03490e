import { SearchX } from "lucide-react";
import { locale } from "./_server/locale";
import { translator } from "./_server/words";
import { buttonClass } from "./_ui/button";
import { EmptyState } from "./_ui/empty-state";

export default async function NotFound() {
  const t = translator(await locale(), "ui.notFound");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={SearchX}
        title={t("title")}
        actions={
          <a href="/" className={buttonClass("accent")}>
            {t("back")}
          </a>
        }
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
