/** What a part of the proof found. */
export interface Part {
  /** Roles that were tried. */
  readonly roles: number;
  /** What was done with them. */
  readonly cases: number;
  /** Objects that were reported as gone, which none is. */
  readonly gone: number;
  readonly failures: readonly string[];
}

/** Parts as one. */
export function together(parts: readonly Part[]): Part {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    roles: sum(({ roles }) => roles),
    cases: sum(({ cases }) => cases),
    gone: sum(({ gone }) => gone),
    failures: parts.flatMap(({ failures }) => failures),
  };
}

/** A role as a message writes it. */
export function described(privileges: ReadonlyArray<{ readonly path: string; readonly access: string }>): string {
  return privileges.map(({ path, access }) => `${access} on ${path}`).join(", ");
}
