"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

/**
 * The message as it was designed, in a frame that can run nothing and reach nothing. Pictures from elsewhere stay
 * away until asked for: fetching one tells its sender when and where it was read.
 */
export function Original({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const t = useTranslations("conversation");
  const [pictures, setPictures] = useState(false);
  const query = pictures ? "?pictures=remote" : "";
  return (
    <div className="overflow-hidden rounded-card border border-line">
      <iframe
        key={query}
        title={t("original")}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        src={`/api/v1/conversations/${conversationId}/messages/${messageId}/html${query}`}
        className="h-96 w-full resize-y bg-[#fff]"
      />
      <p className="flex items-center justify-between gap-3 border-line border-t px-3 py-1.5 text-ink-2 type-meta">
        {t(pictures ? "picturesShown" : "picturesHidden")}
        {pictures ? null : (
          <button
            type="button"
            onClick={() => setPictures(true)}
            className="font-medium text-accent hover:underline"
          >
            {t("showPictures")}
          </button>
        )}
      </p>
    </div>
  );
}
