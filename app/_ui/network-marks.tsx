import { strokeFor } from "./icon";

/** The marks of networks, redrawn in the stroke of the other icons. Paths are ours, on a 24 × 24 field. */
const drawings = {
  bluesky:
    "M12 11.2C10.6 8.4 7.4 5.2 4.9 4.1 3.6 3.6 3 4.2 3 5.4c0 1 .5 5 .9 6 .7 1.8 2.4 2.4 4.2 2.1-2.7.4-4.1 1.7-2.6 3.8 2.6 3.6 5.4-.2 6.5-3.3 1.1 3.1 3.9 6.9 6.5 3.3 1.5-2.1.1-3.4-2.6-3.8 1.8.3 3.5-.3 4.2-2.1.4-1 .9-5 .9-6 0-1.2-.6-1.8-1.9-1.3-2.5 1.1-5.7 4.3-7.1 7.1Z",
  mastodon:
    "M20.5 9.2c0-3.9-2.6-5.1-2.6-5.1C16.6 3.5 14.4 3.3 12 3.3s-4.6.2-5.9.8c0 0-2.6 1.2-2.6 5.1 0 .9 0 2 .1 3.1.2 3.7.8 7.3 4 8.2 1.5.4 2.8.5 3.8.4 1.9-.1 3-.7 3-.7l-.1-1.8s-1.4.5-2.9.4c-1.5 0-3.1-.2-3.3-2v-1.2c4.5 1.1 8.7.6 10.2-.3 1.7-1.1 2.2-3.9 2.2-6.1ZM8 13V9.3c0-2.7 3.4-2.9 4 0 .6-2.9 4-2.7 4 0V13M12 9.3v2.4",
  instagram:
    "M7.5 3h9A4.5 4.5 0 0 1 21 7.5v9a4.5 4.5 0 0 1-4.5 4.5h-9A4.5 4.5 0 0 1 3 16.5v-9A4.5 4.5 0 0 1 7.5 3ZM16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM17.3 6.7h.01",
  facebook:
    "M6.5 3h11A3.5 3.5 0 0 1 21 6.5v11a3.5 3.5 0 0 1-3.5 3.5h-11A3.5 3.5 0 0 1 3 17.5v-11A3.5 3.5 0 0 1 6.5 3ZM12 21v-9.5c0-2.3 1.3-3.5 3.2-3.5h1.3M9.5 13h6",
  x: "M4 4h4.2L20 20h-4.2L4 4ZM19 4l-6.2 7M11 13.2 4.8 20",
  telegram: "M21 4 3 11.2l5.3 1.9L18 7l-7.2 7.3v5.2l3-3.3 4.4 3.3L21 4Z",
  whatsapp:
    "M3.3 20.7l1.2-4.3a8.7 8.7 0 1 1 3.3 3.2l-4.5 1.1ZM8.6 8.2c.3-.7 1.1-.7 1.4 0l.6 1.3c.1.3 0 .6-.2.8l-.5.6c.6 1.3 1.6 2.3 2.9 2.9l.7-.6c.2-.2.5-.3.8-.1l1.3.6c.7.3.7 1.1 0 1.5-3 1.5-8.4-3.8-7-7Z",
  youtube:
    "M6.5 5.5h11A3.5 3.5 0 0 1 21 9v6a3.5 3.5 0 0 1-3.5 3.5h-11A3.5 3.5 0 0 1 3 15V9a3.5 3.5 0 0 1 3.5-3.5ZM10.5 9.5v5l4-2.5-4-2.5Z",
} as const;

export type NetworkName = keyof typeof drawings;

export function isNetwork(name: string): name is NetworkName {
  return name in drawings;
}

export function NetworkMark({
  name,
  size = 16,
  className,
}: {
  name: NetworkName;
  size?: number;
  className?: string;
}) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={(strokeFor(size) * 24) / size}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className ?? ""}`}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
