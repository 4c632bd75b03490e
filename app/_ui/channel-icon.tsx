import {
  AtSign,
  FileText,
  Globe,
  type LucideIcon,
  Mail,
  MessageSquare,
  Phone,
  Rss,
  Star,
  Store,
  TrendingDown,
} from "lucide-react";
import { Icon } from "./icon";
import { isNetwork, NetworkMark } from "./network-marks";

/** The icon that a channel names in its declaration; an unknown name gets a plain speech bubble. */
export function ChannelIcon({
  name,
  size = 15,
  className,
}: {
  name: string;
  size?: number;
  className?: string;
}) {
  if (isNetwork(name)) return <NetworkMark name={name} size={size} className={className} />;
  return <Icon of={icons[name] ?? MessageSquare} size={size} className={className} />;
}

const icons: Record<string, LucideIcon> = {
  mail: Mail,
  email: Mail,
  form: FileText,
  "clipboard-pen": FileText,
  "file-text": FileText,
  store: Store,
  demo_notes: Store,
  shop: Store,
  phone: Phone,
  rss: Rss,
  star: Star,
  review: Star,
  globe: Globe,
  handle: AtSign,
  signal: TrendingDown,
  "trending-down": TrendingDown,
};
