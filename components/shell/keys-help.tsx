"use client";

import { keysHelp } from "@/components/shell/floats";
import { anywhere, inList, places } from "@/components/shell/keymap";
import * as singleKeys from "@/components/shell/single-keys";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const groups = [
  { name: "Anywhere", shortcuts: Object.values(anywhere) },
  { name: "Go to", shortcuts: places.map(({ key, name }) => ({ keys: [`g ${key}`], words: name })) },
  { name: "In a list", shortcuts: Object.values(inList) },
];

/** Every key and what it does, behind "?". */
export function KeysHelp() {
  return (
    <Dialog
      title="Keyboard shortcuts"
      description="Off while you type."
      handle={keysHelp}
      width="wide"
      actions={<LettersToo />}
    >
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-3">
        {groups.map(({ name, shortcuts }) => (
          <section key={name}>
            <h3 className="pb-2 font-medium text-small text-soft">{name}</h3>
            <dl className="flex flex-col gap-1.5">
              {shortcuts.map(({ keys, words }) => (
                <div key={words} className="flex items-center justify-between gap-2">
                  <dt className="order-last flex flex-wrap justify-end gap-1">
                    {keys.map((key) => (
                      <Kbd key={key} spoken>
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{words}</dd>
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
      Single-letter shortcuts
    </label>
  );
}
