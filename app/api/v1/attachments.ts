import { z } from "zod";
import { discard, download } from "@/lib/attachments/download";
import { upload, uploadBytes } from "@/lib/attachments/upload";
import { openPicture } from "@/lib/pictures/open-picture";
import { byId } from "./fields";
import { openRoute, route } from "./route-line";
import { file } from "./shapes";
import { streamUpload } from "./stream-upload";
import { toDownload } from "./to-download";

export const attachments = [
  route("POST /attachments", {
    permission: "conversation.note",
    summary: "Store a file for a message that is still being written",
    description:
      "The bytes as the body, with the file's name in the query; or a form (multipart/form-data) with one file.",
    status: 201,
    uploadBytes,
    query: z.object({ name: z.string().max(500).default("file") }),
    response: file,
    run: (actor, { query }, c) => streamUpload(c.req.raw, query.name, (found) => upload(actor, found)),
  }),

  route("GET /attachments/{id}", {
    permission: "conversation.read",
    summary: "Download a file",
    params: byId,
    produces: "application/octet-stream",
    async run(actor, { params }) {
      return toDownload(await download(actor, { fileId: params.id }));
    },
  }),

  route("DELETE /attachments/{id}", {
    permission: "conversation.note",
    summary: "Take back a file of mine that was not sent",
    params: byId,
    run: (actor, { params }) => discard(actor, { fileId: params.id }),
  }),

  openRoute("GET /pictures/{token}", {
    summary: "A picture inside a mail, by a signed link from the mail's document",
    params: z.object({ token: z.string().max(8000) }),
    produces: "image/*",
    async run({ params }) {
      const { contentType, bytes } = await openPicture(params);
      return new Response(Buffer.from(bytes), {
        headers: {
          "content-type": contentType,
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          // The mail's frame has no origin of its own, so to the browser everything in it comes from elsewhere.
          "cross-origin-resource-policy": "cross-origin",
          "cache-control": "private, max-age=3600",
        },
      });
    },
  }),
];
