import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** The headless shell first, as Playwright itself prefers it: without a browser's own windows the tests take two thirds of the time. */
const names = [
  ...["chromium-headless-shell", "chrome-headless-shell"],
  ...["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
];

const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(existsSync);
}

function downloaded(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * The Chromium that the browser tests drive: `CHROMIUM_PATH` where it is set, else the system's headless shell, Chromium or Chrome, else
 * Playwright's own download.
 * @returns an absolute path, or `undefined` when there is none.
 * @throws when `CHROMIUM_PATH` names a file that is not there.
 */
export function find(): string | undefined {
  const override = process.env.CHROMIUM_PATH;
  if (override && !existsSync(override)) throw new Error(`CHROMIUM_PATH names ${override}, and there is no such file.`);
  return override || installed() || downloaded();
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}

function installFromDebian(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return false;
  const install = (name: string) => run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
  return run("apt-get", ["update", "-qq"]) && (install("chromium-headless-shell") || install("chromium"));
}

/**
 * Finds a browser, or installs one: Playwright's download first; failing that, as root on Debian, apt.
 * @throws an Error that says what a person can do when neither works.
 */
export function ensure(): string {
  const found = find();
  if (found) return found;
  console.log("No Chromium or Chrome on this machine: installing one for the browser tests…");
  const path = (run("npx", ["playwright", "install", "chromium"]) && find()) || (installFromDebian() && find());
  if (path) return path;
  throw new Error(
    "No browser for the end-to-end tests could be found or installed. Install Chromium or Google Chrome, " +
      "or name one yourself: CHROMIUM_PATH=/path/to/chrome npm test",
  );
}
