import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Simulator, startSimulator } from "../../simulator";
import { realEngine } from "../engine/environment";
import { pluginFolder } from "../engine/plugin";
import { temporaryFolder } from "./generated-sdk";
import { requireGo, runTool } from "./toolchain";

const MODULE = join(__dirname, "providertest");

/** A release whose state is to be recorded, instead of testing. */
const RECORD = process.env.ONTAP_ISCSI_RECORD;

/** What a state says of when and where it was recorded. */
const OF_THE_RECORDING = new Set(["time", "created", "modified", "sourcePosition", "stackTrace"]);

describe("Pulumi's providertest", () => {
  let root: string;
  let array: Simulator;
  beforeAll(async () => {
    root = temporaryFolder();
    array = await startSimulator();
  });
  afterAll(async () => {
    await array?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("previews, creates, shows no changes, refreshes, destroys, and accepts what earlier releases recorded", async () => {
    await requireGo();
    const home = join(root, "home");
    mkdirSync(home);
    const record = RECORD ? ["-tags", "record", "-run", "TestRecord"] : [];
    const passed = await runTool("go", ["test", "-mod=readonly", "-count=1", "-v", ...record, "./..."], {
      cwd: MODULE,
      env: {
        ...(await realEngine(["yaml"])),
        PULUMI_HOME: home,
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMITEST_RETAIN_FILES_ON_FAILURE: "false",
        ONTAP_ISCSI_PLUGIN_FOLDER: pluginFolder(root),
        ONTAP_HOST: array.url,
        ONTAP_USERNAME: array.username,
        ONTAP_PASSWORD: array.password,
      },
    });
    expect(passed.match(/^--- PASS: \w+/gm)).toEqual(
      RECORD ? ["--- PASS: TestRecord"] : ["--- PASS: TestLifecycle", "--- PASS: TestProviderUpgrade"],
    );
    if (RECORD) {
      tidy(join(MODULE, "testdata", "recorded", "TestProviderUpgrade", "upgrade", RECORD, "stack.json"));
    }
  });
});

function tidy(file: string): void {
  const state = JSON.parse(readFileSync(file, "utf8"), (key, value) => (OF_THE_RECORDING.has(key) ? undefined : value));
  writeFileSync(file, `${JSON.stringify(state, undefined, 2)}\n`);
}
