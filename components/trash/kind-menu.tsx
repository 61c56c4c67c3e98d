"use client";

import { ListFilter } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoices } from "@/components/ui/menu";

const kinds = [
  { value: "all", label: "Everything" },
  { value: "task", label: "Tasks" },
  { value: "tag", label: "Tags" },
  { value: "conversation", label: "Conversations" },
] as const;

type Kind = (typeof kinds)[number]["value"];

/** Which kind of things the trash shows; it stands in the address. */
export function KindMenu() {
  return (
    <Suspense fallback={null}>
      <Choice />
    </Suspense>
  );
}

function Choice() {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const kind = kinds.find(({ value }) => value === params.get("kind")) ?? kinds[0];
  const show = (value: Kind) => router.replace((value === "all" ? path : `${path}?kind=${value}`) as Route);
  return (
    <Menu
      trigger={
        <Button tone="quiet" size="tool" aria-label={`Shown: ${kind.label}`}>
          <ListFilter size={15} strokeWidth={1.75} aria-hidden />
          {kind.label}
        </Button>
      }
    >
      <MenuChoices label="Show" value={kind.value} choices={kinds} onChange={show} />
    </Menu>
  );
}
