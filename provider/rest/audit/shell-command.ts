import { type Draft, draft } from "./draft";
import { type ShellCommand, type ShellOption, securityCommands, serviceCommands, shellOptions } from "./operation";
import type { Reach, Target } from "./target";

/** An option as it was given, without its hyphen; one without a name was given by its position. */
export interface GivenOption {
  readonly name: string | undefined;
  readonly value: string;
}

/** What a command of the shell does. */
export type ShellDraft = Draft<ShellCommand>;

/** Options that name the object; those without a name are these, in this order. */
const NAMING = ["vserver", "initiator-name"] as const;
/** Options that change nothing. */
const HARMLESS = ["foreground", "force"] as const;
const OPTIONS = Object.keys(shellOptions).filter(isShellOption);
/** The least of a word that is taken for its abbreviation. */
const SHORTEST = 2;

/** What a command of the shell does to objects of this package; undefined where it is none that changes them. */
export function shellDraft(words: readonly string[], options: readonly GivenOption[]): ShellDraft | undefined {
  const [first = "", ...rest] = words;
  const isVserver = resolve(first, ["vserver"]) !== undefined;
  const [noun = "", ...below] = isVserver ? rest : words;
  if (isVserver && resolve(noun, ["delete"], 3) !== undefined) {
    return built("vserver delete", "delete", "service and credentials", below, options);
  }
  if (resolve(noun, ["iscsi"]) === undefined) {
    return undefined;
  }
  const [verb = "", ...more] = below;
  if (resolve(verb, ["security"]) !== undefined) {
    return securityDraft(more, options);
  }
  const command = resolve(verb, [...keysOf(serviceCommands), "show", "session", "security"]);
  if (command === undefined || !isKeyOf(serviceCommands, command)) {
    return undefined;
  }
  const action = serviceCommands[command];
  const reach = action === "delete" ? "service and credentials" : "service";
  const switched = command === "start" || command === "stop";
  const drafted = built(`vserver iscsi ${command}`, action, reach, more, options);
  return switched ? { ...drafted, fields: ["enabled"] } : drafted;
}

function securityDraft(
  [verb = "", ...more]: readonly string[],
  options: readonly GivenOption[],
): ShellDraft | undefined {
  const command = resolve(verb, [...keysOf(securityCommands), "show"]);
  if (command === undefined || !isKeyOf(securityCommands, command)) {
    return undefined;
  }
  const drafted = built(`vserver iscsi security ${command}`, securityCommands[command], "credential", more, options);
  return command === "default"
    ? { ...drafted, targets: drafted.targets.map((target) => ({ ...target, initiator: "default" })) }
    : drafted;
}

/** Words after the command are values by position, as options without a name are. */
function built(
  command: ShellCommand,
  action: Draft["action"],
  reach: Reach,
  positional: readonly string[],
  options: readonly GivenOption[],
): ShellDraft {
  const all = [...positional.map((value) => ({ name: undefined, value })), ...options];
  const unnamed = all.filter(({ name }) => name === undefined);
  let target: Target = {};
  const keys: ShellOption[] = [];
  let more = false;
  for (const given of all) {
    const known = given.name === undefined ? NAMING[unnamed.indexOf(given)] : knownOption(given.name);
    if (known === "vserver") {
      target = { ...target, svmName: given.value };
    } else if (known === "initiator-name") {
      target = { ...target, initiator: given.value };
    } else if (known !== undefined && isShellOption(known)) {
      keys.push(known);
    } else if (known === undefined) {
      more = true;
    }
  }
  const inOrder = OPTIONS.filter((option) => keys.includes(option));
  return draft(command, action, reach, [target], {
    keys: inOrder.map((option) => `-${option}` as const),
    fields: inOrder.flatMap((option) => shellOptions[option]),
    more,
  });
}

function knownOption(name: string) {
  return resolve(name.replaceAll("_", "-"), [...NAMING, ...HARMLESS, ...OPTIONS]);
}

/** The one of several words that a word is or abbreviates, in any case. */
function resolve<Word extends string>(given: string, words: readonly Word[], shortest = SHORTEST): Word | undefined {
  const text = given.toLowerCase();
  const begun = text.length < shortest ? [] : words.filter((word) => word.startsWith(text));
  return words.find((word) => word === text) ?? (begun.length === 1 ? begun[0] : undefined);
}

function isShellOption(name: string): name is ShellOption {
  return isKeyOf(shellOptions, name);
}

function isKeyOf<Words extends object>(words: Words, name: string | number | symbol): name is keyof Words {
  return Object.hasOwn(words, name);
}

function keysOf<Words extends object>(words: Words): ReadonlyArray<Extract<keyof Words, string>> {
  return Object.keys(words).filter((name): name is Extract<keyof Words, string> => isKeyOf(words, name));
}
