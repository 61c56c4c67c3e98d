import { type ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "@/db/refusal";

/**
 * What was typed after a command's name: its options, and the words besides them.
 * @param usage how to say it right, for a user who typed it wrong. @param least,most how many words there may be.
 * @throws Refusal when there are fewer or more, or an option that the command does not have.
 */
export function typed<const Options extends NonNullable<ParseArgsConfig["options"]> = Record<never, never>>(
  usage: string,
  { least = 0, most = least, options }: { least?: number; most?: number; options?: Options } = {},
): { values: Values<Options>; words: string[] } {
  const { values, positionals } = parse(usage, () => parseArgs<Config<Options>>({ options, allowPositionals: true }));
  if (positionals.length > most) throw new Refusal(`"${positionals[most]}" is one argument too many. Usage: ${usage}`);
  if (positionals.length < least) throw new Refusal(`an argument is missing. Usage: ${usage}`);
  return { values, words: positionals };
}

type Config<Options> = { options: Options | undefined; allowPositionals: true };
type Values<Options extends ParseArgsConfig["options"]> = ReturnType<typeof parseArgs<{ options: Options }>>["values"];

/** Node's errors go on, after a sentence, with advice that does not fit here. */
function parse<Parsed>(usage: string, read: () => Parsed): Parsed {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    throw new Refusal(`${error.message.split(/[.\n]/)[0]}. Usage: ${usage}`);
  }
}
