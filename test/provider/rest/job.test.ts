import { against, closeServers, errorOf } from "./servers";
import { refusal, svm } from "./tiny-server";

afterEach(closeServers);

const started = { status: 202, json: { job: { uuid: "job-1" } } };

it("a write that ONTAP answers with a job is done when the job is", async () => {
  const { ontap, server } = await against((_request, number) =>
    number === 0 ? started : { json: { state: number === 1 ? "running" : "success" } },
  );
  await ontap.iscsiServices.update(svm.uuid, { enabled: true });
  expect(server.seen.map(({ method, url }) => `${method} ${url.split("?")[0]}`)).toEqual([
    `PATCH /api/protocols/san/iscsi/services/${svm.uuid}`,
    "GET /api/cluster/jobs/job-1",
    "GET /api/cluster/jobs/job-1",
  ]);
});

it.each(["failure", "error", "some later state"])(
  "a job in the state %s has failed, with its own code",
  async (state) => {
    const job = { state, code: 5374081, error: { code: "5374081", message: "one at a time" } };
    const { ontap } = await against((_request, number) => (number === 0 ? started : { json: job }));
    expect(await errorOf(ontap.iscsiServices.update(svm.uuid, { enabled: true }))).toMatchObject({
      code: "api-error",
      ontapCode: "5374081",
      message: expect.stringContaining("one at a time"),
    });
  },
);

it("a job that failed by a code that is known names what to do, as a response with it does", async () => {
  const job = { state: "failure", error: { code: "5374077", message: "exists already" } };
  const { ontap } = await against((_request, number) => (number === 0 ? started : { json: job }));
  expect(await errorOf(ontap.iscsiServices.create({ svm: { name: "svm1" } }))).toMatchObject({
    ontapCode: "5374077",
    hint: expect.stringContaining("adopt: true"),
  });
});

it.each([{}, { state: 1 }])("a job that is shown as %j leaves the write uncertain", async (job) => {
  const { ontap } = await against((_request, number) => (number === 0 ? started : { json: job }));
  expect(await errorOf(ontap.iscsiServices.update(svm.uuid, { enabled: true }))).toMatchObject({
    code: "uncertain",
    message: expect.stringContaining("without its state"),
  });
});

it("a job that may not be read leaves the write uncertain", async () => {
  const { ontap } = await against((_request, number) => (number === 0 ? started : refusal(403, "6", "not authorized")));
  expect(await errorOf(ontap.iscsiServices.update(svm.uuid, { enabled: true }))).toMatchObject({ code: "uncertain" });
});

it("a job without a name leaves the write uncertain", async () => {
  const { ontap } = await against(() => ({ status: 202, json: {} }));
  expect(await errorOf(ontap.iscsiServices.delete(svm.uuid))).toMatchObject({ code: "uncertain" });
});

it.each(["../../x", "\u001b[2J", "x".repeat(100), "correct-horse"])(
  "a job whose name is none, or quotes the login, leaves the write uncertain and is not repeated: %j",
  async (uuid) => {
    const { ontap, server } = await against(() => ({ status: 202, json: { job: { uuid } } }));
    const error = await errorOf(ontap.iscsiServices.delete(svm.uuid));
    expect(error).toMatchObject({ code: "uncertain", message: expect.not.stringContaining(uuid) });
    expect(server.seen).toHaveLength(1);
  },
);

it("a job is not followed into jobs of its own", async () => {
  const { ontap, server } = await against((_request, number) =>
    number < 2 ? started : { status: 202, json: { state: "success" } },
  );
  await expect(ontap.iscsiServices.list()).rejects.toMatchObject({ code: "malformed" });
  expect(await errorOf(ontap.iscsiServices.delete(svm.uuid))).toMatchObject({ code: "uncertain" });
  expect(server.seen).toHaveLength(3);
});

it("a create that ran as a job leaves it uncertain what was made", async () => {
  const { ontap } = await against((_request, number) => (number === 0 ? started : { json: { state: "success" } }));
  expect(await errorOf(ontap.iscsiServices.create({ svm: { name: "svm1" } }))).toMatchObject({ code: "uncertain" });
});
