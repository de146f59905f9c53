import { type GivenOption, type ShellDraft, shellDraft } from "./shell-command";

const WORD = /"((?:[^"\\]|\\[\s\S])*)"?|'([^']*)'?|;|[^\s;"']+/g;

/** What a line of the shell does, command by command; any order of options, white space and quotes. */
export function shellDrafts(line: string): readonly ShellDraft[] {
  return commandsIn(line.replace(/\^[IJM]/g, " ")).flatMap((tokens) => drafted(tokens) ?? []);
}

interface Token {
  readonly text: string;
  /** True in quotes, where a hyphen begins no option. */
  readonly isQuoted: boolean;
}

function commandsIn(line: string): readonly (readonly Token[])[] {
  const commands: Token[][] = [[]];
  for (const [all, double, single] of line.matchAll(WORD)) {
    if (all === ";") {
      commands.push([]);
    } else {
      const inner = double?.replace(/\\([\s\S])/g, "$1") ?? single;
      commands.at(-1)?.push({ text: inner ?? all, isQuoted: inner !== undefined });
    }
  }
  return commands;
}

function drafted(tokens: readonly Token[]): ShellDraft | undefined {
  const firstOption = tokens.findIndex(isOption);
  const words = tokens.slice(0, firstOption < 0 ? undefined : firstOption).map(({ text }) => text);
  const options: Array<{ name: string | undefined; values: string[] }> = [];
  for (const token of firstOption < 0 ? [] : tokens.slice(firstOption)) {
    if (isOption(token)) {
      options.push({ name: token.text.slice(1), values: [] });
    } else {
      options.at(-1)?.values.push(token.text);
    }
  }
  return shellDraft(words, options.map(givenOption));
}

function isOption({ text, isQuoted }: Token): boolean {
  return !isQuoted && /^-[a-z]/i.test(text);
}

function givenOption({ name, values }: { name: string | undefined; values: readonly string[] }): GivenOption {
  // A list is any of its items, as an expression of ONTAP's query language has it.
  return {
    name,
    value: values
      .flatMap((value) => value.split(","))
      .filter(Boolean)
      .join("|"),
  };
}
