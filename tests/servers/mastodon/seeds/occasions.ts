import { drawing } from '../../../fixtures/archive/real/drawing';
import { STORIES } from '../../../fixtures/archive/real/stories';
import { storyOf } from '../../../fixtures/archive/real/texts';
import type { Post } from '../model';
import { edit } from '../publish';
import { audio, image, put, video } from './pictures';
import { HOUR, type Stage } from './stage';

/** The posts that show one thing each. */
export function occasions(stage: Stage): void {
	threads(stage);
	polls(stage);
	pictures(stage);
	quotesAndEdits(stage);
	tongues(stage);
	closed(stage);
}

function threads(stage: Stage): void {
	const tellers = { en: ['yuki', 'wren', 'kofi'], de: ['jonas', 'tilde', 'benno'] } as const;
	STORIES.slice(0, 5).forEach(({ language, posts }, n) => {
		const name = tellers[language][n % 3] ?? 'wren';
		let last: Post | undefined;
		storyOf(stage.r, language, posts).forEach((text, k) => {
			const hours = 560 - n * 110 - k * 0.1;
			last = stage.say(name, hours, {
				text,
				replyTo: last?.id,
				visibility: k === 0 ? 'public' : 'unlisted',
			});
		});
	});
	const steps = [
		'How we bake for forty with one oven, a thread. 1/4',
		'Evening: flour, water, salt, yesterday’s dough. Then leave it alone. Really. 2/4',
		'Four in the morning: shape, and put the first six in. The cat supervises. 3/4',
		'Seven: the door opens and it is all gone by eight. That is the whole secret. 4/4 :sourdough:',
	];
	let last: Post | undefined;
	steps.forEach((text, n) => {
		last = stage.say('mara', 30 - n * 0.05, {
			text,
			replyTo: last?.id,
			visibility: n === 0 ? 'public' : 'unlisted',
		});
		if (n === 0) last.pinned = true;
	});
	stage.say('ruth', 28, {
		text: '@mara “Leave it alone. Really.” Cross-stitch, please, for above my oven.',
		replyTo: last?.id,
	});
}

function polls(stage: Stage): void {
	const open = stage.say('kofi', 20, {
		text: 'What should the choir open the summer concert with?',
		poll: {
			options: [
				'The slow one',
				'The loud one',
				'The one nobody can count',
				'Silence, four minutes',
			],
			seconds: 3 * 86_400,
		},
	});
	const many = stage.say('tilde', 50, {
		text: 'Was bringt ihr am Samstag mit? (Mehrfachauswahl)',
		poll: {
			options: ['Kuchen', 'Salat', 'Stühle', 'Gute Laune'],
			seconds: 7 * 86_400,
			multiple: true,
		},
	});
	const over = stage.say('wren', 200, {
		text: 'Tabs or spaces? (This poll ends friendships.)',
		poll: { options: ['Tabs', 'Spaces', 'Whatever the formatter says'], seconds: 86_400 },
	});
	const votes: [Post, [string, number[]][], number[]][] = [
		[
			open,
			[
				['ruth', [0]],
				['samir', [2]],
			],
			[4, 9, 6, 3],
		],
		[
			many,
			[
				['jonas', [0, 3]],
				['oda', [2]],
			],
			[5, 3, 8, 11],
		],
		[
			over,
			[
				['mara', [2]],
				['benno', [0]],
			],
			[12, 14, 31],
		],
	];
	for (const [post, here, others] of votes) {
		if (!post.poll) continue;
		for (const [name, choices] of here) post.poll.votes.set(stage.who(name).id, choices);
		post.poll.others = others;
	}
	stage.notice({
		to: stage.who('mara').id,
		type: 'poll',
		from: stage.who('wren').id,
		at: stage.ago(176),
		post: over,
	});
}

function pictures(stage: Stage): void {
	const { world, who } = stage;
	stage.say('yuki', 12, {
		text: 'Four mornings, one platform.',
		media: [1, 2, 3, 4].map((n) =>
			image(
				world,
				who('yuki'),
				'train',
				n,
				`Morning ${n}: an almost empty platform, the light a little different each day.`,
				n === 2 ? [420, 640] : [640, 420],
			),
		),
	});
	stage.say('benno', 26, {
		text: 'Ohne Worte.',
		media: [image(world, who('benno'), 'code', 9, null)],
	});
	stage.say('yuki', 70, {
		text: 'The crossing, for four seconds.',
		media: [video(world, who('yuki'), 'video', 3, 'A ball goes to and fro, very slowly.')],
	});
	stage.say('kofi', 44, {
		text: 'Training, summed up.',
		media: [video(world, who('kofi'), 'gifv', 5, null)],
	});
	stage.say('samir', 90, {
		text: 'My best trumpet note this year. Sound on, if you must.',
		media: [audio(world, who('samir'), 440, 'One trumpet note, held bravely for a second.')],
	});
	stage.say('oda', 33, {
		text: 'Von der Beerdigung gestern, viele Blumen.',
		spoiler: 'Tod, Trauer',
		media: [image(world, who('oda'), 'weather', 21, 'Blumen am Deich, grauer Himmel.')],
	});
	stage.say('ruth', 60, {
		text: 'The butler. It is always the butler. Except here, where it is the narrator.',
		spoiler: 'Book club: the ending',
	});
	const cover = put(world, 'card-library.png', 'image/png', drawing('library', 4, 640, 336));
	stage.say('ruth', 9, {
		text: 'They are lending seeds now, too: https://stadtbibliothek.example/news/2026/a-library-of-seeds-opens-next-to-the-reading-room',
		card: {
			url: 'https://stadtbibliothek.example/news/2026/a-library-of-seeds-opens-next-to-the-reading-room',
			title: 'A library of seeds opens',
			description: 'Take a bag, bring back two. The reading room smells of basil.',
			image: cover,
			authorName: 'Stadtbibliothek',
			providerName: 'stadtbibliothek.example',
		},
	});
	stage.say('benno', 15, {
		text: 'Gute Lektüre über kleine Programme: https://kleinesnetz.example/texte/wenig',
		card: {
			url: 'https://kleinesnetz.example/texte/wenig',
			title: 'Wenig ist viel',
			description: 'Über Programme, die eine Sache tun.',
			image: null,
			authorName: '',
			providerName: 'Kleines Netz',
		},
	});
}

