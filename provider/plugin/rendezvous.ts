import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SharedWith, Sharing } from "../lifecycle/sharing";
import { codeOf } from "../rest/cause";
import { nameInUrn } from "../schema/urn";

const PREFIX = "ontap-iscsi-run-";
/** Only the user may look inside, let alone write. */
const PRIVATE = 0o700;
const ANYBODY_ELSE = 0o077;
/** Ends the name of a file that says of an SVM that the user was told. */
const TOLD = ".told";
/** An empty folder may be one that another process has only just made; after this time, in milliseconds, it is none. */
const BEGINNING_MS = 3_600_000;

/**
 * A folder in which the providers of one run of the engine, each a process of its own, note on which SVMs they work. A
 * note is a file named by hashes, and by the process that works there; it holds the provider's URN and no secret.
 */
export class Rendezvous implements Sharing {
  static #made = 0;
  readonly #prefix: string;
  readonly #folder: string;
  readonly #own: string;
  readonly #joined = new Set<string>();
  #isEntered = false;
  #hasLeft = false;

  /** `engine` is the address of the engine of this run, `urn` that of the provider, `root` where the folder is made. */
  constructor(
    engine: string,
    readonly urn: string,
    readonly root = tmpdir(),
  ) {
    Rendezvous.#made += 1;
    this.#prefix = `${PREFIX}${process.getuid?.() ?? "user"}-`;
    this.#folder = join(root, `${this.#prefix}${hash(engine)}`);
    this.#own = `${process.pid}.${Rendezvous.#made}`;
  }

  join(svm: readonly string[]): SharedWith {
    try {
      this.#enter();
      const keys = svm.map(hash);
      for (const key of keys) {
        this.#note(key);
      }
      const others = this.#others(keys);
      const other = others.find((urn) => urn !== this.urn && urn !== "");
      // For every key, so that it is told once however the SVM is named.
      const isNews = other !== undefined && keys.map((key) => this.#write(key + TOLD)).every(Boolean);
      return { isShared: others.length > 0, news: isNews ? [nameInUrn(this.urn), nameInUrn(other)] : undefined };
    } catch {
      // Without a place to meet nobody knows who else is there.
      return { isShared: true };
    }
  }

  /** Takes its notes away, and the folder after the last one. Never throws. */
  leave(): void {
    for (const name of this.#joined) {
      quietly(() => rmSync(join(this.#folder, name)));
    }
    this.#joined.clear();
    this.#hasLeft = true;
    quietly(() => removeIfLeft(this.#folder, () => true));
  }

  /** Makes the folder, and removes those of runs that ended in some other way. Throws where it is not ours alone. */
  #enter(): void {
    if (this.#hasLeft) {
      throw new Error("this one has left");
    }
    if (this.#isEntered) {
      return;
    }
    mkdirSync(this.#folder, { mode: PRIVATE, recursive: true });
    const { uid, mode } = lstatSync(this.#folder);
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & ANYBODY_ELSE) !== 0)) {
      throw new Error("the folder is not private");
    }
    this.#isEntered = true;
    for (const name of readdirSync(this.root).filter((found) => found.startsWith(this.#prefix))) {
      const folder = join(this.root, name);
      if (folder !== this.#folder) {
        quietly(() => removeIfLeft(folder, isOld));
      }
    }
  }

  #note(key: string): void {
    const name = `${key}.${this.#own}`;
    if (!this.#joined.has(name)) {
      this.#write(name);
      this.#joined.add(name);
    }
  }

  /** URNs of the providers that other processes serve there; empty for one that is only just being noted. */
  #others(keys: readonly string[]): readonly string[] {
    return readdirSync(this.#folder)
      .filter((name) => keys.includes(name.split(".")[0] ?? "") && !this.#joined.has(name) && isAlive(name))
      .map((name) => readFileSync(join(this.#folder, name), "utf8"));
  }

  /** Makes a file, and says whether there was none of that name. */
  #write(name: string): boolean {
    try {
      writeFileSync(join(this.#folder, name), this.urn, { flag: "wx", mode: 0o600 });
      return true;
    } catch (error) {
      if (codeOf(error) === "EEXIST") {
        return false;
      }
      throw error;
    }
  }
}

/** Removes a folder in which no process has noted anything that is still there; an empty one if it may go. */
function removeIfLeft(folder: string, mayGoEmpty: (folder: string) => boolean): void {
  const names = readdirSync(folder);
  if (names.length === 0 ? mayGoEmpty(folder) : !names.some(isAlive)) {
    rmSync(folder, { recursive: true });
  }
}

function isOld(folder: string): boolean {
  return Date.now() - lstatSync(folder).mtimeMs > BEGINNING_MS;
}

/** True where a file is a note, and the process is there that made it. */
function isAlive(name: string): boolean {
  const pid = Number(name.split(".")[1]);
  if (!Number.isSafeInteger(pid)) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What cannot be removed is removed by a later run.
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
