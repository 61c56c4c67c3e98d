"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { useKnown } from "@/components/shell/known";
import { today } from "@/language/calendar";

const AWAY_FOR = 60_000;
const LOOK_EVERY = 30_000;

/** A list that is left open all day: it is read again when one comes back to it after a minute or more, and when the day is over. */
export function KeepFresh() {
  const router = useRouter();
  const { clock } = useKnown();
  const left = useRef(0);
  const asked = useRef("");

  const come = useEffectEvent(() => {
    if (document.hidden) left.current = Date.now();
    else if (Date.now() - left.current > AWAY_FOR) router.refresh();
  });
  // Looked for rather than waited for: a machine may sleep through midnight. Once a day, for its clock may be wrong.
  const look = useEffectEvent(() => {
    const day = today({ ...clock, now: new Date() });
    if (day === today(clock) || day === asked.current) return;
    asked.current = day;
    router.refresh();
  });
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener("visibilitychange", come);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", come);
    };
  }, []);
  return null;
}
