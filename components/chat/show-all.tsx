"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

const FIRST = 8;

/**
 * The first of very many rows, and below them a way to the rest; nothing where there are just a few more.
 * @param label what that way is called, where it does not lead to all.
 */
export function useFirst<Row>(rows: Row[], label = `Show all ${rows.length.toLocaleString("en")}`) {
  const [all, setAll] = useState(false);
  const isLong = rows.length > FIRST + 2;
  const shown = all || !isLong ? rows : rows.slice(0, FIRST);
  const more =
    shown.length < rows.length ? (
      <div className="flex h-8 items-center border-line border-t px-3 text-small">
        <Button tone="link" onClick={() => setAll(true)}>
          {label}
        </Button>
      </div>
    ) : null;
  return { shown, more };
}
