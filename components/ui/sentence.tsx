import { createElement, Fragment } from "react";

/**
 * A sentence of ours that holds names as people wrote them, in “ ”. Each name runs in its own direction, and leaves the sentence in
 * its own: else “שלח” in the middle turns round all that follows.
 */
export function Sentence({ children }: { children: string }) {
  const parts = children.split(/(?<=“)([^”]*)(?=”)/);
  return createElement(
    Fragment,
    null,
    ...parts.map((part, at) => (at % 2 === 1 ? createElement("bdi", null, part) : part)),
  );
}
