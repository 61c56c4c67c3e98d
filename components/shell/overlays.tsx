"use client";

import { Suspense } from "react";
import { AddSheet } from "@/components/shell/add-sheet";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { KeysHelp } from "@/components/shell/keys-help";
import { Palette } from "@/components/shell/palette";
import { ScreenKeyboard } from "@/components/shell/screen-keyboard";
import { SessionGuard } from "@/components/shell/session-guard";
import { Shortcuts } from "@/components/shell/shortcuts";
import { SignedOut } from "@/components/shell/signed-out";
import { Unreachable } from "@/components/shell/unreachable";
import { Voice } from "@/components/shell/voice";
import { Notices } from "@/components/ui/notices";

/** What has no place of its own on the page: palette, sheets, notices, keys, and the voice for screen readers. */
export function Overlays() {
  return (
    <>
      <Voice />
      <Notices />
      <Unreachable />
      <Shortcuts />
      <ScreenKeyboard />
      <KeysHelp />
      <Suspense fallback={null}>
        <SessionGuard />
        <SignedOut />
        <KeepFresh />
        <Palette />
        <AddSheet />
      </Suspense>
    </>
  );
}
