import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Canaries } from "../support/canary/canaries";

/** Everything that was printed or kept, and which secrets it shows. */
export class Evidence {
  /** What was found, each with where. */
  readonly hits: string[] = [];
  /** How many texts were looked at, and how long they were together. */
  looked = 0;
  characters = 0;
  /** How often something was left out since it quotes a secret: without that, nothing would be shown by finding none. */
  withheld = 0;
  readonly #known = new Set<string>();

  constructor(private readonly canaries: Canaries) {}

  look(where: string, text: string): void {
    this.looked += 1;
    this.characters += text.length;
    this.withheld += text.match(/\[secret\]|message withheld/g)?.length ?? 0;
    for (const hit of this.canaries.hitsIn(text)) {
      const found = `${where} shows the ${hit}`;
      if (!this.#known.has(found)) {
        this.#known.add(found);
        this.hits.push(found);
      }
    }
  }

  /** Looks at every file below a folder whose path the filter accepts. */
  lookAtFiles(where: string, folder: string, accepts: (path: string) => boolean = () => true): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && accepts(relative(folder, path))) {
        this.look(`${where}: the file ${relative(folder, path)}`, readFileSync(path, "latin1"));
        this.look(`${where}: the name of a file`, path);
      }
    }
  }
}
