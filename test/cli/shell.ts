import { spawn } from "node:child_process";

/** Runs one line of a shell with a standard input of its own, and throws with all it printed unless it ends with 0. */
export function shellLine(
  line: string,
  options: { cwd: string; env: NodeJS.ProcessEnv; input?: string },
): Promise<string> {
  const { input = "", ...where } = options;
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["-c", line], where);
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`${line}: ${code}\n${printed}`))));
    // A line may end without reading it; what became of the line is told by its exit code.
    child.stdin.on("error", () => undefined).end(input);
  });
}
