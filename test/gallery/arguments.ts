import type { ResourceType } from "../../provider/resources";
import type { Bag } from "../engine/bag";
import { HOST, ON_SVM1 } from "../names";
import { type Chapter, type Message, thrownBy } from "./message";
import { Stack } from "./stack";

const row = { ...ON_SVM1, initiator: HOST, authenticationType: "none" };
const inbound = { user: "db1", password: "twelve-bytes" };

function refused(when: string, args: Bag, type: ResourceType = "IscsiCredentials"): Message {
  return { when, provoke: () => Stack.with((stack) => thrownBy(() => stack.check(type, args))) };
}

/** What is wrong with arguments, found in the preview without a request. */
export const wrongArguments: Chapter = {
  title: "Arguments, in the preview",
  messages: [
    refused("no SVM is given", { svm: {} }, "IscsiService"),
    refused("a property is misspelled", { ...ON_SVM1, enable: true }, "IscsiService"),
    refused("an alias has a space", { ...ON_SVM1, target: { alias: "my target" } }, "IscsiService"),
    refused("a boolean is a string", { ...ON_SVM1, enabled: "yes" }, "IscsiService"),
    refused("an IQN has capitals", { ...row, initiator: "iqn.1998-01.com.Example:db1" }),
    refused("an IQN has no date", { ...row, initiator: "iqn.com.example:db1" }),
    refused("an EUI is too short", { ...row, initiator: "eui.0123" }),
    refused("a name is neither IQN nor EUI", { ...row, initiator: "db1" }),
    refused("the type is another word", { ...row, authenticationType: "CHAPS" }),
    refused("`chap` lacks its password", { ...row, authenticationType: "chap", chap: { inbound: { user: "db1" } } }),
    refused("`none` has passwords", { ...row, chap: { inbound } }),
    refused("both passwords are the same", {
      ...row,
      authenticationType: "chap",
      chap: { inbound, outbound: { ...inbound, user: "svm1" } },
    }),
    refused("an address list is empty", { ...row, initiatorAddress: { ranges: [] } }),
    refused("a range ends before it starts", {
      ...row,
      initiatorAddress: { ranges: [{ start: "10.0.0.9", end: "10.0.0.1" }] },
    }),
    refused("an IPv4 network has no length", { ...row, initiatorAddress: { masks: [{ address: "10.0.0.0" }] } }),
    refused("`default` has an address list", {
      ...row,
      initiator: "default",
      initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] },
    }),
  ],
};
