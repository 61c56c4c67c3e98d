import Link from "next/link";
import { OrphanedLine } from "@/components/tags/orphaned-line";
import { View } from "@/components/tasks/view";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export default function TagNotFound() {
  const action = (
    <Button nativeButton={false} render={<Link href="/tasks" />}>
      Go to All tasks
    </Button>
  );
  return (
    <View name="Tag not found">
      <Empty action={action}>It may have been deleted. Its tasks are still there.</Empty>
      <OrphanedLine />
    </View>
  );
}
