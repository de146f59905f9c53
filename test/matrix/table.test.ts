import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";

const [KEPT, LOST, NEW] = [1, 2, 3].map((n) => `iqn.1998-01.com.example:host${n}`);
const PASSWORD = "canary-of-a-row";

const program = (rows: object) => `
  const service = new IscsiService("service", { svm: { name: "svm1" } });
  new IscsiCredentialsTable("hosts", { svm: service.svm, unlisted: "remove", credentials: ${JSON.stringify(rows)} });`;
const chap = (user: string) => ({
  authenticationType: "chap",
  chap: { inbound: { user, password: PASSWORD } },
});
const none = { authenticationType: "none" };

test("A preview of a table names hosts and properties, and a refresh the hosts that it lacks; none tells a password", async () => {
  const stack = await EndToEndHarness.start(program({ [KEPT ?? ""]: chap("user1"), [LOST ?? ""]: none }));
  try {
    const { project } = stack;
    await project.up();
    await stack.calls();
    stack.setProgram(program({ [KEPT ?? ""]: chap("user2"), [NEW ?? ""]: none }));
    const diff = await project.preview(["--diff"]);
    expectExit(diff, 0);
    expect(diff.stdout).toMatch(/host1"?\s*:.*"user1" => "user2"/s);
    expect(diff.stdout).toMatch(/-\s+"?iqn\.1998-01\.com\.example:host2/);
    expect(diff.stdout).toMatch(/\+\s+"?iqn\.1998-01\.com\.example:host3/);
    const json = await project.preview(["--json"]);
    expect(json.stdout).toContain(JSON.stringify(`credentials["${KEPT}"].chap.inbound.user`));
    await project.up();
    const writes = (await stack.calls()).filter((call) => !call.startsWith("GET"));
    expect([...writes].sort()).toEqual(["DELETE credentials", "PATCH credentials", "POST credentials"]);

    await stack.byHand("POST", "credentials", { svm: { name: "svm1" }, initiator: LOST, authentication_type: "none" });
    const drift = await project.refresh(["--preview-only", "--diff"]);
    expect(drift.stdout).toMatch(/\+\s+"?iqn\.1998-01\.com\.example:host2/);
    await project.refresh();
    await stack.calls();
    await project.up();
    expect((await stack.calls()).filter((call) => !call.startsWith("GET"))).toEqual(["DELETE credentials"]);
    for (const { stdout, stderr } of [diff, json, drift]) {
      expect(stdout + stderr).not.toContain(PASSWORD);
    }
  } finally {
    await stack.stop();
  }
});
