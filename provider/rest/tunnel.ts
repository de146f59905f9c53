import type { AgentOptions, ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { type ConnectionOptions, checkServerIdentity, TLSSocket } from "node:tls";
import { HttpsProxyAgent } from "https-proxy-agent";
import { codeOf } from "./cause";
import { withoutBrackets } from "./origin";
import type { ProxyServer } from "./proxy";

type Target = Parameters<HttpsProxyAgent<string>["connect"]>[1];

/** What the codes of a proxy's failures begin with; behind it stands its status, or the network's code. */
export const PROXY_FAILED = "ERR_PROXY_";

/** The proxy opened no tunnel, so that nothing was sent to the array. */
class ProxyFailed extends Error {
  override readonly name = "ProxyError";
  readonly code: string;

  constructor(reason: string) {
    super(reason);
    this.code = `${PROXY_FAILED}${reason}`;
  }
}

/**
 * Connections to an array through a proxy (`CONNECT`). Certificates, keys and `insecure` of the options are for the
 * array alone: the proxy, where it speaks TLS itself, is judged by Node's own authorities.
 */
export class Tunnels extends HttpsProxyAgent<string> {
  constructor(
    private readonly through: ProxyServer,
    private readonly trust: ConnectionOptions,
    private readonly timeoutMs: number,
    pool: AgentOptions,
  ) {
    super(through.url, pool);
  }

  override async connect(request: ClientRequest, target: Target): Promise<Socket> {
    // The library would wait for ever for a proxy that says nothing, and the open socket would keep the process alive.
    const gaveUp = new AbortController();
    const timer = setTimeout(() => gaveUp.abort(), this.timeoutMs);
    let status: unknown;
    request.once("proxyConnect", (response: { readonly statusCode: number }) => {
      status = response.statusCode;
    });
    try {
      const trusting = Object.assign({}, target, this.trusting(target));
      const socket = await this.proxied(gaveUp.signal).connect(request, trusting);
      if (socket instanceof TLSSocket) {
        return socket;
      }
    } catch (error) {
      throw new ProxyFailed(codeOf(error) || "CLOSED");
    } finally {
      clearTimeout(timer);
    }
    throw new ProxyFailed(String(status));
  }

  /** The login goes as a header, since the library writes the URL into its debug log. */
  private proxied(signal: AbortSignal): HttpsProxyAgent<string> {
    const { url, authorization } = this.through;
    const headers = authorization === undefined ? {} : { "Proxy-Authorization": authorization };
    return new HttpsProxyAgent(url, { keepAlive: true, signal, headers });
  }

  /** The certificate is compared with the array's name here: for an address the library leaves it without a name. */
  private trusting({ host = "" }: Target): ConnectionOptions {
    return {
      ...this.trust,
      checkServerIdentity: (_name, certificate) => checkServerIdentity(withoutBrackets(host), certificate),
    };
  }
}
