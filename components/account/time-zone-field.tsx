"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { findZones, type Zone } from "@/components/account/find-zones";
import { Field } from "@/components/ui/field";
import { boxed } from "@/components/ui/input";
import { useLandmark } from "@/components/ui/landmark";
import { floating } from "@/components/ui/popover";
import { presentZone } from "@/language/time-zone";

type Props = { zones: Zone[]; value: string; error: string | undefined };

const labelOf = ({ name }: Zone) => name.replaceAll("_", " ");

/** A time zone, found by its city, its country, or a name that it used to have. */
export function TimeZoneField({ zones, value, error }: Props) {
  const name = presentZone(value) ?? value;
  const [chosen, setChosen] = useState<Zone | null>(
    () => zones.find((zone) => zone.name === name) ?? { name, country: "", words: "" },
  );
  const [query, setQuery] = useState("");
  const container = useLandmark();
  // What is chosen stands in the field: only once it is written over is there something to look for.
  const isSearch = query !== "" && !(chosen && query === labelOf(chosen));
  const shown = isSearch ? findZones(zones, query) : zones;
  return (
    <Field label="Time zone" error={error} hint="Used to work out what’s due today.">
      {/* Ours: Base UI hides a named one by a style attribute, which the page’s policy does not let out of the server’s HTML. */}
      <input type="hidden" name="timeZone" value={chosen?.name ?? ""} />
      <Combobox.Root
        items={zones}
        filteredItems={shown}
        value={chosen}
        onValueChange={(zone) => zone && setChosen(zone)}
        onInputValueChange={setQuery}
        itemToStringLabel={labelOf}
        isItemEqualToValue={(a: Zone, b: Zone) => a.name === b.name}
        autoHighlight
      >
        <Combobox.InputGroup className="relative">
          <Combobox.Input autoComplete="off" spellCheck={false} className={`h-9 pr-9 max-sm:h-11 ${boxed}`} />
          <Combobox.Trigger
            aria-label="Show time zones"
            className="absolute inset-y-0 right-0 flex w-9 items-center justify-center text-soft"
          >
            <ChevronDown size={16} aria-hidden />
          </Combobox.Trigger>
        </Combobox.InputGroup>
        <Combobox.Portal container={container}>
          <Combobox.Positioner align="start" sideOffset={4} className="z-50">
            <Combobox.Popup className={`max-h-72 w-(--anchor-width) overflow-y-auto p-1 ${floating}`}>
              <Combobox.Empty className="p-2 text-small text-soft empty:hidden">
                No time zone by that name. Try a larger city or the country.
              </Combobox.Empty>
              <Combobox.List>
                {(zone: Zone) => (
                  <Combobox.Item
                    key={zone.name}
                    value={zone}
                    className="flex min-h-8 pointer-coarse:min-h-11 items-center gap-2.5 rounded px-2.5 py-1 data-highlighted:bg-shade"
                  >
                    <span className="min-w-0 flex-1 truncate">{labelOf(zone)}</span>
                    <span className="max-w-32 truncate text-small text-soft">{zone.country}</span>
                    <Combobox.ItemIndicator>
                      <Check size={14} aria-hidden className="text-accent-ink" />
                    </Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  );
}
