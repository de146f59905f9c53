/** What is wrong with a target alias: 1 to 128 printable characters other than space. Undefined if it is right. */
export function aliasProblem(alias: string): string | undefined {
  const length = [...alias].length;
  if (length < 1 || length > 128) {
    return "must have 1 to 128 characters";
  }
  return /[\p{C}\p{Z}]/u.test(alias) ? "can hold any printable character except space" : undefined;
}
