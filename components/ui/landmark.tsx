"use client";

import { createContext, type ReactNode, type RefObject, useContext } from "react";

type Place = RefObject<HTMLElement | null>;

const inMain: Place = {
  get current() {
    return document.querySelector("main");
  },
};
const besideItsOpener: Place = { current: null };

const Landmark = createContext(inMain);

/**
 * Where a menu or a list of completions stands in the document (`container` of its portal): in the page's main landmark, so that it is found
 * by landmarks as its button is. Within what floats itself, it stands there.
 */
export const useLandmark = () => useContext(Landmark);

/** Around the content of whatever floats and can open more: that stands beside it, or in `place`, where that does not cut it off. */
export function Floating({ place = besideItsOpener, children }: { place?: Place; children: ReactNode }) {
  return <Landmark value={place}>{children}</Landmark>;
}
