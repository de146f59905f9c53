import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { ontapIscsi } from "../cli/executable";
import { shellLine } from "../cli/shell";
import { documentText } from "../docs/documents";
import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";

const HOSTS = Array.from({ length: 6 }, (_, index) => `host${index + 1}`);
const BATCH = HOSTS.slice(0, 3);
const OLD = (host: string) => `old-secret-of-${host}`;

/** The programs or commands of the recipe, in its order; commands are part of its list. */
function recipe(language: "ts" | "sh"): readonly string[] {
  const [, text = ""] = documentText("docs/rotation.md").split("## Hundreds of hosts without an outage");
  return [...text.matchAll(new RegExp(`^ *\`\`\`${language}\n(.*?)^ *\`\`\`$`, "gms"))].map(([, block = ""]) => block);
}

interface StoredCredential {
  readonly initiator: string;
  readonly chap?: { readonly inbound: { readonly user: string; readonly password: string } };
}

describe("docs/rotation.md on the real engine", () => {
  let stack: EndToEndHarness;
  beforeAll(async () => {
    const [program = ""] = recipe("ts");
    const { outputText } = ts.transpileModule(program, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
    const plain = outputText.replace(/^import .*\n/gm, "");
    stack = await EndToEndHarness.start(plain, {
      iscsiPort: 0,
      config: {
        hosts: JSON.stringify(HOSTS),
        ...Object.fromEntries(HOSTS.map((host) => [host, { secret: OLD(host) }])),
      },
    });
    expectExit(await stack.project.up(), 0);
    for (const host of HOSTS) {
      for (const lif of ["iscsi_lif1", "iscsi_lif2"]) {
        await stack.logIn({
          initiator: `iqn.1998-01.com.example:${host}`,
          interface: lif,
          address: "10.0.0.5",
          user: host,
          password: OLD(host),
        });
      }
    }
  });
  afterAll(() => stack.stop());

  async function stored(): Promise<readonly StoredCredential[]> {
    return (await stack.control<{ credentials: readonly StoredCredential[] }>("GET", "/state")).credentials;
  }

  const portal = () => ["--portal", `svm1=127.0.0.1:${stack.simulator.iscsi?.port}`];

  async function run(command: string): Promise<number> {
    const { project } = stack;
    const env = { ...project.env, NODE_OPTIONS: "" };
    if (!command.startsWith("ontap-iscsi ")) {
      await shellLine(command, { cwd: project.folder, env: { ...process.env, ...env } });
      return 0;
    }
    const [, name = "", ...args] = command.split(" ");
    const where = name === "verify" ? portal() : [];
    return (await ontapIscsi([name, "--cwd", project.folder, ...args, ...where], { env })).code;
  }

  it("rotates a batch with all sessions held, verified before and after", async () => {
    writeFileSync(join(stack.project.folder, "batch"), BATCH.join("\n"));
    const commands = recipe("sh")
      .flatMap((block) => block.trim().split("\n"))
      .map((line) => line.trim());
    expect(commands).toHaveLength(6);
    for (const command of commands) {
      expect([command, await run(command)]).toEqual([command, 0]);
    }
    const rows = await stored();
    const passwordOf = (host: string) =>
      rows.find(({ initiator }) => initiator.endsWith(`:${host}`))?.chap?.inbound.password;
    expect(HOSTS.filter((host) => passwordOf(host) === OLD(host))).toEqual(HOSTS.slice(BATCH.length));
    expect(passwordOf("host1")).toMatch(/^[0-9a-f]{16}$/);
    const { sessions } = await stack.control<{ sessions: readonly unknown[] }>("GET", "/state");
    expect(sessions).toHaveLength(2 * HOSTS.length);
  });

  it("is found out where somebody sets a password by hand", async () => {
    const [{ uuid = "" } = {}] = (await stack.control<{ svms: { uuid: string }[] }>("GET", "/state")).svms;
    await stack.byHand("PATCH", `credentials/${uuid}/iqn.1998-01.com.example:host1`, {
      authentication_type: "chap",
      chap: { inbound: { user: "host1", password: "set-by-hand" } },
    });
    const { project } = stack;
    const found = await ontapIscsi(["verify", "--cwd", project.folder, ...portal()], {
      env: { ...project.env, NODE_OPTIONS: "" },
    });
    expectExit(found, 2);
    expect(found.stdout).toContain("the array refused the recorded password");
  });
});
