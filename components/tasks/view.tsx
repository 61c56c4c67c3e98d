import type { ReactNode } from "react";
import { OpenTask } from "@/components/tasks/open-task";

type Props = {
  name: ReactNode;
  /** A second line under the name, such as the day. */
  note?: ReactNode;
  /** Sort, menu and the assistant's switch, to the right of the name. */
  tools?: ReactNode;
  /** The open task, beside the list or over it. */
  panel?: ReactNode;
  children: ReactNode;
};

/** A view's frame: its name, its tools, a column of rows that scrolls by itself, and the open task. */
export function View({ name, note, tools, panel, children }: Props) {
  return (
    <OpenTask>
      <div className="@container/view relative flex min-h-0 min-w-0 flex-1">
        <div data-list className="min-w-0 flex-1 scroll-py-4 overflow-y-auto overscroll-contain max-md:scroll-pb-24">
          <div className="@container/list mx-auto w-full max-w-[812px] px-[18px] pt-5 md:pt-[26px] pb-28 md:px-10 md:pb-16">
            <header className="flex flex-wrap items-start gap-x-3">
              <div className="min-w-0 grow basis-32">
                <h1 className="flex items-center gap-2.5 truncate font-semibold text-name tracking-[-0.01em]">
                  {typeof name === "string" ? <span className="truncate">{name}</span> : name}
                </h1>
                {note && <div className="mt-0.5 min-h-5 text-base text-soft">{note}</div>}
              </div>
              <div className="flex items-center gap-1.5 print:hidden">{tools}</div>
            </header>
            {children}
          </div>
        </div>
        {panel}
      </div>
    </OpenTask>
  );
}
