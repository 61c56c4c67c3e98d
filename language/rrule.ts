import * as loaded from "rrule";

// Node finds rrule's CommonJS build, all of it under `default`; a bundler finds its ES modules, which have no `default`.
const library: typeof loaded = Reflect.get(loaded, "default") ?? loaded;

export const RRule = library.RRule;
