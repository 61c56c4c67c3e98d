"use client";

import { keysHelp } from "@/components/shell/floats";
import * as singleKeys from "@/components/shell/single-keys";
import { assistant, search, views } from "@/components/shell/views";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const groups = [
  {
    name: "Anywhere",
    keys: [
      ["Q", "Add a task"],
      ["/ ⌘K", "Search or jump to"],
      ["⌘J", "Open or close the assistant"],
      ["⌘Z", "Undo the last change"],
      ["⇧⌘Z", "Redo"],
      ["?", "This list"],
    ],
  },
  {
    name: "Go to",
    keys: [...views, search, assistant].map(({ key, name }) => [`G ${key.toUpperCase()}`, name] as const),
  },
  {
    name: "In a list",
    keys: [
      ["J K ↑↓", "Next, previous"],
      ["X", "Complete or reopen"],
      ["↵ E", "Open and edit"],
      ["D", "Due"],
      ["P", "Priority"],
      ["L", "Skip, if it repeats"],
      ["Del", "Delete"],
      ["Alt ↑↓", "Move, when sorted by hand"],
      ["Esc", "Close the open task"],
    ],
  },
] as const;

/** Every key and what it does, behind "?". */
export function KeysHelp() {
  return (
    <Dialog
      title="Keys"
      description="They rest while you type in a field."
      handle={keysHelp}
      width="wide"
      actions={<LettersToo />}
    >
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-3">
        {groups.map(({ name, keys }) => (
          <section key={name}>
            <h3 className="pb-2 font-medium text-small text-soft">{name}</h3>
            <dl className="flex flex-col gap-1.5">
              {keys.map(([key, does]) => (
                <div key={key} className="flex items-center justify-between gap-2">
                  <dt className="order-last">
                    <Kbd spoken>{key}</Kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function LettersToo() {
  const on = singleKeys.useSingleKeys();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the tick box is its control
    <label className="mr-auto flex items-center gap-2.5">
      <Checkbox checked={on} onCheckedChange={singleKeys.turn} />
      Letters alone are keys
    </label>
  );
}
