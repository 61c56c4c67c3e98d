"use client";

import { GeistSans } from "geist/font/sans";
import { Trouble } from "@/components/account/trouble";
import "@/app/globals.css";

/** Stands in for the whole document when even the root layout failed. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body>
        <title>Something went wrong · Tandem</title>
        <main>
          <Trouble error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
