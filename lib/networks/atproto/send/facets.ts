import { type Mark, marksIn } from '../../../text';
import { type Json, record } from '../../json';
import { NetworkProblem } from '../../problem';
import { didOf, handleOf } from '../decode/uri';
import type { Xrpc } from '../xrpc';

const MOST_PEOPLE = 20;
const FACET = 'app.bsky.richtext.facet';
const encoder = new TextEncoder();

/**
 * Links, tags and mentions of a text (https://docs.bsky.app/docs/advanced-guides/post-richtext), by bytes of UTF-8.
 * A mention is a DID from here on; a handle that leads to nobody stays words. Undefined when there are none.
 */
export async function facetsFor(text: string, x: Xrpc): Promise<readonly Json[] | undefined> {
	const marks = marksIn(text);
	const people = await peopleIn(marks, x);
	const facets = marks.flatMap((mark) => {
		const feature = featureOf(mark, people);
		const byteStart = bytes(text.slice(0, mark.start));
		const byteEnd = byteStart + bytes(text.slice(mark.start, mark.end));
		return feature ? [{ index: { byteStart, byteEnd }, features: [feature] }] : [];
	});
	return facets.length > 0 ? facets : undefined;
}

const bytes = (text: string): number => encoder.encode(text).length;

function featureOf(mark: Mark, people: ReadonlyMap<string, string>): Json | undefined {
	if (mark.type === 'link') return { $type: `${FACET}#link`, uri: mark.href };
	if (mark.type === 'tag') return { $type: `${FACET}#tag`, tag: mark.tag };
	const did = people.get(mark.handle.toLowerCase());
	return did === undefined ? undefined : { $type: `${FACET}#mention`, did };
}

/** DIDs by handle, of those who are somebody now. */
async function peopleIn(marks: readonly Mark[], x: Xrpc): Promise<ReadonlyMap<string, string>> {
	const named = marks.flatMap((mark) => (mark.type === 'mention' ? [handleOf(mark.handle)] : []));
	const handles = [...new Set(named)].filter((handle) => handle !== undefined);
	const found = new Map<string, string>();
	for (const handle of handles.slice(0, MOST_PEOPLE)) {
		const did = await whoIs(handle, x);
		if (did !== undefined) found.set(handle, did);
	}
	return found;
}

async function whoIs(handle: string, x: Xrpc): Promise<string | undefined> {
	try {
		const json = record(await x.get('com.atproto.identity.resolveHandle', { handle }));
		return didOf(json?.['did']);
	} catch (problem) {
		// The server answered, and knows nobody: only then the post goes without.
		const told =
			problem instanceof NetworkProblem && /^(missing|refused|broken)$/.test(problem.kind);
		if (told && problem.status !== undefined) return undefined;
		throw problem;
	}
}
