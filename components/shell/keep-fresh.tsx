"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

const AWAY_FOR = 60_000;

/** A list that is left open all day: when one comes back to it after a minute or more, it is read again. */
export function KeepFresh() {
  const router = useRouter();
  const left = useRef(0);
  const look = useEffectEvent(() => {
    if (document.hidden) left.current = Date.now();
    else if (Date.now() - left.current > AWAY_FOR) router.refresh();
  });
  useEffect(() => {
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return null;
}
