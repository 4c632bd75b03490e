import {
  AlarmClock,
  Bookmark,
  BookOpenText,
  ChartNoAxesColumn,
  CheckCheck,
  Hourglass,
  Inbox,
  Printer,
  Scale,
  Settings,
  User,
  UserRound,
  Users,
} from "lucide-react";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import { show } from "@/app/(desk)/actions/show";
import type { ViewName } from "@/lib/conversations/types";

/** To another place of the house. */
export const deedsOfGoing = {
  goQueue: { icon: Inbox, run: toView("queue") },
  goMine: { icon: User, run: toView("mine") },
  goTeam: { icon: Users, run: toView("team") },
  goWaiting: { icon: Hourglass, run: toView("waiting") },
  goSnoozed: { icon: AlarmClock, run: toView("snoozed") },
  goResolved: { icon: CheckCheck, run: toView("resolved") },
  goViews: {
    icon: Bookmark,
    isOffered: () => savedView() !== null,
    run: () => savedView()?.focus(),
  },
  goPrivacy: {
    icon: Scale,
    may: (me) => me.role === "manager" || me.role === "admin" || me.role === "owner",
    run: ({ visit }) => visit("/privacy"),
  },
  goReports: {
    icon: ChartNoAxesColumn,
    may: (me) => me.canSeeReports || me.canReply,
    run: ({ visit }) => visit("/reports"),
  },
  goProfile: { icon: UserRound, run: ({ visit }) => visit("/settings/profile") },
  houseRules: { icon: BookOpenText, run: () => void document.dispatchEvent(new Event("avant:house-rules")) },
  keyCard: { icon: Printer, run: () => show("card") },
  goSettings: { icon: Settings, may: (me) => me.canSeeSettings, run: ({ visit }) => visit("/settings") },
} satisfies Record<string, Deed>;

function toView(view: ViewName) {
  return ({ go, visit }: Hands) => {
    if (location.pathname === "/queue") go({ view, q: "", sort: "left", open: null });
    else visit(view === "queue" ? "/queue" : `/queue?view=${view}`);
  };
}

/** The first saved view in the rail: Tab goes on from there, Enter opens it. */
function savedView(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-saved-view] a");
}
