// Made by `npm run generate` from provider/connection/settings.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { isOwnProvider } from "./front";
import { OntapProvider, type ProviderShape } from "./ontap-provider";

const SHAPE: ProviderShape = { version: "0.1.0", secrets: [["password"], ["token"], ["clientKey"]] };

/**
 * Arguments of {@link Provider}: one cluster. What is left out comes from the environment of the process in which the
 * provider runs, but no login of another kind than one that is given.
 */
export interface ProviderArgs {
  /**
   * Management address: `name`, `name:port` or a URL. `http:` for a loopback address only. Required, here or as
   * `ONTAP_HOST`.
   */
  host?: pulumi.Input<string | undefined>;
  /** Login of an ONTAP account with the application `http`. If omitted: `ONTAP_USERNAME`. */
  username?: pulumi.Input<string | undefined>;
  /** Password of that account. If omitted: `ONTAP_PASSWORD`. A secret, whatever is passed. */
  password?: pulumi.Input<string | undefined>;
  /**
   * OAuth 2.0 bearer token instead of a login; ONTAP 9.14 and later. If omitted: `ONTAP_TOKEN`. A secret, whatever is
   * passed.
   */
  token?: pulumi.Input<string | undefined>;
  /** Client certificate, in PEM or a path; its common name is the login. If omitted: `ONTAP_CLIENT_CERTIFICATE`. */
  clientCertificate?: pulumi.Input<string | undefined>;
  /** Key of the client certificate, in PEM or a path. If omitted: `ONTAP_CLIENT_KEY`. A secret, whatever is passed. */
  clientKey?: pulumi.Input<string | undefined>;
  /** Authorities to trust instead of Node's own, in PEM or a path. If omitted: `ONTAP_CA_CERTIFICATE`, else Node's own. */
  caCertificate?: pulumi.Input<string | undefined>;
  /** `true` accepts any server certificate, of this cluster only. If omitted: `ONTAP_INSECURE`, else `false`. */
  insecure?: pulumi.Input<boolean | undefined>;
  /** Longest wait for one response, in milliseconds, up to 2147483647. If omitted: `ONTAP_TIMEOUT_MS`, else `60000`. */
  timeoutMs?: pulumi.Input<number | undefined>;
  /**
   * Requests in flight at once, per cluster and process, 1 to 1000. If omitted: `ONTAP_MAX_CONCURRENT_REQUESTS`, else
   * `8`.
   */
  maxConcurrentRequests?: pulumi.Input<number | undefined>;
  /** `false` leaves out the probe of this cluster. If omitted: `ONTAP_PROBE`, else `true`. */
  probe?: pulumi.Input<boolean | undefined>;
}

/**
 * A cluster on which resources are managed by the provider plugin instead of as dynamic resources. A resource takes it
 * in its option `provider`, or from its parent.
 *
 * @example
 * const east = new Provider("east", { host: "cluster-east.example.com", username: "pulumi", password });
 * const iscsi = new IscsiService("svm1", { svm: { name: "svm1" } }, { provider: east });
 */
export class Provider extends OntapProvider {
  constructor(name: string, args: ProviderArgs = {}, opts: pulumi.ResourceOptions = {}) {
    super(SHAPE, name, args, opts);
  }

  /** True for Provider, even of another copy of this package. */
  static override isInstance(value: unknown): value is Provider {
    return isOwnProvider(value);
  }
}
