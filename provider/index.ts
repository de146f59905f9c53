import { dynamicProvider } from "./dynamic/adapter";
import { reportErrorsOnce } from "./dynamic/host-error";
import { Memory } from "./lifecycle/memory";
import { resources } from "./resources";

/*
 * What the stored provider texts load (`pulumi-ontap-iscsi/provider`). Stacks keep those texts permanently: neither the
 * names here nor the shape of what they name may change.
 */

reportErrorsOnce(console);

const memory = new Memory();

/** The provider of every `IscsiService`. */
export const IscsiService = dynamicProvider(resources.IscsiService, memory);

/** The provider of every `IscsiCredentials`. */
export const IscsiCredentials = dynamicProvider(resources.IscsiCredentials, memory);

/** The provider of every `IscsiCredentialsTable`. */
export const IscsiCredentialsTable = dynamicProvider(resources.IscsiCredentialsTable, memory);
