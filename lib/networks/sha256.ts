/** SHA-256 of a text's UTF-8, as base64url without padding: PKCE's S256 (RFC 7636), and fingerprints of keys. */
export async function sha256(text: string): Promise<string> {
	return base64url(await sha256Of(new TextEncoder().encode(text)));
}

/** SHA-256 of bytes. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export function base64url(bytes: Uint8Array): string {
	const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
