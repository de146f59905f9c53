import { against, closeServers, errorOf } from "./servers";
import { page, refusal, svm } from "./tiny-server";

afterEach(closeServers);

const metrics = `/api/protocols/san/iscsi/services/${svm.uuid}/metrics`;
const sample = { svm: { uuid: svm.uuid }, timestamp: "2026-02-06T12:00:00Z", status: "ok" };

it("one sample is asked for by its instant", async () => {
  const { ontap, server } = await against(() => ({ json: sample }));
  expect(await ontap.iscsiServiceMetrics.get(svm.uuid, sample.timestamp)).toEqual(sample);
  expect(server.seen.map(({ url }) => url)).toEqual([`${metrics}/2026-02-06T12%3A00%3A00Z`]);
});

describe("where ONTAP lacks that call", () => {
  it.each([
    ["2026-02-06T12:00:15Z", ["1h"]],
    ["2026-02-06T12:05:00Z", ["1h", "1d"]],
    ["2026-02-06T12:15:00Z", ["1h", "1d", "1w", "1m", "1y"]],
    ["2026-02-06T12:00:07Z", []],
  ])("the sample of %s is looked for in the intervals that may hold it", async (timestamp, intervals) => {
    const { ontap, server } = await against((_request, number) =>
      number === 0 ? refusal(404, "3", "API not found") : page([]),
    );
    expect(await errorOf(ontap.iscsiServiceMetrics.get(svm.uuid, timestamp))).toMatchObject({ code: "not-found" });
    expect(server.seen.slice(1).map(({ url }) => url)).toEqual(
      intervals.map((interval) => `${metrics}?timestamp=${timestamp}&interval=${interval}&fields=*&max_records=2`),
    );
  });

  it("the finest one wins", async () => {
    const { ontap, server } = await against((_request, number) =>
      number === 0 ? refusal(404, "3", "API not found") : page(number === 2 ? [sample] : []),
    );
    expect(await ontap.iscsiServiceMetrics.get(svm.uuid, sample.timestamp)).toEqual(sample);
    expect(server.seen).toHaveLength(3);
  });
});

it("a sample that is not there is refused without looking further", async () => {
  const { ontap, server } = await against(() => refusal(404, "4", "entry doesn't exist"));
  expect(await errorOf(ontap.iscsiServiceMetrics.get(svm.uuid, sample.timestamp))).toMatchObject({ ontapCode: "4" });
  expect(server.seen).toHaveLength(1);
});

it("a history is a collection of its own", async () => {
  const { ontap, server } = await against(({ url }) =>
    url.includes("return_records") ? { json: { num_records: 240 } } : page([sample]),
  );
  expect(await ontap.iscsiServiceMetrics.list(svm.uuid)).toEqual([sample]);
  expect(await ontap.iscsiServiceMetrics.find(svm.uuid, { interval: "1y" })).toEqual(sample);
  expect(await ontap.iscsiServiceMetrics.count(svm.uuid, { interval: "1d", query: { status: "ok" } })).toBe(240);
  expect(server.seen.map(({ url }) => url)).toEqual([
    `${metrics}?interval=1h`,
    `${metrics}?interval=1y&max_records=2`,
    `${metrics}?status=ok&interval=1d&return_records=false`,
  ]);
});
