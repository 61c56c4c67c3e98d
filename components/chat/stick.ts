"use client";

import { useCallback, useLayoutEffect, useRef, useState } from "react";

/** As near to the end as counts as being there. */
const NEAR = 48;

/**
 * Keeps a scroller at its end while it grows, as long as the reader is there; one who scrolled up is left alone.
 * @param of What is shown; another thing is shown from its end.
 * @returns Refs for the scroller and its one child, `note` for its scroll event, whether the end is in sight, and the way there.
 */
export function useStick(of: object) {
  const scroller = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const top = useRef(0);
  const [atEnd, setAtEnd] = useState(true);

  const note = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const isNear = box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR;
    // Far from the end without having gone up means only that it grew before this event came.
    if (isNear || box.scrollTop < top.current) stuck.current = isNear;
    top.current = box.scrollTop;
    setAtEnd(stuck.current);
  }, []);

  const follow = useCallback(() => {
    const box = scroller.current;
    if (box && stuck.current) box.scrollTop = box.scrollHeight;
    else note();
  }, [note]);

  const toEnd = useCallback(() => {
    stuck.current = true;
    setAtEnd(true);
    follow();
  }, [follow]);

  const content = useCallback(
    (node: HTMLDivElement | null) => {
      if (!node) return;
      const observer = new ResizeObserver(follow);
      observer.observe(node);
      if (node.parentElement) observer.observe(node.parentElement);
      return () => observer.disconnect();
    },
    [follow],
  );

  // Another conversation begins at its end, too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that matters
  useLayoutEffect(toEnd, [of]);

  return { scroller, content, note, atEnd, toEnd };
}
