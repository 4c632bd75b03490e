import { z } from "zod";

/** Ids are text; a number is taken as its digits, which lib/text/exact-json.ts keeps exact beyond 2^53. */
const id = z.union([z.string(), z.number().int().transform(String)]).pipe(z.string().trim().min(1).max(500));
const line = (max: number) => z.string().max(max);
const address = z
  .string()
  .max(2000)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: "is not a web address",
  });

const author = z.strictObject({
  name: line(200).nullish(),
  email: z.email().max(254).nullish(),
  phone: z.string().max(40).regex(/\d/, { error: "holds no digit" }).nullish(),
  /** As the source writes it: "@claire", "u/claire". */
  handle: line(200).nullish(),
  customerNumber: line(100).nullish(),
  profileUrl: address.nullish(),
  avatarUrl: address.nullish(),
  followers: z.number().int().min(0).max(1e12).nullish(),
  /** What the source has checked itself, such as the address of somebody who is signed in there. */
  verified: z
    .array(z.enum(["email", "phone", "customerNumber"]))
    .max(3)
    .nullish(),
});

const text = z.string().max(200_000);

/** One message as a source feeds it. What is left out is unknown. */
export const fedMessage = z
  .strictObject({
    id,
    /** Groups a conversation in the source. */
    thread: id.nullish(),
    replyTo: id.nullish(),
    public: z.boolean().default(false),
    /** "us": one of us wrote it in the source itself, which is an answer. */
    from: z.enum(["customer", "us"]).default("customer"),
    author: author.default({}),
    subject: line(500).nullish(),
    text: text.nullish(),
    html: z.string().max(400_000).nullish(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .nullish(),
    sentAt: z.iso.datetime({ offset: true }).nullish(),
    url: address.nullish(),
    /** The post that this one answers, when it is not one of ours. */
    parent: z.strictObject({ id, author: line(200), text: line(20_000), url: address.nullish() }).nullish(),
    rating: z.strictObject({ value: z.number().min(0).max(1000), of: z.number().min(1).max(1000) }).nullish(),
    orderNumber: line(100).nullish(),
    /** Files that lie at an address. Files may also come as parts of a form. */
    attachments: z
      .array(
        z.strictObject({
          url: address,
          name: line(300).nullish(),
          contentType: z
            .string()
            .regex(/^[\w.+-]+\/[\w.+-]+$/)
            .nullish(),
          description: line(2000).nullish(),
        }),
      )
      .max(20)
      .nullish(),
  })
  .refine((m) => (m.rating?.value ?? 0) <= (m.rating?.of ?? 0), {
    error: "has more stars than there are",
    path: ["rating"],
  });

export type FedMessage = z.infer<typeof fedMessage>;

/** New words of a message that was fed before. */
export const fedEdit = z.strictObject({
  text: text.min(1),
  html: z.string().max(400_000).nullish(),
  rating: z.strictObject({ value: z.number().min(0).max(1000), of: z.number().min(1).max(1000) }).nullish(),
  editedAt: z.iso.datetime({ offset: true }).nullish(),
});

export const fileLimits = { files: 20, bytes: 20 * 1024 * 1024 };
/** Of one request. A list of messages is JSON, so it is held to the smaller one. */
export const jsonBytes = 1024 * 1024;
export const formBytes = 25 * 1024 * 1024;
