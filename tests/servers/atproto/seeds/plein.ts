import type { Outside } from '../outside';
import { foundation } from './foundation';
import { avatar, picture } from './pictures';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const NEWCOMERS = [
	['mila', 'Mila Brandt', 'Repairs bicycles on Tuesdays.', ['#e0ac69', '#a33c2f', '#2e6f6a']],
	['joost', 'Joost', 'Secretaris van het plein.', ['#ffdbac', '#6a5a4a', '#35507a']],
] as const;

/** Who said what during the last hours, oldest first; an answer names the line that it answers. */
const TALK: readonly { by: string; text: string; lang: 'en' | 'nl'; answers?: number }[] = [
	{
		by: 'joost',
		text: 'De jaarrekening van Het Plein staat online: 1200 euro erin, 1100 eruit.',
		lang: 'nl',
	},
	{ by: 'bob', text: 'And what happens with the hundred that is left?', lang: 'en', answers: 0 },
	{ by: 'joost', text: 'A spare disk. We vote on it on Thursday.', lang: 'en', answers: 1 },
	{ by: 'carol', text: 'De tulpen op de hoek zijn drie weken te vroeg. 🌷', lang: 'nl' },
	{
		by: 'mila',
		text: 'Found: one red bicycle bell, still cheerful. Ask at the workshop.',
		lang: 'en',
	},
	{ by: 'erik', text: 'Hoog water om zes uur. Zet je fiets niet op de kade.', lang: 'nl' },
	{ by: 'mila', text: 'That explains the bell.', lang: 'en', answers: 5 },
	{
		by: 'carol',
		text: 'First bread from the shared oven. It leans a little to the left.',
		lang: 'en',
	},
	{ by: 'bob', text: 'So does the street.', lang: 'en', answers: 7 },
	{ by: 'alice', text: 'Wie helpt zaterdag met de kruidentuin? Ik breng tijm mee.', lang: 'nl' },
	{ by: 'carol', text: 'Ik kom, met twee scheppen en een thermoskan.', lang: 'nl', answers: 9 },
	{
		by: 'bob',
		text: 'Reading the rules of the square aloud took four minutes. Mine at work take four days.',
		lang: 'en',
	},
];
/** The line that is shown with a picture. */
const BREAD = 7;

/**
 * The town square of the foundation for people to look at: three days of everything that a timeline can hold, and on
 * top of it a day's talk in place of the filling that tests count.
 */
export function plein(square: Outside): void {
	const { world } = square;
	const { now } = world;
	let at = now() - 3 * DAY_MS;
	world.now = () => {
		at += 20 * MINUTE_MS;
		return at;
	};
	foundation(square);
	for (const who of ['bob', 'carol'])
		for (const { uri, value } of square.recordsOf(who, 'app.bsky.feed.post'))
			if (/^Small talk \d+$/.test(String(value['text']))) square.delete(uri);
	for (const [name, displayName, description, colours] of NEWCOMERS) {
		const { did } = square.addPerson({ name });
		const face = avatar(world, colours);
		square.record(
			did,
			'app.bsky.actor.profile',
			{ displayName, description, avatar: face },
			'self',
		);
		square.follow('alice', name);
	}
	const step = 23 * MINUTE_MS;
	at = Math.max(at, now() - (TALK.length + 1) * step);
	talk(square, () => {
		at += step;
		world.now = () => at;
	});
	world.now = now;
}

function talk(square: Outside, later: () => void): void {
	const { world } = square;
	const said: string[] = [];
	for (const [n, { by, text, lang, answers }] of TALK.entries()) {
		later();
		const replyTo = answers === undefined ? undefined : said[answers];
		const images = [picture(world, 'bread', 8, 'A round loaf on a wooden board')];
		const { uri } = square.publish(by, {
			text,
			langs: [lang],
			...(replyTo ? { replyTo } : {}),
			...(n === BREAD ? { embed: { $type: 'app.bsky.embed.images', images } } : {}),
		});
		said.push(uri);
	}
	const [accounts = '', bread = '', garden = ''] = [said[0], said[BREAD], said[9]];
	for (const who of ['bob', 'carol', 'mila']) square.like(who, accounts);
	for (const who of ['alice', 'erik', 'joost', 'mila', 'bob']) square.like(who, bread);
	for (const who of ['bob', 'joost']) square.like(who, garden);
	square.repost('mila', bread);
	square.follow('mila', 'alice');
}
