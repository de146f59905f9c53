import { EndToEndHarness } from "../e2e/harness";
import { HOST } from "../names";

const SERVICE = `const service = new IscsiService("service", { svm: { name: "svm1" } });`;
const host = (name: string, svm = "service.svm", opts = "{}") =>
  `new IscsiCredentials("${name}", { svm: ${svm}, initiator: "${HOST}", authenticationType: "none" }, ${opts});`;

describe("Two resources that mean the same object, on the real engine", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(`${SERVICE}${host("host")}`);
    await end.project.expect(["up", "--yes", "--skip-preview"]);
  });
  afterAll(() => end?.stop());

  test("are refused in the preview, both named, once and without a stack trace", async () => {
    end.setProgram(`${SERVICE}${host("host")}${host("again")}
      new IscsiService("twin", { svm: pulumi.output(Promise.resolve({ name: "svm1" })) });`);
    const { code, text } = await end.project.preview();
    const [, diagnostics = ""] = text.split("Diagnostics:");
    for (const pair of [
      /IscsiCredentials "(host|again)" means the same object as IscsiCredentials "(again|host)"/g,
      /IscsiService "(service|twin)" means the same object as IscsiService "(twin|service)"/g,
    ]) {
      expect(diagnostics.match(pair)).toHaveLength(1);
    }
    expect(text).not.toMatch(/\n\s+at /);
    expect(code).not.toBe(0);
  });

  test("are refused in the preview where one is a row of a table", async () => {
    end.setProgram(`${SERVICE}${host("host")}
      new (require("pulumi-ontap-iscsi").IscsiCredentialsTable)("table", {
        svm: service.svm,
        credentials: { "${HOST}": { authenticationType: "none" }, "${HOST}2": { authenticationType: "none" } },
      });`);
    const { code, text } = await end.project.preview();
    expect(text).toMatch(
      /IscsiCredentials(Table)? "(host|table)" means the same object as IscsiCredentials(Table)? "(table|host)"/,
    );
    expect(text).not.toContain(`${HOST}2`);
    expect(code).not.toBe(0);
  });

  test("are not the two halves of a replacement, whether planned or forced", async () => {
    end.setProgram(`${SERVICE}${host("host", '{ name: "svm2" }')}`);
    const planned = (await end.project.expect(["preview", "--json"])).report();
    expect(planned.steps.map(({ op }) => op)).toContain("replace");
    end.setProgram(`${SERVICE}${host("host")}`);
    const { deployment } = await end.project.exportState();
    const urns = deployment.resources?.flatMap(({ urn }) => (/::(service|host)$/.test(urn) ? ["--replace", urn] : []));
    const forced = (await end.project.expect(["preview", "--json", ...(urns ?? [])])).report();
    expect(forced.steps.filter(({ op }) => op === "replace")).toHaveLength(2);
  });

  test("are not two of which a transform moves one to another object", async () => {
    const moved = `{ transformations: [({ props, opts }) => ({ props: { ...props, initiator: "${HOST}2" }, opts })] }`;
    end.setProgram(`${SERVICE}${host("host")}${host("other", "service.svm", moved)}`);
    await end.project.expect(["preview"]);
  });

  test("are told apart by what a transform of the engine gives them, which the program does not see", async () => {
    const { url, username, password } = end;
    await end.project.setConfig({
      "ontap-iscsi:clusters": { secret: JSON.stringify({ east: { host: url, username, password } }) },
    });
    const east = `{ transforms: [({ props, opts }) => ({ props: { ...props, cluster: "east" }, opts })] }`;
    end.setProgram(`${SERVICE}${host("host")}${host("other", "service.svm", east)}`);
    await end.project.expect(["preview"]);
    end.setProgram(`${SERVICE}${host("host", "service.svm", east)}${host("other", "service.svm", east)}`);
    const { code, text } = await end.project.preview();
    expect(text).toMatch(
      /IscsiCredentials "(host|other)" means the same object as IscsiCredentials "(other|host)".*cluster "east"/,
    );
    expect(code).not.toBe(0);
  });
});
