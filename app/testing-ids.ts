import { z } from "zod";

/** The way to a value within an input. */
export type Path = Array<string | number>;
type Node = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  maxLength?: number;
  maxItems?: number;
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
  const paths = walk(schema as Node, under, isId);
  return [...new Map(paths.map((path) => [path.join("."), path])).values()];
}

/** Where an input takes text or lists of any length: each would be read, and walked over, as far as a body goes. */
export function unboundedIn(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Node;
  return walk(json, [], isUnbounded).map((path) => path.join(".") || "(the input)");
}

/** A format and a pattern say how long a text is: ours have no open end. */
const isUnbounded = ({ type, maxLength, maxItems, format, pattern, enum: values, const: value }: Node) =>
  (type === "array" && maxItems === undefined) ||
  (type === "string" && (maxLength ?? format ?? pattern ?? values ?? value) === undefined);

const isId = ({ format }: Node) => format === "uuid";

/** The ways to the nodes that are looked for. */
function walk(node: Node, path: Path, isWanted: (node: Node) => boolean): Path[] {
  const { anyOf = [], properties = {}, items, additionalProperties: more } = node;
  return [
    ...(isWanted(node) ? [path] : []),
    ...anyOf.flatMap((each) => walk(each, path, isWanted)),
    ...Object.entries(properties).flatMap(([name, each]) => walk(each, [...path, name], isWanted)),
    ...(items ? walk(items, [...path, 0], isWanted) : []),
    ...(typeof more === "object" ? walk(more, [...path, "any"], isWanted) : []),
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
