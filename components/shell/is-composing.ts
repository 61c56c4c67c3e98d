import type { KeyboardEvent } from "react";

/** Whether a key belongs to an input method: Safari reports the Enter that ends a composition after it, as key code 229. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
