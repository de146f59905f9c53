import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Rendezvous } from "../../../provider/plugin/rendezvous";

const urnOf = (name: string) => `urn:pulumi:dev::test::pulumi:providers:ontap-iscsi::${name}`;
const SVM = ["https://array name svm1", "https://array uuid 1"];
const BY_NAME = ["https://array name svm1"];
/** A process that is there, but has nothing to do with this: the first one. */
const ANOTHER_PROCESS = "1.1";
const NO_PROCESS = "2147483646.1";

describe("A rendezvous", () => {
  let root: string;
  let all: Rendezvous[];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "ontap-iscsi-rendezvous-"));
    all = [];
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const meet = (name: string, engine = "127.0.0.1:1") => {
    const rendezvous = new Rendezvous(engine, urnOf(name), root);
    all.push(rendezvous);
    return rendezvous;
  };

  test("of one alone is no sharing", () => {
    const east = meet("east");
    expect([east.join(SVM), east.join(SVM)]).toEqual([
      { isShared: false, news: undefined },
      { isShared: false, news: undefined },
    ]);
  });

  test("of two on an SVM is told once, by both names, and known to both from then on", () => {
    const [east, west] = [meet("east"), meet("west")];
    east.join(BY_NAME);
    expect(west.join(SVM)).toEqual({ isShared: true, news: ["west", "east"] });
    expect(west.join(SVM)).toEqual({ isShared: true, news: undefined });
    expect(east.join(SVM)).toEqual({ isShared: true, news: undefined });
  });

  test.each([
    ["on two SVMs", "127.0.0.1:1", ["https://array name svm2"]],
    ["on two arrays", "127.0.0.1:1", ["https://another name svm1"]],
    ["of two runs", "127.0.0.1:2", SVM],
  ])("of two %s is no sharing", (_what, engine, svm) => {
    meet("east").join(SVM);
    expect(meet("west", engine).join(svm).isShared).toBe(false);
  });

  test("of two processes of one provider is sharing without news", () => {
    meet("east").join(SVM);
    expect(meet("east").join(SVM)).toEqual({ isShared: true, news: undefined });
  });

  test("is private, and holds URNs alone", () => {
    meet("east").join(BY_NAME);
    const [folder = ""] = readdirSync(root);
    expect(statSync(join(root, folder)).mode & 0o777).toBe(0o700);
    const files = readdirSync(join(root, folder));
    expect(files).toHaveLength(1);
    expect(files[0]).not.toContain("svm1");
    expect(readFileSync(join(root, folder, files[0] ?? ""), "utf8")).toBe(urnOf("east"));
  });

  test("is gone with the last one", () => {
    const [east, west] = [meet("east"), meet("west")];
    east.join(SVM);
    west.join(SVM);
    east.leave();
    expect(readdirSync(root)).toHaveLength(1);
    expect(west.join(SVM).isShared).toBe(false);
    west.leave();
    expect(readdirSync(root)).toEqual([]);
    // Whoever has left does not come back, and does without.
    expect(west.join(SVM)).toEqual({ isShared: true });
    expect(readdirSync(root)).toEqual([]);
  });

  test("forgets who ended without taking leave, and removes what a whole run left so", () => {
    meet("east").join(BY_NAME);
    const [folder = ""] = readdirSync(root);
    const [note = ""] = readdirSync(join(root, folder));
    const left = note.replace(/\.\d+\.\d+$/, `.${NO_PROCESS}`);
    writeFileSync(join(root, folder, left), urnOf("west"));
    const former = folder.replace(/[^-]*$/, "0");
    mkdirSync(join(root, former));
    writeFileSync(join(root, former, left), urnOf("west"));
    const running = folder.replace(/[^-]*$/, "1");
    mkdirSync(join(root, running));
    writeFileSync(join(root, running, note.replace(/\.\d+\.\d+$/, `.${ANOTHER_PROCESS}`)), urnOf("west"));
    expect(meet("east").join(["another"]).isShared).toBe(false);
    expect(all[0]?.join(BY_NAME).isShared).toBe(false);
    expect(readdirSync(root).sort()).toEqual([folder, running].sort());
  });

  test("that cannot be had counts as sharing, without news", () => {
    writeFileSync(join(root, "file"), "");
    const nowhere = new Rendezvous("127.0.0.1:1", urnOf("east"), join(root, "file"));
    expect(nowhere.join(SVM)).toEqual({ isShared: true });
    nowhere.leave();
  });

  test("in a folder that others may look into counts as sharing", () => {
    meet("east").join(SVM);
    const [folder = ""] = readdirSync(root);
    chmodSync(join(root, folder), 0o755);
    expect(meet("west").join(SVM)).toEqual({ isShared: true });
    expect(existsSync(join(root, folder))).toBe(true);
  });
});
