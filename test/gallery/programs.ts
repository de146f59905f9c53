import { join } from "node:path";
import {
  findIscsiSession,
  getIscsiService,
  getIscsiServiceMetrics,
  getIscsiServices,
  IscsiCredentials,
  IscsiService,
} from "../../sdk";
import { missingPlugin } from "../../sdk/missing-plugin";
import { CHECKOUT } from "../checkout";
import { HOST, ON_SVM1 } from "../names";
import { startArray } from "../sdk/array";
import { type Chapter, type Message, thrownBy } from "./message";

/** What a data function says about an array with two sessions. */
function asked(when: string, ask: () => Promise<unknown>): Message {
  return {
    when,
    async provoke() {
      const array = await startArray({
        fixture: {
          svms: [{ name: "svm1" }],
          interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
          services: [{ svm: { name: "svm1" }, enabled: true }],
        },
      });
      try {
        await array.logIn({ initiator: HOST, address: "10.0.1.11" });
        await array.logIn({ initiator: HOST, address: "10.0.1.12" });
        return await thrownBy(ask);
      } finally {
        await array.close();
      }
    },
  };
}

/** What a program meets by itself, before the engine has a resource or a result. */
export const programs: Chapter = {
  title: "Programs and data functions",
  messages: [
    {
      when: "a resource has the option `import`",
      provoke: () => thrownBy(() => new IscsiService("prod", ON_SVM1, { import: "uuid" })),
    },
    {
      when: "a program without types leaves out what is required",
      provoke: () => thrownBy(() => Reflect.construct(IscsiCredentials, ["db1", { ...ON_SVM1 }])),
    },
    {
      when: "a program makes a `Provider`, and its plugin is found nowhere",
      async provoke() {
        const projectFolders = [join(CHECKOUT, "examples", "one-host")];
        return missingPlugin("east", { projectFolders, version: "0.1.0", env: { PULUMI_HOME: CHECKOUT } }) ?? "";
      },
    },
    asked("no such service is there", () => getIscsiService({ svm: { name: "svm9" } })),
    asked("`find` matches more than one", () => findIscsiSession(ON_SVM1)),
    asked("a field is misspelled", () => Reflect.apply(getIscsiServices, undefined, [{ fields: ["target.alais"] }])),
    asked("a filter is misspelled", () => Reflect.apply(getIscsiServices, undefined, [{ enable: true }])),
    asked("an interval does not exist", () =>
      Reflect.apply(getIscsiServiceMetrics, undefined, [{ ...ON_SVM1, interval: "1s" }]),
    ),
  ],
};
