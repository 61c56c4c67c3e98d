"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useKnown } from "@/components/shell/known";
import * as session from "@/components/shell/session";
import * as notices from "@/components/ui/notices";

/** Stands once in the signed-in frame: this browser is its user's from now on. */
export function SessionGuard() {
  useKnown(); // enters
  const path = usePathname();
  useEffect(() => {
    session.begin();
    const told = session.told();
    if (told) notices.warn(told);
  }, []);
  useEffect(() => session.note(path), [path]);
  return null;
}

/** Stands once in the frame for visitors. */
export function OutsideGuard() {
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page anew
  useEffect(() => session.outside(), [path]);
  return null;
}

/** On each page where a guest can get an account: what they have comes along. */
export function ComesAlong({ guest }: { guest: string }) {
  useEffect(() => session.bring(guest), [guest]);
  return null;
}
