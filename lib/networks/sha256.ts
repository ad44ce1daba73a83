/** SHA-256 of a text's UTF-8, as base64url without padding: PKCE's S256 (RFC 7636), and fingerprints of keys. */
export async function sha256(text: string): Promise<string> {
	return base64url(
		new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
	);
}

export function base64url(bytes: Uint8Array): string {
	const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
