import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export default function ConversationNotFound() {
  return (
    <div data-missing className="px-4">
      <Empty
        action={
          <Button render={<Link href="/chat" />} nativeButton={false}>
            New chat
          </Button>
        }
      >
        There is no such conversation. It may have been deleted.
      </Empty>
    </div>
  );
}
