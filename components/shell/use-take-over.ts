"use client";

import { type RefObject, useEffectEvent, useLayoutEffect } from "react";

/**
 * Takes over what was typed into a field before the page listened, which React would put back to what the server had.
 * @param text what the field has as far as React knows.
 * @param take `isLeft`: the field was left too, and its words wait to be saved, as those that are found.
 */
export function useTakeOver(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  text: string,
  take: (typed: string, isLeft: boolean) => void,
): void {
  const takeOver = useEffectEvent(() => {
    const typed = field.current?.value;
    if (typed !== undefined && typed !== text) take(typed, field.current !== document.activeElement);
  });
  useLayoutEffect(() => takeOver(), []);
}
