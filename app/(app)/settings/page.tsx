import type { Metadata } from "next";
import { Suspense } from "react";
import { currentToken, requireUser } from "@/auth";
import { Settings } from "@/components/account/settings";
import { View } from "@/components/tasks/view";
import { Skeleton } from "@/components/ui/skeleton";
import * as sessions from "@/db/sessions";

export const metadata: Metadata = { title: "Settings" };

export default function SettingsPage() {
  return (
    <View name="Settings">
      <div className="mt-8 max-w-lg">
        <Suspense fallback={<Coming />}>
          <Body />
        </Suspense>
      </div>
    </View>
  );
}

async function Body() {
  const user = await requireUser();
  return <Settings user={user} sessions={await sessions.list(user.id, { token: await currentToken() })} />;
}

function Coming() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      {["name", "zone", "week", "order"].map((field) => (
        <Skeleton key={field} className="h-14" />
      ))}
    </div>
  );
}
