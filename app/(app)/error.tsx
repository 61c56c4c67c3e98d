"use client";

import { Trouble } from "@/components/account/trouble";

/** A view that could not be shown. The way around stays. */
export default function ViewError(props: { error: unknown; retry: () => void }) {
  return <Trouble {...props} />;
}
