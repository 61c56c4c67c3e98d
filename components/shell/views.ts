import {
  CalendarDays,
  CalendarOff,
  CircleCheck,
  CircleDashed,
  type LucideIcon,
  MessageCircle,
  Search,
  Sun,
  Trash2,
} from "lucide-react";

/** The places that everybody has, in the order of the sidebar; `key` follows g. */
export const views = [
  { href: "/today", name: "Today", icon: Sun, key: "t" },
  { href: "/upcoming", name: "Upcoming", icon: CalendarDays, key: "u" },
  { href: "/no-date", name: "No date", icon: CalendarOff, key: "n" },
  { href: "/tasks", name: "All tasks", icon: CircleDashed, key: "a" },
  { href: "/completed", name: "Completed", icon: CircleCheck, key: "c" },
  { href: "/trash", name: "Trash", icon: Trash2, key: "b" },
] as const satisfies ReadonlyArray<{ href: string; name: string; icon: LucideIcon; key: string }>;

export const search = { href: "/search", name: "Search", icon: Search, key: "s" } as const;
export const assistant = { href: "/chat", name: "Assistant", icon: MessageCircle, key: "m" } as const;
