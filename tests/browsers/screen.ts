/** A whole accessible name, or a pattern that it fits. */
export type Name = string | RegExp;
/** What `inside` and `evaluate` hand to the page: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { [name: string]: Json };

/**
 * What a person can do with a page, by role and accessible name, the same in both browsers. Everything that
 * looks for something waits for it, and fails with the name of what was not there.
 */
export type Screen = {
	/** Goes to a route of the app. */
	open(route: string): Promise<void>;
	reload(): Promise<void>;
	/** Waits until it is there and returns its text. */
	see(role: string, name?: Name, timeoutMs?: number): Promise<string>;
	/** Texts of all that are there now. */
	all(role: string, name?: Name): Promise<string[]>;
	/** Waits until none is there. */
	gone(role: string, name?: Name, timeoutMs?: number): Promise<void>;
	click(role: string, name?: Name): Promise<void>;
	/** Replaces what a textbox or searchbox holds, as typing would. */
	fill(role: string, name: Name | undefined, text: string): Promise<void>;
	/** The same for the one password field, which has no role. */
	fillPassword(text: string): Promise<void>;
	/** A key as `KeyboardEvent.key` names it. */
	press(key: string): Promise<void>;
	/** Gives files to the file input with this label. */
	choose(label: string, paths: readonly string[]): Promise<void>;
	/** Gives a folder to the folder input with this label. */
	chooseFolder(label: string, folder: string): Promise<void>;
	/** Presses at a place of the window, in CSS pixels: whatever lies there on top. */
	tap(x: number, y: number): Promise<void>;
	/** Runs a function in the frame of this page that came last, also in one that the page cannot see; waits for it. */
	framed<T, A extends Json>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
	/** Window contents, in CSS pixels. */
	size(width: number, height: number): Promise<void>;
	/** Writes what is in the window as PNG. */
	picture(path: string): Promise<void>;
	/** Runs a function on the first element that fits; what it returns must be JSON. */
	inside<T>(role: string, name: Name | undefined, work: (element: Element) => T): Promise<T>;
	/** Runs a function in the page. */
	evaluate<T, A extends Json>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
};

/** A window that a server's own pages are shown in: what a person needs to sign in there. */
export type SignInWindow = Pick<Screen, 'see' | 'all' | 'fill' | 'fillPassword' | 'click'> & {
	/** Where it is now. */
	url(): string;
	isClosed(): boolean;
	/** Waits until it is gone: by itself, once the server has led back. */
	closed(timeoutMs?: number): Promise<void>;
	/** Closes it, as a person who thinks better of it does. */
	close(): Promise<void>;
};

export const WAIT_MS = 15_000;

/** Words for the person who reads the failure. */
export function described(role: string, name: Name | undefined): string {
	return name === undefined ? role : `${role} ${name instanceof RegExp ? name : `"${name}"`}`;
}
