"use client";

import { Trouble } from "@/components/account/trouble";

/** Whatever a page throws and nothing nearer catches. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <Trouble error={error} retry={retry} />
    </main>
  );
}
