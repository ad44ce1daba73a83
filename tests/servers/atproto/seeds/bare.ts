import type { Outside } from '../outside';

const PEOPLE = [
	['alice', 'Alice Jansen', 0],
	['bob', 'Bob de Wit', 0],
	['carol', 'Carol', 0],
	['dora', 'Dora', 0],
	['erik', 'Erik Haven', 1],
] as const;

/** Five people, one of them on the other server, and a few plain posts. */
export function bare(square: Outside): void {
	for (const [name, display, home] of PEOPLE) square.addPerson({ name, display, home });
	for (const whom of ['bob', 'carol', 'erik']) square.follow('alice', whom);
	square.follow('bob', 'alice');
	square.publish('alice', { text: 'A small beginning.' });
	const asked = square.publish('bob', { text: 'Who has a small ladder?' });
	square.publish('carol', { text: 'I have one.', replyTo: asked.uri });
	square.publish('erik', { text: 'The harbour sends its regards.' });
	square.publish('dora', { text: 'Nobody follows me here.' });
	square.like('bob', square.recordsOf('alice', 'app.bsky.feed.post')[0]?.uri ?? '');
}
