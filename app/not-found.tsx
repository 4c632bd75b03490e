import { locale } from "./_server/locale";
import { translator } from "./_server/words";

/** Every page carries this one in its pocket, so it is plain HTML. */
export default async function NotFound() {
  const t = translator(await locale(), "ui.notFound");
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="flex max-w-md flex-col items-start gap-2">
        <h1 className="type-zone">{t("title")}</h1>
        <p className="text-ink-2">{t("text")}</p>
        <a
          href="/queue"
          className="mt-4 inline-flex h-10 items-center rounded-control bg-accent px-4 font-semibold text-on-accent hover:bg-accent/90"
        >
          {t("back")}
        </a>
      </div>
    </main>
  );
}
