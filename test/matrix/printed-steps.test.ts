import type { WireRecord } from "../../simulator/query";
import { ontapIscsi } from "../cli/executable";
import { ImportWorld } from "../cli/import/folder";
import { shellLine } from "../cli/shell";
import { realEngine } from "../engine/environment";
import { parseReport } from "../engine/report";

const chap = (user: string) => ({ user, password: `array-${user}-secret` });
const row = (initiator: string, more: WireRecord) => ({
  svm: { name: "svm1" },
  initiator: `iqn.1998-01.com.example:${initiator}`,
  authentication_type: "chap",
  chap: more,
});

let world: ImportWorld;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  world = await ImportWorld.start({
    svms: [{ name: "svm1" }],
    services: [{ svm: { name: "svm1" }, enabled: true }],
    credentials: [row("known", { inbound: chap("a") }), row("unknown", { inbound: chap("b"), outbound: chap("c") })],
  });
  env = world.pulumi(await realEngine());
});
afterAll(() => world?.stop());

it("prints steps that work line by line, from an empty folder to a preview that shows the passwords that were not known and nothing else", async () => {
  const known = world.passwords({ "svm1/iqn.1998-01.com.example:known": { inbound: "array-a-secret" } });
  const { code, stdout, stderr } = await world.run(["--passwords", known]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("# 2 passwords not known");
  expect(stdout).not.toMatch(/array-.-secret/);
  expect(stdout).not.toContain(world.password);

  const inputs: Readonly<Record<string, string>> = {
    "pulumi config set --secret ontap-iscsi:password": world.password,
    "pulumi config set --secret svm1-unknown": "array-b-secret",
    "pulumi config set --secret svm1-unknown-outbound": "array-c-secret",
  };
  const asked: string[] = [];
  let printed = "";
  for (const line of stdout.split("\n").filter((text) => !/^(#|cd |$)/.test(text))) {
    const input = inputs[line];
    if (input !== undefined) {
      asked.push(line);
    }
    if (line === "pulumi preview") {
      expect(await previewChanges()).toEqual(ADDED);
    } else {
      printed += await shellLine(line, { cwd: world.out, env, ...(input === undefined ? {} : { input }) });
    }
  }
  expect(asked).toEqual(Object.keys(inputs));
  expect(stdout).toContain(`cd '${world.out}'`);
  expect(printed).not.toMatch(/array-.-secret/);

  await shellLine("pulumi up --yes --skip-preview", { cwd: world.out, env });
  const drift = await ontapIscsi(["drift", "--cwd", world.out], { env });
  expect(drift).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("No drift: 4 clean.") });
}, 300_000);

const ADDED = {
  summary: { same: 4, update: 1 },
  diff: {
    "chap.inbound.password": expect.objectContaining({ kind: "add" }),
    "chap.outbound.password": expect.objectContaining({ kind: "add" }),
  },
};

async function previewChanges() {
  const text = await shellLine("pulumi preview --json", { cwd: world.out, env });
  const { changeSummary, steps } = parseReport({ code: 0, stdout: text, stderr: "" });
  return { summary: changeSummary, diff: steps.find(({ op }) => op === "update")?.detailedDiff };
}
