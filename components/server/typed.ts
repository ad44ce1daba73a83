import type { Key } from '../../lib/texts';

/** What keeps a form from being sent, and in which field. */
export type Missing = { field: 'address' | 'handle' | 'password'; text: Key };

/** What is wrong with a server address before anybody is asked. */
export function addressProblem(typed: string): Missing | undefined {
	return typed.trim() === '' ? { field: 'address', text: 'serverAddressEmpty' } : undefined;
}

type Entry = {
	handle: string;
	password: string;
	/** The person pressed once more although the password was doubted. */
	sure: boolean;
	/** Whether a password has the shape that servers give to those for apps. */
	looksRight(password: string): boolean;
};

/**
 * Which of two alerts stands below the form: the newer. A refusal that stood there when the password was doubted is
 * over, until the server says another.
 */
export function alertOf<Refusal>(now: {
	doubted: string | undefined;
	password: string;
	refusal: Refusal | undefined;
	/** The refusal that the doubt took the place of. */
	over: Refusal | undefined;
}): 'doubt' | 'refusal' | undefined {
	const fresh = now.refusal !== undefined && now.refusal !== now.over;
	if (fresh) return 'refusal';
	return now.doubted !== undefined && now.doubted === now.password ? 'doubt' : undefined;
}

/** What is wrong with a handle and a password; `doubt` is a warning that a second press overrules. */
export function entryProblem({
	handle,
	password,
	sure,
	looksRight,
}: Entry): Missing | { doubt: true } | undefined {
	if (handle.trim() === '') return { field: 'handle', text: 'handleEmpty' };
	if (password === '') return { field: 'password', text: 'appPasswordEmpty' };
	return sure || looksRight(password.trim()) ? undefined : { doubt: true };
}
