/**
 * What a form may hold; checked while it streams in, told to the visitor before. Apart from
 * config.ts, whose zod would be a third of the page's JavaScript.
 */
export const fieldLimits = {
  message: 10_000,
  name: 120,
  email: 254,
  subject: 200,
  orderNumber: 64,
  phone: 40,
  files: 5,
  fileBytes: 10 * 1024 * 1024,
} as const;
