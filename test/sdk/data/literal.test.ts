import fc from "fast-check";
import { listRequest, passes } from "../../../provider/rest/list-options";
import { queryString } from "../../../provider/rest/query";
import { getIscsiSessions } from "../../../sdk";
import { sessionsSpec } from "../../../simulator/collections/sessions/record";
import { answerCollection, type WireRecord } from "../../../simulator/query";
import { sessionOf, startArray } from "../array";

/** FAST_CHECK_SEED repeats a run. */
const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);
const CASES = 10_000;

/** What ONTAP's query language, URLs and JSON give a meaning to, and some letters that have none. */
const character = fc.constantFrom(
  ...[
    "*",
    "|",
    "!",
    "..",
    ".",
    "<",
    ">",
    "=",
    ">=",
    '"',
    "{",
    "}",
    "{}",
    '"{',
    ",",
    " ",
    "%",
    "%2A",
    "&",
    "+",
    "#",
    "?",
  ],
  ...["/", "\\", "'", "\n", "null", "!null", "a", "b", "A", "1", "é", "名", "😀", "\u0301", "iqn.1998-01.com.corp:"],
);
const name = fc.oneof(
  fc.array(character, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
);

/** Names that a wrong reading of the wanted one would match as well. */
const near = (wanted: string): string[] => [
  `${wanted}x`,
  `x${wanted}`,
  wanted.slice(1),
  wanted.replaceAll("*", "xyz"),
  wanted.replaceAll("|", ""),
  wanted.replace(/^!/, ""),
  wanted.replaceAll('"', ""),
  wanted.replaceAll(/[{}]/g, ""),
  wanted.replaceAll("%2A", "*"),
  wanted.replaceAll("+", " "),
  wanted.toUpperCase(),
  wanted.normalize("NFC"),
  ...wanted.split("|"),
  ...wanted.split(","),
];

function matched(wanted: string, names: readonly string[]): unknown[] {
  const { parameters, residual } = listRequest({ query: { "initiator.name": wanted }, fields: ["*"] });
  const records = names.map((each, index): WireRecord => {
    const { svm, ...rest } = sessionOf(index);
    return { ...(rest as WireRecord), svm: { ...(svm as WireRecord), uuid: "u" }, initiator: { name: each } };
  });
  const { body } = answerCollection(
    {
      spec: sessionsSpec,
      path: "/api/protocols/san/iscsi/sessions",
      rawQuery: queryString(parameters),
      hal: false,
      maxPage: 10_000,
      version: [9, 16, 1],
    },
    records,
  );
  const found = Array.isArray(body.records) ? body.records : [];
  return found
    .filter((record) => passes(record, residual))
    .map((record: { initiator: { name: string } }) => record.initiator.name);
}

it(`a plain value matches itself and nothing else, in ${CASES} cases of seed ${seed}`, () => {
  let run = 0;
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 3 }), (wanted, others) => {
      run += 1;
      const names = [...new Set([wanted, ...others, ...near(wanted)])].filter((each) => each !== "");
      const [found, ...more] = matched(wanted, names);
      const without = names.filter((each) => each !== wanted);
      return found === wanted && more.length === 0 && matched(wanted, without).length === 0;
    }),
    { seed, numRuns: CASES },
  );
  expect(run).toBe(CASES);
});

it(`over HTTP too, for 300 names of seed ${seed}`, async () => {
  const names = [...new Set(fc.sample(name, { seed, numRuns: 400 }))].slice(0, 300);
  const sessions = names.map((each, tsih) => ({ ...sessionOf(tsih), initiator: { name: each } }));
  const array = await startArray({ fixture: JSON.parse(JSON.stringify({ sessions })) });
  const found = await Promise.all(
    names.map((each) => getIscsiSessions({ initiator: { name: each }, fields: ["initiator.name"] })),
  ).finally(() => array.close());
  expect(found.map((list) => list.map(({ initiator }) => initiator?.name))).toEqual(names.map((each) => [each]));
});

it("half of a surrogate pair, which no URL can hold, is refused by name", async () => {
  await expect(getIscsiSessions({ initiator: { name: "a\ud800" } })).rejects.toMatchObject({
    code: "configuration",
    message: expect.stringContaining("initiator.name"),
  });
});
