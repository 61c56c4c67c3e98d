"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Props = { name: string; autoComplete: "current-password" | "new-password" };

/** A password, hidden until one asks to see it. Stands in a `Field`. */
export function PasswordInput({ name, autoComplete }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        name={name}
        type={isShown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        className="pr-16 max-sm:h-11"
      />
      <Button
        tone="quiet"
        aria-pressed={isShown}
        aria-label="Show password"
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-1 right-1 pointer-coarse:inset-y-0 h-auto! px-2.5"
      >
        {isShown ? "Hide" : "Show"}
      </Button>
    </div>
  );
}
