"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

const FIRST = 8;

/** The first of very many rows, and below them a way to the rest; nothing where there are just a few more. */
export function useFirst<Row>(rows: Row[], first = FIRST) {
  const [all, setAll] = useState(false);
  const isLong = rows.length > first + 2;
  const shown = all || !isLong ? rows : rows.slice(0, first);
  const more =
    shown.length < rows.length ? (
      <div className="flex h-8 items-center border-line border-t px-3 text-small">
        <Button tone="link" onClick={() => setAll(true)}>
          Show all {rows.length.toLocaleString("en")}
        </Button>
      </div>
    ) : null;
  return { shown, more };
}
