"use client";

import { useEffect } from "react";
import { matches, TOUCH } from "@/components/ui/media";

/** Less than any keyboard on a screen takes, more than a browser's own bars that come and go, in px. */
const LEAST = 120;

/**
 * Notes on the root element when a keyboard is on the screen (`data-keyboard`), and in `--keyboard` how much of the page it covers:
 * nothing where the page makes room for it by itself (`interactive-widget`), all of it on iOS.
 */
export function ScreenKeyboard() {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view || !matches(TOUCH)) return;
    const root = document.documentElement;
    let full = { width: 0, height: 0 };
    function look() {
      if (!view) return;
      const { innerWidth: width, innerHeight: height } = window;
      full = full.width === width ? { width, height: Math.max(full.height, height) } : { width, height };
      const isWriting = document.activeElement?.matches("input, textarea") ?? false;
      root.toggleAttribute("data-keyboard", isWriting && full.height - view.height > LEAST);
      const covered = Math.max(0, Math.round(height - view.height * view.scale - view.offsetTop));
      root.style.setProperty("--keyboard", `${root.hasAttribute("data-keyboard") ? covered : 0}px`);
    }
    look();
    view.addEventListener("resize", look);
    view.addEventListener("scroll", look);
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      view.removeEventListener("resize", look);
      view.removeEventListener("scroll", look);
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, []);
  return null;
}
