import { countIscsiSessions, getIscsiSessions, iterateIscsiSessions } from "../../../sdk";
import type { TestArray } from "../../array";
import { page, serve } from "../../provider/rest/tiny-server";
import { sessionOf, startArray, useArray } from "../array";

let array: TestArray;
beforeAll(async () => {
  array = await startArray();
});
afterAll(() => array.close());

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

async function hold(tsihs: readonly number[]): Promise<void> {
  await array.control("PUT", "/state", {
    sessions: tsihs.map((tsih) => ({ ...sessionOf(tsih), target_portal_group: "lif" })),
  });
  await array.requests();
}

describe.each([
  [0, [1, 7, 1000]],
  [1, [1, 7, 1000]],
  [2, [1, 7, 1000]],
  [999, [7, 1000]],
  [10_000, [1000]],
])("%d records", (count, sizes) => {
  beforeAll(() => hold(numbers(count)));

  it.each(sizes)("in pages of %d are all there, once, in order", async (maxRecords) => {
    await array.requests();
    const sessions = await getIscsiSessions({ maxRecords, fields: ["tsih"] });
    expect(sessions.map(({ tsih }) => tsih)).toEqual(numbers(count));
    // A full last page bears a next link, since ONTAP does not look ahead.
    expect(await array.requests()).toHaveLength(Math.floor(count / maxRecords) + 1);
    expect(await countIscsiSessions({ maxRecords: 1000 })).toBe(count);
  });
});

it("10000 records in pages of 7 are all there, once, in order", async () => {
  // The simulator goes through all of its records for each of the 1,429 pages, which takes minutes.
  const server = await serve(({ url }) => {
    const start = Number(new URL(url, "http://array").searchParams.get("start.tsih") ?? -1) + 1;
    const records = numbers(7).flatMap((offset) =>
      start + offset < 10_000 ? [{ ...sessionOf(start + offset), svm: { name: "svm1", uuid: "u" } }] : [],
    );
    const last = start + records.length - 1;
    return page(
      records,
      last < 9_999 ? `/api/protocols/san/iscsi/sessions?start.tsih=${last}&max_records=7` : undefined,
    );
  });
  useArray({ url: server.url, username: array.username, password: array.password });
  const sessions = await getIscsiSessions({ maxRecords: 7, fields: ["tsih"] });
  useArray(array);
  await server.close();
  expect(sessions.map(({ tsih }) => tsih)).toEqual(numbers(10_000));
  expect(server.seen).toHaveLength(1_429);
});

it("iterating that stops after three records has asked for one page", async () => {
  await hold(numbers(999));
  const taken: number[] = [];
  for await (const { tsih } of iterateIscsiSessions({ maxRecords: 3 })) {
    taken.push(tsih);
    if (taken.length === 3) {
      break;
    }
  }
  expect(taken).toEqual([0, 1, 2]);
  expect(await array.requests()).toHaveLength(1);
});

it("records that come and go between pages neither hide nor double those that stay", async () => {
  const staying = numbers(200).map((number) => number * 10);
  const leaving = staying.map((number) => number + 5);
  await hold([...staying, ...leaving]);
  const seen: number[] = [];
  let changes = 0;
  for await (const { tsih } of iterateIscsiSessions({ maxRecords: 7, fields: ["tsih"] })) {
    seen.push(tsih);
    if (seen.length % 7 === 0) {
      const round = seen.length;
      const gone = new Set(leaving.filter((number) => (number * 7919) % 400 < round));
      const come = numbers(round).map((number) => 10 * ((number * 31) % 250) + 3);
      const now = new Set([...staying, ...leaving.filter((number) => !gone.has(number)), ...come]);
      await array.control("PUT", "/state", {
        sessions: [...now].map((tsihNow) => ({ ...sessionOf(tsihNow), target_portal_group: "lif" })),
      });
      changes += 1;
    }
  }
  expect(changes).toBeGreaterThan(20);
  expect(seen).toEqual([...new Set(seen)]);
  expect(seen.filter((number) => number % 10 === 0 && number < 2000)).toEqual(staying);
});
