import { pages } from "../../../provider/rest/paging";
import { against, closeServers, errorOf } from "./servers";
import { page, service, svm } from "./tiny-server";

afterEach(closeServers);

const next = "/api/protocols/san/iscsi/services?start.svm.uuid=b&fields=*&max_records=1";

describe("next links", () => {
  it("are followed as ONTAP wrote them, to an empty last page too", async () => {
    const { ontap, server } = await against((_request, number) => (number === 0 ? page([service], next) : page([])));
    expect(await ontap.iscsiServices.list({ fields: ["*"], maxRecords: 1 })).toEqual([service]);
    expect(server.seen.map(({ url }) => url)).toEqual([
      "/api/protocols/san/iscsi/services?fields=*&max_records=1",
      next,
    ]);
  });

  it("are followed over an empty page in the middle", async () => {
    const { ontap } = await against((_request, number) => (number === 0 ? page([], next) : page([service])));
    expect(await ontap.iscsiServices.list()).toEqual([service]);
  });

  it.each([
    ["to itself", (url: string) => url],
    ["to the page before", () => "/api/protocols/san/iscsi/services"],
  ])("that lead %s end in `incomplete`, not in a loop", async (_title, target) => {
    const { ontap, server } = await against(({ url }, number) => page([service], number === 0 ? next : target(url)));
    expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({ code: "incomplete" });
    expect(server.seen).toHaveLength(2);
  });

  it.each<[string, object, ReadonlyArray<"list" | "count">?]>([
    ["empty pages", { records: [], num_records: 0 }],
    ["the same records again and again", { records: [service], num_records: 1 }],
    ["the same number again and again", { num_records: 3 }, ["count"]],
  ])("that never end, with %s, end in `incomplete`", async (_title, body, calls = ["list", "count"]) => {
    const { ontap, server } = await against((_request, number) => ({
      json: { ...body, _links: { next: { href: `${next}&n=${number}` } } },
    }));
    for (const call of calls) {
      expect(await errorOf(ontap.iscsiServices[call]())).toMatchObject({
        code: "incomplete",
        message: expect.stringContaining("next links do not end"),
      });
    }
    expect(server.seen.length).toBeLessThan(300);
  });

  it("that never end, with new records each, end in `incomplete` too", async () => {
    const exchange = (request: { readonly path: string }) => {
      const number = Number(/n=(\d+)/.exec(request.path)?.[1] ?? 0) + 1;
      const body = { records: [number], num_records: 1, _links: { next: { href: `/api/x?n=${number}` } } };
      return Promise.resolve({ body, status: 200, elapsedMs: 1 });
    };
    let taken = 0;
    const all = async () => {
      for await (const { numRecords } of pages(exchange, "/api/x", 15)) {
        taken += numRecords;
      }
    };
    expect(await errorOf(all())).toMatchObject({ code: "incomplete" });
    expect(taken).toBeGreaterThan(20_000);
  });

  it("may lead over many pages, some of them empty", async () => {
    const { ontap } = await against((_request, number) =>
      number === 250
        ? page([])
        : page(
            number % 50 === 49 ? [{ ...service, svm: { ...svm, name: `svm${number}` } }] : [],
            `${next}&n=${number}`,
          ),
    );
    expect(await ontap.iscsiServices.list()).toHaveLength(5);
  });

  it("are named by messages without what could steer a terminal, and not at any length", async () => {
    const { ontap } = await against((_request, number) =>
      number === 0 ? page([service], `/api/\u001b[2J${"x".repeat(10_000)}`) : { status: 404, json: {} },
    );
    const error = await errorOf(ontap.iscsiServices.list());
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Could not GET \/api\/\?\[2Jx{100,400}\.\.\.: HTTP 404/),
    });
  });

  it("are not followed before they are needed", async () => {
    const { ontap, server } = await against(() => page([service, service, service], next));
    let taken = 0;
    for await (const _service of ontap.iscsiServices.iterate()) {
      taken += 1;
      if (taken === 3) {
        break;
      }
    }
    expect(server.seen).toHaveLength(1);
  });
});

it("pages of records that are nested deeper than JSON can be written are told apart all the same", async () => {
  const deep = `{"svm":${JSON.stringify(svm)},"x":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
  const { ontap } = await against((_request, number) => ({
    text: `{"records":[${deep}],"num_records":1,"_links":{"next":{"href":"${next}&n=${number}"}}}`,
    ...(number === 2 ? page([]) : {}),
  }));
  expect(await errorOf(ontap.iscsiServices.find())).toMatchObject({ code: "ambiguous" });
});

describe("an empty answer without a next link", () => {
  it("is believed when it came at once", async () => {
    const { ontap } = await against(() => page([]));
    expect(await ontap.iscsiServices.list({ returnTimeoutS: 1 })).toEqual([]);
  });

  it.each(["list", "count", "find"] as const)(
    "is `incomplete` when it took as long as ONTAP may take: %s",
    async (call) => {
      const { ontap } = await against(() => ({ ...page([]), afterMs: 1_000 }));
      expect(await errorOf(ontap.iscsiServices[call]({ returnTimeoutS: 1 }))).toMatchObject({ code: "incomplete" });
    },
  );

  it("is measured against the time that was given, and a slow page with records is whole", async () => {
    const { ontap } = await against(() => ({ ...page([service]), afterMs: 1_000 }));
    expect(await ontap.iscsiServices.list({ returnTimeoutS: 1 })).toHaveLength(1);
  });
});

describe("count", () => {
  it("asks for no records and adds up partial counts", async () => {
    const { ontap, server } = await against((_request, number) => ({
      json: { num_records: number === 0 ? 2 : 1, ...(number === 0 ? { _links: { next: { href: next } } } : {}) },
    }));
    expect(await ontap.iscsiServices.count({ query: { enabled: true }, fields: ["*"], orderBy: ["enabled"] })).toBe(3);
    expect(server.seen[0]?.url).toBe("/api/protocols/san/iscsi/services?enabled=true&return_records=false");
  });
});

it.each([
  ["list", { num_records: 2 }],
  ["find", { num_records: 2 }],
  ["list", { records: [], num_records: 2 }],
  ["list", { records: [service], num_records: 0 }],
  ["count", { num_records: null }],
  ["count", { num_records: -1 }],
  ["count", { num_records: 1e300 }],
] as const)("a %s whose number of records is not that of its records is malformed: %j", async (call, json) => {
  const { ontap } = await against(() => ({ json }));
  expect(await errorOf(ontap.iscsiServices[call]())).toMatchObject({ code: "malformed" });
});

describe("find", () => {
  it("is undefined for none and the record for one", async () => {
    const { ontap } = await against((_request, number) => page(number === 0 ? [] : [service]));
    expect(await ontap.iscsiServices.find()).toBeUndefined();
    expect(await ontap.iscsiServices.find()).toEqual(service);
  });

  it("is `ambiguous` for more, also where the second is on another page", async () => {
    const { ontap } = await against((_request, number) => page([service], number === 0 ? next : undefined));
    expect(await errorOf(ontap.iscsiServices.find())).toMatchObject({ code: "ambiguous" });
  });
});
