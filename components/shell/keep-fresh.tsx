"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { useKnown } from "@/components/shell/known";
import { onBack, reachable } from "@/components/shell/reachability";
import { today } from "@/language/calendar";

const AWAY_FOR = 60_000;
const LOOK_EVERY = 30_000;

/** Reads an open list again when one comes back to it after a minute or more, when the day is over, and after an outage. */
export function KeepFresh() {
  const router = useRouter();
  const { clock } = useKnown();
  const left = useRef(0);
  const asked = useRef("");

  // A page that is read while the server is away would be replaced by its error.
  const refresh = useEffectEvent(() => void reachable().then(() => router.refresh()));
  const come = useEffectEvent(() => {
    if (document.hidden) left.current = Date.now();
    else if (Date.now() - left.current > AWAY_FOR) refresh();
  });
  // Looked for rather than waited for: a machine may sleep through midnight. Once a day, for its clock may be wrong.
  const look = useEffectEvent(() => {
    const day = today({ ...clock, now: new Date() });
    if (day === today(clock) || day === asked.current) return;
    asked.current = day;
    refresh();
  });
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener("visibilitychange", come);
    const stop = onBack(refresh);
    return () => {
      stop();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", come);
    };
  }, []);
  return null;
}
