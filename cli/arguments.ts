import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../provider/schema";
import { UsageError } from "./usage-error";

type OptionConfigs = NonNullable<ParseArgsConfig["options"]>;

/** The options that were given, by name. */
export type Values<Options extends OptionConfigs> = ReturnType<
  typeof parseArgs<{ readonly args: string[]; readonly options: Options }>
>["values"];

/** What some options mean where they are given without a value, by name: `{ "fail-on-unmanaged": "any" }`. */
export type ImpliedValues = Readonly<Record<string, string>>;

/**
 * The options among the arguments of a subcommand, by name. An option in `implied` takes its value only behind an equals
 * sign (`--watch=5s`). Throws {@link UsageError} for all that is none of the options, with the option that was meant.
 */
export function readArguments<Options extends OptionConfigs>(
  args: readonly string[],
  options: Options,
  implied: ImpliedValues = {},
): Values<Options> {
  const given = args.map((arg) => {
    const value = arg.startsWith("--") ? implied[arg.slice(2)] : undefined;
    return value === undefined ? arg : `${arg}=${value}`;
  });
  try {
    return parseArgs({ args: given, options }).values;
  } catch (error) {
    const wrong = problem(given, options);
    throw wrong === undefined ? error : new UsageError(wrong);
  }
}

/** Throws {@link UsageError} where one of these options has an empty value. */
export function refuseEmpty(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().includes("")) {
      throw new UsageError(`--${name} must not be empty`);
    }
  }
}

/** The value of an option that takes one of these names. Throws {@link UsageError} for any other. */
export function oneOf<Name extends string>(option: string, value: string, names: readonly Name[]): Name {
  const known = names.find((name) => name === value);
  if (known === undefined) {
    throw new UsageError(`--${option} must be one of ${names.join(", ")}`);
  }
  return known;
}

/** The first thing that is wrong, in one line. */
function problem(args: readonly string[], options: OptionConfigs): string | undefined {
  for (const token of parseArgs({ args: [...args], options, strict: false, tokens: true }).tokens) {
    const wrong =
      token.kind === "positional"
        ? `unexpected argument ${JSON.stringify(token.value)}; options start with --`
        : token.kind === "option"
          ? wrongOption(token, options)
          : undefined;
    if (wrong !== undefined) {
      return wrong;
    }
  }
  return undefined;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function wrongOption({ name, rawName, value, inlineValue }: OptionToken, options: OptionConfigs): string | undefined {
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (known === undefined) {
    const meant = nearest(name, Object.keys(options));
    return `there is no option ${rawName}${meant === undefined ? "" : `; did you mean --${meant}?`}`;
  }
  if (known.type === "boolean") {
    return value === undefined ? undefined : `${rawName} takes no value`;
  }
  if (value === undefined) {
    return `${rawName} needs a value`;
  }
  return inlineValue !== true && value.startsWith("-")
    ? `${rawName} needs a value; write ${rawName}=${value} if ${value} is meant`
    : undefined;
}