function quotesAndEdits(stage: Stage): void {
	const first = stage.say('wren', 40, {
		text: 'Alt text is a love letter to somebody you have not met.',
	});
	stage.say('mara', 39, { text: 'Hanging this over the oven.', quoteOf: first.id });
	const far = stage.say('hana@kaffeehaus.example', 38, {
		text: 'The cat has finished the crossword. I am not needed.',
	});
	const waiting = stage.say('jonas', 37, { text: 'Unbedingt lesen.', quoteOf: far.id });
	if (waiting.quote) waiting.quote.state = 'pending';
	const shy = stage.say('oda', 36, {
		text: 'Windstärke neun, und ich wollte doch nur die Wäsche aufhängen.',
		quotePolicy: 'nobody',
	});
	const denied = stage.say('kofi', 35, { text: 'The dyke speaks truth.', quoteOf: shy.id });
	if (denied.quote) denied.quote.state = 'rejected';
	const changed = stage.say('tilde', 18, {
		text: 'Markt am Samsatg ab acht, ich bringe Rhabarber.',
	});
	edit(
		stage.world,
		changed,
		{ text: 'Markt am Samstag ab acht, ich bringe Rhabarber.', at: changed.createdAt + 4 * 60_000 },
		true,
	);
	edit(
		stage.world,
		changed,
		{
			text: 'Markt am Samstag ab neun (!), ich bringe Rhabarber. :leaf:',
			at: changed.createdAt + 2 * HOUR,
		},
		true,
	);
	stage.boost('mara', 17, changed);
	stage.notice({
		to: stage.who('mara').id,
		type: 'update',
		from: changed.author,
		at: changed.createdAt + 2 * HOUR,
		post: changed,
	});
}

function tongues(stage: Stage): void {
	stage.say('samir', 22, {
		text: 'صباح الخير من المكتبة. اليوم نقرأ معاً: "كتاب الألف ميل" 📚\n\n#قراءة',
		language: 'ar',
	});
	stage.say('samir', 21, {
		text: 'שלום לכולם! (I am told my Hebrew is improving.)',
		language: 'he',
	});
	stage.say('yuki', 14, {
		text: '今日の電車は十分遅れました。でも、窓から富士山が見えました。\n\n#電車 #朝',
		language: 'ja',
	});
	stage.say('yuki', 62, { text: '图书馆里很安静。下雨天最好的地方。', language: 'zh' });
	stage.say('leif@fjord.example', 5, {
		text: 'Lys til midnatt. Ingen grunn til å sove. 🌞',
		language: 'no',
	});
	stage.say('newsdesk@lautsprecher.example', 3, {
		text: 'BREAKING: nothing happened. More at eleven. #news #breaking #now #today #more',
	});
	stage.say('uhrwerk', 1, { text: 'Es ist jetzt.', language: 'de' });
}

/** Followers-only and direct posts. */
function closed(stage: Stage): void {
	stage.say('jonas', 16, {
		text: 'Nur für euch: Das Nest am Rathaus hat wieder Bewohner. Bitte nicht weitersagen.',
		visibility: 'private',
	});
	stage.say('mara', 45, {
		text: 'The oven is broken. I am keeping calm in small circles.',
		visibility: 'private',
	});
	const asked = stage.say('ruth', 7, {
		text: '@mara Would you bring two loaves on Thursday? It is for the reading circle.',
		visibility: 'direct',
	});
	const said = stage.say('mara', 6.5, {
		text: '@ruth Of course! Seeds or plain?',
		visibility: 'direct',
		replyTo: asked.id,
	});
	stage.say('ruth', 6, {
		text: '@mara One of each, please. You are a treasure.',
		visibility: 'direct',
		replyTo: said.id,
	});
	stage.say('newsdesk@lautsprecher.example', 4, {
		text: '@mara Dear reader, have you seen our offer?',
		visibility: 'direct',
	});
	stage.say('wren', 2, {
		text: '@mara does the bakery website need help? I have a free weekend and opinions about fonts.',
	});
	stage.say('hana@kaffeehaus.example', 60, {
		text: '@mara what flour do you use? My bread is a brick, a loyal one.',
	});
}
