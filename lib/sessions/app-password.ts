/** Servers make them like this: `abcd-2345-efgh-6777`. Another string may be the password of the whole account. */
export function looksLikeAppPassword(password: string): boolean {
	return /^[a-z\d]{4}(?:-[a-z\d]{4}){3}$/.test(password.trim());
}
