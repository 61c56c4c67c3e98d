import { Settings2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/account/mark";
import { NavLink } from "@/components/shell/nav-link";
import { PaletteButton } from "@/components/shell/palette-button";
import { views } from "@/components/shell/views";

type Props = {
  /** How much is in each view, by its address. */
  counts: Partial<Record<string, ReactNode>>;
  /** Tags and conversations. */
  rest: ReactNode;
};

/** The way around: views, tags, conversations. */
export function Sidebar({ counts, rest }: Props) {
  return (
    <nav aria-label="Tandem" className="flex flex-col gap-3 p-2.5 pb-6">
      <div>
        <div className="mb-2 flex h-10 items-center justify-between px-1.5">
          <Link href="/today" className="flex items-center gap-2 rounded font-semibold pointer-coarse:min-h-11">
            <Mark size={12} />
            Tandem
          </Link>
          <Link
            href="/settings"
            aria-label="Settings"
            title="Settings"
            className="flex size-7 pointer-coarse:size-11 items-center justify-center rounded text-soft hover:bg-line/50 hover:text-ink"
          >
            <Settings2 size={16} strokeWidth={1.75} aria-hidden />
          </Link>
        </div>
        <PaletteButton />
        <ul className="mt-3">
          {views.map(({ href, name, icon: Icon }) => (
            <li key={href}>
              <NavLink href={href} icon={<Icon size={16} strokeWidth={1.75} aria-hidden />} count={counts[href]}>
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
      {rest}
    </nav>
  );
}
