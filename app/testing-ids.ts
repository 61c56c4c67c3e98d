import { z } from "zod";

/** The way to a value within an input. */
export type Path = Array<string | number>;
type Node = {
  format?: string;
  anyOf?: Node[];
  properties?: Record<string, Node>;
  items?: Node;
  additionalProperties?: Node | boolean;
};

/** Where an input takes ids, for its own schema says so; in a list, its first element. */
export function idsIn(schema: z.ZodType | undefined, under: Path = []): Path[] {
  return schema ? idsInJson(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), under) : [];
}

/** The same of a schema that is JSON already. */
export function idsInJson(schema: object, under: Path = []): Path[] {
  const paths = walk(schema as Node, under);
  return [...new Map(paths.map((path) => [path.join("."), path])).values()];
}

function walk({ format, anyOf = [], properties = {}, items, additionalProperties: more }: Node, path: Path): Path[] {
  if (format === "uuid") return [path];
  return [
    ...anyOf.flatMap((each) => walk(each, path)),
    ...Object.entries(properties).flatMap(([name, each]) => walk(each, [...path, name])),
    ...(items ? walk(items, [...path, 0]) : []),
    ...(typeof more === "object" ? walk(more, [...path, "any"]) : []),
  ];
}

/** The input with another value at this place, which is made where it is not there. */
export function put(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") {
    const [first, ...others] = Array.isArray(input) ? input : [];
    return [put(first, rest, value), ...others];
  }
  const fields = (input ?? {}) as Record<string, unknown>;
  return { ...fields, [step]: put(fields[step], rest, value) };
}
