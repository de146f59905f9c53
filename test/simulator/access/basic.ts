/** The header by which a user logs in with a password. */
export function basic(name: string, password: string): { readonly Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}` };
}
