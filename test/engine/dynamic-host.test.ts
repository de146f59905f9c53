import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DynamicHost, dynamicHost } from "./dynamic-host";
import { HostError } from "./host-error";
import { layOut } from "./layout";

const TYPE = "pulumi-nodejs:dynamic/smoke:Greeting";

/** Answers with what it was called with, so that a test sees what reached the provider. */
const provider = `
exports.handler = () => ({
  configure({ config }) { this.greeting = config.require("smoke:greeting"); },
  check: async (olds, news) => news.text === "rude"
    ? { inputs: news, failures: [{ property: "text", reason: "be polite" }] }
    : { inputs: { ...news, checked: true } },
  diff: async (id, olds, news) => news.text === olds.text ? {} : { changes: true, replaces: ["text"], deleteBeforeReplace: true },
  async create(inputs) {
    if (inputs.fail) throw Object.assign(new Error("half made"), { id: "greeting-2", properties: inputs, reasons: ["half made"] });
    console.log("creating");
    return { id: "greeting-1", outs: { ...inputs, said: this.greeting + " " + inputs.text } };
  },
  read: async (id, props) => id === "gone" ? {} : { id, props, inputs: { text: props.text } },
  update: async (id, olds, news) => ({ outs: { ...news, was: olds.text } }),
  delete: async (id) => { throw new Error("cannot delete " + id); },
});`;

describe("the dynamic provider host", () => {
  const root = mkdtempSync(join(tmpdir(), "ontap-iscsi-host-"));
  const cwd = join(root, "project");
  let host: DynamicHost;
  beforeAll(async () => {
    layOut(cwd, "test-project", "");
    host = await dynamicHost({ cwd, provider });
    await host.configure({ "smoke:greeting": "hello" });
  });
  afterAll(async () => {
    await host?.stop();
    rmSync(root, { recursive: true });
  });

  it("checks inputs and reports failures by property", async () => {
    const inputs = { text: "a", list: [1, { deep: true }], none: null };
    expect(await host.check(TYPE, {}, inputs)).toEqual({ inputs: { ...inputs, checked: true }, failures: [] });
    expect((await host.check(TYPE, {}, { text: "rude" })).failures).toEqual([
      { property: "text", reason: "be polite" },
    ]);
  });

  it("tells no verdict, a change and a replacement apart", async () => {
    expect(await host.diff(TYPE, "greeting-1", { text: "a" }, { text: "a" })).toEqual({
      changes: undefined,
      replaces: [],
      deleteBeforeReplace: false,
    });
    expect(await host.diff(TYPE, "greeting-1", { text: "a" }, { text: "b" })).toEqual({
      changes: true,
      replaces: ["text"],
      deleteBeforeReplace: true,
    });
  });

  it("creates with the configuration it was given, and collects what the provider prints", async () => {
    expect(await host.create(TYPE, { text: "a" })).toEqual({
      id: "greeting-1",
      properties: { text: "a", said: "hello a" },
    });
    await host.process.printed("creating");
  });

  it("reads, and gives an empty id for what is gone", async () => {
    expect(await host.read(TYPE, "x", { text: "a", said: "b" })).toEqual({
      id: "x",
      properties: { text: "a", said: "b" },
      inputs: { text: "a" },
    });
    expect(await host.read(TYPE, "gone", {})).toEqual({ id: "", properties: {}, inputs: undefined });
  });

  it("updates", async () => {
    expect(await host.update(TYPE, "x", { text: "a" }, { text: "b" })).toEqual({ text: "b", was: "a" });
  });

  it("rejects with the provider's message, and with what a half-made object is", async () => {
    const refused = await host.delete(TYPE, "x", {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HostError);
    expect(refused).toMatchObject({ message: "cannot delete x", code: 2, initFailure: undefined });
    await host.process.printed("cannot delete x");

    await expect(host.create(TYPE, { fail: true })).rejects.toMatchObject({
      message: "half made",
      initFailure: { id: "greeting-2", properties: { fail: true }, reasons: ["half made"] },
    });
  });
});
