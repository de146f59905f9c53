import type { RunResult } from "./run";

/** One step of a `--json` preview. */
export interface ReportStep {
  /** `create`, `update`, `delete`, `replace`, `refresh`, `same`, ... */
  op: string;
  urn: string;
  /** The properties that a replacement is due to. */
  replaceReasons?: string[];
  /** By property path, such as `target.alias`. */
  detailedDiff?: Record<string, { kind: string; inputDiff: boolean }> | null;
  oldState?: Record<string, unknown>;
  newState?: Record<string, unknown>;
}

/** What `preview --json` and `refresh --preview-only --json` print. */
export interface EngineReport {
  steps: ReportStep[];
  diagnostics: { message: string; severity: string; urn?: string }[];
  changeSummary: Record<string, number>;
}

/** The report in a command's output, complete even where the engine leaves a part out. */
export function parseReport({ code, stdout, stderr }: RunResult): EngineReport {
  const start = stdout.indexOf("{");
  if (start === -1) {
    throw new Error(`no JSON in the output (exit code ${code}):\n${stdout}${stderr}`);
  }
  const parsed: Partial<EngineReport> = JSON.parse(stdout.slice(start));
  return {
    steps: parsed.steps ?? [],
    diagnostics: parsed.diagnostics ?? [],
    changeSummary: parsed.changeSummary ?? {},
  };
}

/** The one step of the resource with this name. */
export function stepOf(report: EngineReport, name: string): ReportStep {
  const found = report.steps.filter(({ urn }) => urn.endsWith(`::${name}`));
  const [step] = found;
  if (found.length !== 1 || !step) {
    throw new Error(`${found.length} steps for ${name}: ${JSON.stringify(report.steps)}`);
  }
  return step;
}
