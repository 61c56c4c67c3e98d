"use client";

import type { Route } from "next";
import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import { CLOSED } from "@/components/chat/before-paint";
import { focus } from "@/components/chat/focus";
import { storage } from "@/components/chat/storage";
import { useKnown } from "@/components/shell/known";
import * as session from "@/components/shell/session";
import { BESIDE, matches, onMedia } from "@/components/ui/media";

/** Which conversation the user's dock showed. */
const SHOWN = "conversation";

const memory = storage("localStorage");
let over = false;
/** What the address named when another conversation was chosen in its place. */
let spent: string | undefined;
let opener: Element | null = null;
let summoned = false;
const listeners = new Set<() => void>();

/** Whether the dock is open. Beside the list that is remembered; over it, it is closed at first. The server says it is open. */
export function useOpen(): boolean {
  return useSyncExternalStore(subscribe, isOpen, () => true);
}

/** Where the dock is, for globals.css: beside the list, over it, or nowhere. */
export function usePlace(isPage: boolean): "beside" | "over" | "closed" {
  const beside = useSyncExternalStore(subscribe, isBeside, () => true);
  const open = useOpen();
  if (isPage || !open) return "closed";
  return beside ? "beside" : "over";
}

/**
 * The dock's conversation: the one that the address names (`?chat=`), else the one last looked at. Undefined for a new one, null
 * until the browser is there to tell.
 */
export function useShown(): string | undefined | null {
  useKnown(); // so that it is known whose it is
  useSearchParams(); // so that a link that names another one is followed
  return useSyncExternalStore(subscribe, current, () => null);
}

export function remember(id: string | undefined) {
  session.keep(SHOWN, id);
  changed();
}

/**
 * Shows another conversation in the dock, or a new one. The address stays as it is: a refresh that overlaps a shallow change of
 * the query makes Next load the page anew (16.4), which would end the stream. `?chat=` opens a conversation, and that is all.
 */
export function show(id: string | undefined) {
  spent = named();
  remember(id);
}

/** Shows a new conversation in the dock, ready to be written to. */
export function begin() {
  show(undefined);
  focus(document.querySelector<HTMLElement>("#dock textarea"));
}

/** The page of the dock's conversation, where there is no room for a dock. */
export function lastPage(): Route {
  return pageOf(current());
}

/** The page of a conversation, or of a new one. */
export function pageOf(id: string | undefined | null): Route {
  return id ? (`/chat/${id}` as Route) : "/chat";
}

/** Whether the dock, open or not, has this conversation. */
export function isShown(id: string): boolean {
  return current() === id;
}

/** Opens the dock with the focus in its box, or closes it and gives the focus back, unless that is elsewhere by now. */
export function toggle() {
  const opening = !isOpen();
  const hadFocus = document.activeElement?.closest("#dock") != null;
  if (opening) opener = document.activeElement;
  summoned = opening;
  if (isBeside()) memory.put(CLOSED, opening ? undefined : "yes");
  else over = opening;
  changed();
  if (!opening && hadFocus) giveBack();
}

/** To what had it when the dock was opened; where that is gone, or it never was opened, to the button that opens it. */
function giveBack() {
  const buttons = [...document.querySelectorAll("[aria-controls=dock]")];
  const to = opener?.isConnected ? opener : buttons.find((button) => button.checkVisibility());
  if (to instanceof HTMLElement) to.focus();
}

/** Whether the dock was opened by hand, rather than being open when the page came. */
export function wasSummoned(): boolean {
  return summoned;
}

function current(): string | undefined {
  const wanted = named();
  return wanted && wanted !== spent ? wanted : session.kept(SHOWN);
}

function named() {
  return new URLSearchParams(window.location.search).get("chat") ?? undefined;
}

function isBeside() {
  return matches(BESIDE);
}

function isOpen() {
  return isBeside() ? memory.get(CLOSED) === undefined : over;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  const stop = onMedia(BESIDE, listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}

function changed() {
  for (const listener of listeners) listener();
}
