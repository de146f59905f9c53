import { EndToEndHarness } from "../e2e/harness";
import { EAST, namePlugin } from "../e2e/with-provider";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";

const TWICE = `${EAST}
  const also = new Provider("also", { host: config.require("host"), ...login });`;
const service = (name: string, opts: string, args = 'svm: { name: "svm1" }') =>
  `const ${name} = new IscsiService("${name}", { ${args} }, ${opts});`;
const host = (name: string, opts: string, password = "password-12-b") =>
  `const ${name} = new IscsiCredentials("${name}", { svm: { name: "svm1" }, initiator: "${HOST}", authenticationType: "chap",
    chap: { inbound: { user: "host1", password: "${password}" } } }, ${opts});`;

describe("Resources with a provider object", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start("");
    namePlugin(end.project);
    await end.byHand("POST", "services", { svm: { name: "svm1" }, target: { alias: "by-hand" } });
    await end.byHand("POST", "credentials", { svm: { name: "svm1" }, initiator: HOST, authentication_type: "deny" });
  });
  beforeEach(() => end.requests());
  afterAll(() => end?.stop());

  test("are refused where two of one object mean the same, and only there", async () => {
    const both = (provider: string) =>
      `${TWICE}${service("first", "{ provider: east }")}${service("second", `{ provider: ${provider} }`)}`;
    end.setProgram(both("east"));
    const refused = await end.project.preview();
    expect(refused.code).not.toBe(0);
    expect(refused.text).toMatch(
      /IscsiService "(first|second)" means the same object as IscsiService "(first|second)"/,
    );
    for (const provider of ["also", "undefined"]) {
      end.setProgram(both(provider));
      expect((await end.project.preview()).text).not.toContain("means the same object");
    }
  });

  test("read what exists, by the method get", async () => {
    end.setProgram(`${EAST}
      const found = IscsiService.get("found", "${SVM1}", {}, { provider: east });
      const foundHost = IscsiCredentials.get("foundHost", "${SVM1}/${HOST}", {}, { provider: east });
      exports.found = pulumi.all([found.svm, found.target, found.svmName, foundHost.authenticationType]);
      exports.kinds = [IscsiService.isInstance(found), IscsiCredentials.isInstance(found), Provider.isInstance(east)];`);
    expectExit(await end.project.up(), 0);
    expect(await end.project.outputs()).toEqual({
      found: [{ name: "svm1", uuid: SVM1 }, { alias: "by-hand" }, "svm1", "deny"],
      kinds: [true, false, true],
    });
  });

  test("adopt what exists by the option import, which dynamic resources refuse", async () => {
    const imported = (id: string, opts = "") => `{ provider: east, import: "${id}"${opts} }`;
    const args = `svm: { name: "svm1", uuid: "${SVM1}" }, target: { alias: "by-hand" }`;
    end.setProgram(`${EAST}${service("existing", imported(SVM1), args)}`);
    expectExit(await end.project.up(), 0);
    await end.requests();
    end.setProgram(`${EAST}${service("existing", "{ provider: east }", args)}`);
    await end.project.expect(["preview", "--expect-no-changes"]);
    expect(await end.requests()).toEqual([]);
    end.setProgram(service("existing", `{ import: "${SVM1}" }`, args));
    expect((await end.project.preview()).text).toContain("the option import does not work for dynamic resources");
  });

  test("warn of a certificate that nobody checks, and of a password of an unusual length, once", async () => {
    end.setProgram(`${EAST}
      const open = new Provider("open", { host: config.require("host"), ...login, insecure: pulumi.output(true) });
      ${host("short", "{ provider: open }", "short")}`);
    const [, diagnostics = ""] = (await end.project.preview()).text.split("Diagnostics:");
    expect(diagnostics.match(/Provider "open": insecure is true/g)).toHaveLength(1);
    expect(diagnostics).not.toContain('Provider "east": insecure');
    expect(diagnostics.match(/IscsiCredentials "short", chap.inbound.password, 5 bytes/g)).toHaveLength(1);
  });

  test("are not made of dynamic ones by a transform, which is said", async () => {
    end.setProgram(`${EAST}
      pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
        type.includes("Iscsi") ? { props, opts: { ...opts, provider: east } } : undefined);
      ${service("late", "{}")}`);
    const { code, text } = await end.project.preview();
    expect(code).not.toBe(0);
    expect(text).toContain("It is a dynamic resource, to which a transform gave a provider.");
  });

  test("are not reached where the provider is given an argument that it does not have, whose value is not shown", async () => {
    end.setProgram(`${EAST}
      new Provider("wrong", { host: config.require("host"), pasword: "canary-94f6"  });`);
    const { code, text } = await end.project.preview();
    expect(code).not.toBe(0);
    expect(text).toContain("there is no such key; did you mean password?");
    expect(text).not.toContain("canary");
    end.setProgram(`${EAST}
      new Provider("wrong", { host: config.require("host"), ...login, insecure: "canary-a5e7" });`);
    const { text: mistyped } = await end.project.preview();
    expect(mistyped).toContain("it must be true or false");
    expect(mistyped).not.toContain("canary");
  });
});
