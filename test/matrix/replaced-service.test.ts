import { EndToEndHarness } from "../e2e/harness";
import { HOST } from "../names";

const REPLACE = ["up", "--yes", "--skip-preview", "--replace", "**IscsiService::service"];

interface State {
  readonly services: { svm: { name: string } }[];
  readonly credentials: { svm: { name: string }; initiator: string; authentication_type: string }[];
  readonly sessions: unknown[];
}

describe("What goes with a replaced service, on the real engine", () => {
  let end: EndToEndHarness;
  const service = (args: object = {}, opts = "{}") =>
    `const service = new IscsiService("service", ${JSON.stringify({ svm: { name: "svm1" }, ...args })}, ${opts});`;
  const rows = (svm: string, opts = "{}") => `
    const fallback = new IscsiCredentials("fallback", { svm: ${svm}, initiator: "default", authenticationType: "deny" }, ${opts});
    const host = new IscsiCredentials("host", { svm: ${svm}, initiator: "${HOST}", authenticationType: "none" }, ${opts});`;
  const literal = '{ name: "svm1" }';

  beforeAll(async () => {
    end = await EndToEndHarness.start(`${service()}${rows(literal, "{ dependsOn: [service] }")}`);
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await end.requests();
  });
  afterAll(() => end.stop());

  const held = async (): Promise<readonly string[]> => {
    const { credentials } = await end.control<State>("GET", "/state");
    return credentials.map((row) => `${row.svm.name} ${row.initiator} ${row.authentication_type}`).sort();
  };
  const both = (svm: string) => [`${svm} default deny`, `${svm} ${HOST} none`];

  test("comes back in the same run where it only depends on it, and the preview says so", async () => {
    const preview = await end.project.preview(["--replace", "**IscsiService::service"]);
    expect(preview.text).toMatch(/~ 2 to update/);
    await end.project.expect(REPLACE);
    expect(await held()).toEqual(both("svm1"));
    await end.project.expect(["preview", "--refresh", "--expect-no-changes"]);
  });

  test("is not given up where it was found unchanged before: the replacement is refused, force or not", async () => {
    const behind = "{ dependsOn: [fallback, host] }";
    end.setProgram(`${rows(literal)}${service({ forceDisconnect: true }, behind)}`);
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await end.requests();
    const { code, text } = await end.project.run(REPLACE);
    expect(code).not.toBe(0);
    expect(text).toContain("Pass svm: service.svm");
    expect((await end.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);

    end.setProgram(`${rows(literal)}${service({ svm: { name: "svm2" }, forceDisconnect: true }, behind)}`);
    const preview = await end.project.preview();
    expect(preview).toMatchObject({ code: 1, text: expect.stringContaining("Pass svm: service.svm") });
    expect(await held()).toEqual(both("svm1"));
  });

  test("is covered by the service's forceDisconnect, and its default row is never opened", async () => {
    end.setProgram(`${service()}${rows("service.svm")}`);
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await end.logIn({ initiator: HOST, address: "10.0.0.5" });
    end.setProgram(`${service({ svm: { name: "svm2" }, forceDisconnect: true })}${rows("service.svm")}`);
    await end.requests();
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    expect(await held()).toEqual(both("svm2"));
    const requests = await end.requests();
    const opened = requests.filter(({ method, path }) => method === "PATCH" && path.endsWith("/default"));
    expect(opened).toHaveLength(1);
  });

  test("goes with it where nobody is asked about it, and a warning says how the state learns of it", async () => {
    end.setProgram(`${service({ svm: { name: "svm2" } })}${rows('{ name: "svm2" }')}`);
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    const destroyed = await end.project.expect(["destroy", "--yes", "--skip-preview", "-t", "**IscsiService::service"]);
    expect(destroyed.text).toMatch(/ONTAP deletes the SVM's iSCSI credentials with it.*pulumi refresh/s);
    await end.project.expect(["refresh", "--yes", "--skip-preview"]);
    const { deployment } = await end.project.exportState();
    expect((deployment.resources ?? []).filter(({ type }) => type.includes("Iscsi"))).toEqual([]);
  });

  test.each(["transformations", "transforms"])("goes where a service of the option %s goes", async (option) => {
    end.setProgram(`
      const move = (args) => ({ props: { ...args.props, svm: { name: "svm2" } }, opts: args.opts });
      const service = new IscsiService("service", { svm: { name: "svm1" } }, { ${option}: [move] });
      ${rows("service.svm")}`);
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    expect(await held()).toEqual(both("svm2"));
    await end.project.expect(["up", "--yes", "--skip-preview", "--expect-no-changes"]);
    await end.project.expect(["destroy", "--yes", "--skip-preview"]);
  });
});
