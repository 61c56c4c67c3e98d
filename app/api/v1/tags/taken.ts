import { refused } from "@/app/api/problem";

/** A user's tags have different names, whatever the case. */
export const taken = ({ name }: { name: string }) =>
  refused([{ path: "name", message: `You already have a tag called “${name}”.` }]);
