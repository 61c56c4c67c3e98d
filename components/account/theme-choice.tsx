"use client";

import { useSyncExternalStore } from "react";

const themes = [
  { value: "system", label: "Match system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

type Theme = (typeof themes)[number]["value"];

const CHANGED = "tandem:theme";

/** Light, dark, or as the system has it; kept by this browser, and read before the first paint by the root layout. */
export function ThemeChoice() {
  const chosen = useSyncExternalStore(listen, read, () => "system" as const);
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-small text-soft">Theme</legend>
      <div className="inline-flex flex-wrap rounded border border-line bg-shade p-0.5">
        {themes.map(({ value, label }) => (
          <label
            key={value}
            className="cursor-pointer rounded-[6px] px-3 py-1.5 text-base text-soft has-checked:bg-lift has-checked:text-ink has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-accent max-sm:py-2.5"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={chosen === value}
              onChange={() => choose(value)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Another tab's choice comes as "storage", this one's own as an event of ours. */
function listen(onChange: () => void) {
  window.addEventListener("storage", onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

function read(): Theme {
  try {
    const theme = localStorage.getItem("theme");
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return "system";
  }
}

function choose(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // A browser that keeps nothing still shows it until the page is left.
  }
  window.dispatchEvent(new Event(CHANGED));
}
